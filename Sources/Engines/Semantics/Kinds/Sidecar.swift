internal import Diagnostics
internal import Mesh

extension Report {
    mutating func checkSidecar(_ object: ObjectParts) {
        let spec = object.spec
        guard checkWorkloadSelector(spec["workloadSelector"]) else { return }
        let isSilent =
            spec["egress"].isEmpty && spec["ingress"].isEmpty
            && !spec.hasAny("outboundTrafficPolicy", "inboundConnectionPool")
        if isSilent {
            return error(
                .listenerInvalid, "the Sidecar says nothing", at: spec,
                hint: "add egress, ingress, outboundTrafficPolicy or inboundConnectionPool")
        }
        var taken: [Int: Field] = [:]
        for listener in spec["ingress"].items { checkIngress(listener, &taken) }
        checkConnectionPool(spec["inboundConnectionPool"])
        checkEgress(spec["egress"].items, in: object.namespace)
        checkOutboundPolicy(spec["outboundTrafficPolicy"])
    }

    // MARK: Ingress

    private mutating func checkIngress(_ listener: Field, _ taken: inout [Int: Field]) {
        guard listener.isPresent else {
            return error(.entryEmpty, "an entry of ingress is empty", at: listener, hint: "remove it")
        }
        let port = listener["port"]
        if port.isAbsent {
            error(
                .listenerInvalid, "an ingress listener has no port", at: listener, hint: "add number, name and protocol"
            )
        } else {
            checkListenerPort(port)
            checkPort(port["number"])
            checkUnique(port["number"], &taken)
        }
        let bind = listener["bind"]
        if bind.isFilled { checkAddress(bind, what: "bind address") }
        checkDefaultEndpoint(listener["defaultEndpoint"])
        checkIngressTLS(listener["tls"], port)
        let pool = listener["connectionPool"]
        checkConnectionPool(pool)
        if pool["http"].isPresent, let kind = PortProtocol(port["protocol"].text), !kind.isHTTP {
            warning(
                .settingIneffective,
                "limits for HTTP have no effect on a port with protocol \(port["protocol"].text)",
                at: pool["http"], hint: "use tcp, or protocol HTTP")
        }
    }

    /// Name and protocol of a port that may leave both to Istio.
    mutating func checkListenerPort(_ port: Field) {
        if port["targetPort"].number > 0 {
            error(
                .portInvalid, "targetPort has no effect in a Sidecar", at: port["targetPort"],
                hint: "remove it; defaultEndpoint says where requests go")
        }
        if port["name"].isFilled { checkPortName(port["name"]) }
        checkProtocol(port["protocol"], isOptional: true)
    }

    mutating func checkUnique(_ number: Field, _ taken: inout [Int: Field]) {
        if let first = taken[number.number] {
            error(
                .portTwice, "two listeners have the port \(number.number)", at: number,
                hint: "use one listener for a port")
            relate("first here", to: first)
        }
        taken[number.number] = number
    }

    private mutating func checkDefaultEndpoint(_ endpoint: Field) {
        guard endpoint.isFilled else { return }
        if let path = unixPath(in: endpoint.text) { return checkUnixPath(path, at: endpoint) }
        let hint = "write \"127.0.0.1:PORT\", \"0.0.0.0:PORT\", \"[::1]:PORT\", \"[::]:PORT\" or \"unix://PATH\""
        guard let parts = HostPort(endpoint.text), ["", "127.0.0.1", "0.0.0.0", "::1", "::"].contains(parts.host) else {
            return error(
                .listenerInvalid, "the defaultEndpoint \(quoted(endpoint.text)) is not the workload itself",
                at: endpoint,
                hint: hint)
        }
        if !(Int(parts.port).map(isPort) ?? false) {
            error(
                .portInvalid, "the port \(quoted(parts.port)) of the defaultEndpoint is not a number from 1 to 65535",
                at: endpoint, hint: hint)
        }
    }

    private mutating func checkIngressTLS(_ tls: Field, _ port: Field) {
        guard tls.isPresent else { return }
        for name in ["subjectAltNames", "httpsRedirect", "credentialName", "credentialNames", "tlsCertificates"]
        where tls[name].isTrue || tls[name].isFilled || !tls[name].isEmpty {
            error(
                .tlsMismatch, "a Sidecar's ingress cannot have \(name)", at: tls[name],
                hint: name == "httpsRedirect" || name == "subjectAltNames"
                    ? "remove it" : "use serverCertificate and privateKey, which name files")
        }
        let mode = ServerTLSMode(tls)
        if mode == .istioMutual || mode == .autoPassthrough {
            error(
                .tlsMismatch, "a Sidecar's ingress cannot have mode \(mode.rawValue)", at: tls["mode"],
                hint: "use SIMPLE or MUTUAL; mutual TLS inside of the mesh is on by itself")
        }
        if PortProtocol(port["protocol"].text)?.isTLS != true {
            error(
                .tlsMismatch, "a port with protocol \(quoted(port["protocol"].text)) cannot have tls", at: tls,
                hint: "use protocol HTTPS or TLS, or remove tls")
        }
        checkServerTLS(tls)
    }

    // MARK: Other traffic

    private mutating func checkOutboundPolicy(_ policy: Field) {
        guard policy.isPresent else { return }
        let mode = policy["mode"]
        // 3 is its number, under which the reader of protos takes it.
        if mode.text == "ALLOW_ANY_DYNAMIC_DNS" || mode.number == 3 {
            return error(
                .outboundPolicyInvalid, "only the mesh as a whole can have the mode ALLOW_ANY_DYNAMIC_DNS", at: mode,
                hint: "use ALLOW_ANY or REGISTRY_ONLY")
        }
        let proxy = policy["egressProxy"]
        guard proxy.isPresent else { return }
        // Without a mode it is REGISTRY_ONLY.
        if mode.text != "ALLOW_ANY" {
            return error(
                .outboundPolicyInvalid, "egressProxy needs the mode ALLOW_ANY", at: proxy,
                hint: "set mode to ALLOW_ANY, or remove egressProxy")
        }
        if let problem = domainNameProblem(proxy["host"].text) {
            error(
                .outboundPolicyInvalid,
                "the host \(quoted(proxy["host"].text)) of egressProxy is no full name: \(problem)",
                at: proxy["host"], hint: "name a service")
        }
        if proxy["port"].isAbsent {
            return error(.outboundPolicyInvalid, "egressProxy has no port", at: proxy, hint: "add port.number")
        }
        checkDestination(proxy)
    }
}
