internal import GoText
internal import Diagnostics
internal import Mesh

/// The ports that a ServiceEntry gives its endpoints to name.
struct EndpointPorts {
    var names: Set<String>
    var count: Int
}

extension Report {
    mutating func checkWorkloadEntry(_ object: ObjectParts) {
        checkWorkload(object.spec, nil, allowsNames: true)
    }

    /// A WorkloadEntry, or an endpoint of a ServiceEntry with its ports.
    mutating func checkWorkload(_ entry: Field, _ service: EndpointPorts?, allowsNames: Bool) {
        guard entry.isPresent else {
            return error(.entryEmpty, "an entry of endpoints is empty", at: entry, hint: "remove it")
        }
        let address = entry["address"]
        if !address.isFilled {
            checkMissingAddress(entry)
            // A network's gateway leads to it; without one Istio looks no further.
            guard entry["network"].isFilled else { return }
        }
        if let path = unixPath(in: address.text) {
            checkUnixPath(path, at: address)
            if !entry["ports"].isEmpty {
                error(
                    .endpointInvalid, "the Unix socket \(quoted(address.text)) has no ports", at: entry["ports"],
                    hint: "remove them")
            }
            if let service, service.count != 1 {
                error(
                    .endpointInvalid, "a Unix socket serves one port, and the ServiceEntry has \(service.count)",
                    at: address,
                    hint: "make an entry with one port")
            }
        } else {
            if address.isFilled, IPAddress(address.text) == nil, !allowsNames || domainNameProblem(address.text) != nil
            {
                error(
                    .addressInvalid,
                    "\(quoted(address.text)) is \(allowsNames ? "neither an address nor a full name" : "not an address")",
                    at: address,
                    hint: allowsNames ? "write it without port and wildcard" : "use resolution DNS for names")
            }
            for (name, number) in entry["ports"].entries { checkEndpointPort(name, number, service?.names) }
        }
        checkLabels(entry["labels"])
    }

    private mutating func checkMissingAddress(_ entry: Field) {
        if entry["network"].isFilled {
            warning(
                .endpointInvalid,
                "a workload with a network but no address is reached through that network's gateway",
                at: entry["network"], hint: "add an address if it can be reached directly")
        } else {
            error(.endpointInvalid, "the workload has no address", at: entry, hint: "add an address")
        }
    }

    mutating func checkWorkloadGroup(_ object: ObjectParts) {
        let spec = object.spec
        guard spec["template"].isPresent else {
            return error(
                .workloadGroupInvalid, "the WorkloadGroup has no template", at: spec,
                hint: "add a template; {} is one")
        }
        let labelsAreWrong = hasErrors { $0.checkLabels(spec["metadata"]["labels"]) }
        if !labelsAreWrong { checkProbe(spec["probe"]) }
    }

    private mutating func checkProbe(_ probe: Field) {
        guard probe.isPresent else { return }
        for name in [
            "periodSeconds", "initialDelaySeconds", "timeoutSeconds", "successThreshold", "failureThreshold",
        ] {
            checkNotNegative(probe[name], .workloadGroupInvalid)
        }
        let http = probe["httpGet"]
        let tcp = probe["tcpSocket"]
        let exec = probe["exec"]
        // The schema has grpc as well; Istio's validation does not, and refuses it.
        if http.isAbsent, tcp.isAbsent, exec.isAbsent {
            error(
                .workloadGroupInvalid, "the probe has no way to ask",
                at: probe["grpc"].isPresent ? probe["grpc"] : probe,
                hint: "add httpGet, tcpSocket or exec")
        }
        if http.isPresent {
            checkPort(http["port"])
            if !["", "HTTP", "HTTPS"].contains(http["scheme"].text) {
                error(
                    .workloadGroupInvalid, "httpGet cannot have the scheme \(quoted(http["scheme"].text))",
                    at: http["scheme"],
                    hint: "use HTTP or HTTPS")
            }
            for header in http["httpHeaders"].items where !isProbeHeaderName(header["name"].text) {
                error(
                    .headerInvalid, "\(quoted(header["name"].text)) is no header of a probe", at: header["name"],
                    hint: "use letters, digits and \"-\"")
            }
        }
        if tcp.isPresent { checkPort(tcp["port"]) }
        if exec.isPresent, exec["command"].isEmpty {
            error(.workloadGroupInvalid, "exec has no command", at: exec, hint: "add command")
        }
    }
}
