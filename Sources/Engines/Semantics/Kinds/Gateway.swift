internal import GoText
internal import Diagnostics
internal import Mesh

extension Report {
    mutating func checkGateway(_ object: ObjectParts) {
        let isGenerated = object.isGeneratedGateway
        if !isGenerated, !isDNSLabel(object.name) {
            error(
                .objectNameInvalid, "the name \(quoted(object.name)) of the Gateway is not a DNS label",
                at: object.metadata["name"], hint: "use letters, digits and inner \"-\", no dots")
        }
        let servers = object.spec["servers"]
        if servers.isEmpty {
            error(
                .serverIncomplete, "the Gateway has no servers", at: servers, hint: "add a server with port and hosts",
                effect: "it opens no port")
        }
        var names: [String: Field] = [:]
        for server in servers.items {
            guard server.isPresent else {
                error(.entryEmpty, "an entry of servers is empty", at: server, hint: "remove it")
                continue
            }
            checkServer(server, isGenerated: isGenerated)
            let name = server["port"]["name"]
            if name.isFilled, let first = names[name.text] {
                error(
                    .portTwice, "two servers have the port name \(quoted(name.text))", at: name,
                    hint: "rename one of them")
                relate("first here", to: first)
            } else if name.isFilled {
                names[name.text] = name
            }
        }
    }

    private mutating func checkServer(_ server: Field, isGenerated: Bool) {
        if server["hosts"].isEmpty {
            error(
                .serverIncomplete, "a server has no hosts", at: server, hint: "name hosts, or \"*\" for all",
                effect: "no request is let in")
        }
        for host in server["hosts"].items { checkServerHost(host, isGenerated: isGenerated) }
        checkServerTLS(server["tls"])
        checkServerPort(server)
    }

    private mutating func checkServerHost(_ field: Field, isGenerated: Bool) {
        let parts = field.text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return checkServerHostName(field.text, field) }
        if parts[0].isEmpty || parts[1].isEmpty {
            return error(
                .hostInvalid, "one side of the \"/\" in \(quoted(field.text)) is empty", at: field,
                hint: "write \"namespace/host\"")
        }
        let isNamespace = ["*", "."].contains(parts[0]) || isDNSLabel(parts[0]) || isGenerated && parts[0] == "~"
        if !isNamespace {
            error(
                .hostInvalid, "\(quoted(String(parts[0]))) of \(quoted(field.text)) is not a namespace", at: field,
                hint: "name a namespace, \".\" for this one or \"*\" for all")
        }
        checkServerHostName(String(parts[1]), field)
    }

    private mutating func checkServerHostName(_ host: String, _ field: Field) {
        if IPAddress(host) != nil { return }
        guard let problem = hostInNamespaceProblem(host) else { return }
        error(
            isPartialWildcard(host) && wildcardDomainProblem(host) == nil ? .wildcardMisplaced : .hostInvalid,
            "the host \(quoted(field.text)) cannot be served: \(problem)", at: field,
            hint: "write a full name, \"*.example\" or \"*\"")
    }

    private mutating func checkServerPort(_ server: Field) {
        let port = server["port"]
        guard port.isPresent else {
            return error(.portInvalid, "a server has no port", at: server, hint: "add number, name and protocol")
        }
        let bind = server["bind"]
        let socket = unixPath(in: bind.text)
        let isWrong = hasErrors { report in
            report.checkProtocol(port["protocol"], isOptional: false)
            if socket == nil || port["number"].number != 0 { report.checkPort(port["number"]) }
            if port["targetPort"].number > 0 {
                report.error(
                    .portInvalid, "targetPort has no effect in a Gateway", at: port["targetPort"],
                    hint: "remove it; the Service in front of the gateway has one")
            }
            if !port["name"].isFilled {
                report.error(
                    .portInvalid, "the port of a server has no name", at: port, hint: "name it after its protocol")
            }
        }
        if let socket {
            checkUnixPath(socket, at: bind)
            if port["number"].number != 0 {
                error(
                    .portInvalid, "a server on a Unix socket has port \(port["number"].number)", at: port["number"],
                    hint: "use port 0 with \"unix://\"")
            }
        } else if bind.isFilled {
            checkAddress(bind, what: "bind address")
        }
        if let kind = PortProtocol(port["protocol"].text), !isWrong { checkTLSFitsPort(server, kind) }
        if server["tls"]["httpsRedirect"].isTrue, let kind = PortProtocol(port["protocol"].text), !kind.isHTTP {
            warning(
                .settingIneffective, "httpsRedirect has no effect on a port with protocol \(port["protocol"].text)",
                at: server["tls"]["httpsRedirect"], hint: "set it on the server with protocol HTTP")
        }
    }

    private mutating func checkTLSFitsPort(_ server: Field, _ kind: PortProtocol) {
        let tls = server["tls"]
        let written = server["port"]["protocol"]
        if kind.isTLS, tls.isAbsent {
            error(
                .tlsMismatch, "a server with protocol \(written.text) has no tls", at: written,
                hint: "add tls with a mode",
                effect: "the port is not opened")
        }
        guard !kind.isTLS, tls.isPresent else { return }
        let mode = ServerTLSMode(tls)
        let isBare = ["caCertificates", "privateKey", "serverCertificate"].allSatisfy { !tls[$0].isFilled }
        if kind.isHTTP, isBare, mode == .passthrough || mode == .autoPassthrough { return }
        error(
            .tlsMismatch, "a server with protocol \(written.text) cannot have tls", at: tls,
            hint: "use protocol HTTPS or TLS, or remove tls")
    }
}
