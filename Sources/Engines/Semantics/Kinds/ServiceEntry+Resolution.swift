internal import GoText
internal import Diagnostics
internal import Mesh

/// Where the endpoints of a ServiceEntry come from, and what does not go with that.
extension Report {
    mutating func checkResolution(_ object: ObjectParts, _ resolution: Resolution) {
        let spec = object.spec
        let endpoints = spec["endpoints"]
        let ports = Set(spec["ports"].items.map { $0["name"].text })
        switch resolution {
        case .none:
            if !endpoints.isEmpty {
                error(
                    .resolutionMismatch, "with resolution NONE clients choose the address, so endpoints cannot be set",
                    at: endpoints, hint: "use resolution STATIC or DNS, or remove the endpoints")
            }
            if spec["workloadSelector"].isPresent {
                warning(
                    .resolutionMismatch, "workloadSelector is not used with resolution NONE",
                    at: spec["workloadSelector"],
                    hint: "use resolution STATIC")
            }
        case .fixed:
            for endpoint in endpoints.items {
                checkWorkload(endpoint, EndpointPorts(names: ports, count: spec["ports"].count), allowsNames: false)
            }
        case .dns, .roundRobin: checkNames(spec, resolution, ports)
        case .dynamic: checkDynamic(object)
        }
    }

    private mutating func checkNames(_ spec: Field, _ resolution: Resolution, _ ports: Set<String>) {
        let endpoints = spec["endpoints"]
        if endpoints.isEmpty, let host = spec["hosts"].items.first(where: { domainNameProblem($0.text) != nil }) {
            error(
                .resolutionMismatch,
                "the host \(quoted(host.text)) cannot be looked up, and resolution \(resolution.rawValue) without endpoints has to",
                at: host, hint: "name a full host, or add endpoints")
        }
        if resolution == .roundRobin, endpoints.count > 1 {
            error(
                .resolutionMismatch, "resolution DNS_ROUND_ROBIN takes one endpoint, and there are \(endpoints.count)",
                at: endpoints, hint: "use resolution DNS")
        }
        for endpoint in endpoints.items { checkNamedEndpoint(endpoint, ports) }
        let hasTCP = spec["ports"].items.contains { PortProtocol($0["protocol"].text)?.isTCP == true }
        if !spec["addresses"].isEmpty, hasTCP, spec["hosts"].count > 1 {
            warning(
                .hostsIndistinct, "several hosts share the addresses and a port for TCP", at: spec["hosts"],
                hint: "make an entry for each host", effect: "connections may go to another host")
        }
    }

    private mutating func checkNamedEndpoint(_ endpoint: Field, _ ports: Set<String>) {
        guard endpoint.isPresent else {
            return error(.entryEmpty, "an entry of endpoints is empty", at: endpoint, hint: "remove it")
        }
        let address = endpoint["address"]
        if IPAddress(address.text) == nil, let problem = domainNameProblem(address.text) {
            error(
                .endpointInvalid,
                "the endpoint \(quoted(address.text)) is neither an address nor a full name: \(problem)",
                at: address, hint: "write an address or a name without port and wildcard")
        }
        checkLabels(endpoint["labels"])
        for (name, number) in endpoint["ports"].entries { checkEndpointPort(name, number, ports) }
    }

    mutating func checkEndpointPort(_ name: Field, _ number: Field, _ known: Set<String>?) {
        if let known, !known.contains(name.text) {
            error(
                .endpointInvalid, "the port \(quoted(name.text)) of an endpoint is none of the ServiceEntry", at: name,
                hint: nearestName(to: name.text, among: known).map { "did you mean \"\($0)\"?" } ?? "add it to ports")
            if let near = nearestName(to: name.text, among: known) { suggest(near, for: name, isSafe: false) }
        }
        checkPortName(name)
        checkPort(number)
    }

    private mutating func checkDynamic(_ object: ObjectParts) {
        let spec = object.spec
        if spec["hosts"].isEmpty {
            error(
                .resolutionMismatch, "resolution DYNAMIC_DNS needs a host with a wildcard", at: spec["hosts"],
                hint: "name a host such as \"*.example\"")
        }
        for host in spec["hosts"].items where !host.text.hasPrefix("*") {
            error(
                .resolutionMismatch,
                "the host \(quoted(host.text)) has no wildcard, and resolution DYNAMIC_DNS is for these only",
                at: host, hint: "use resolution DNS")
        }
        for name in ["addresses", "endpoints"] where !spec[name].isEmpty {
            error(
                .resolutionMismatch,
                "resolution DYNAMIC_DNS looks hosts up as they are asked for, so \(name) cannot be set",
                at: spec[name], hint: "remove \(name)")
        }
        for port in spec["ports"].items where port.isPresent {
            let name = port["protocol"]
            switch PortProtocol(name.text) {
            case .http, .tls, .grpc, .http2: break
            default:
                error(
                    .resolutionMismatch, "resolution DYNAMIC_DNS cannot serve \(quoted(name.text))", at: name,
                    hint: "use protocol HTTP, HTTP2, GRPC or TLS, which name the host")
            }
        }
        guard spec["location"].text == "MESH_INTERNAL" else { return }
        let waypoint = object.metadata["labels"]["istio.io/use-waypoint"]
        if waypoint.isFilled, waypoint.text != "none" {
            error(
                .resolutionMismatch, "resolution DYNAMIC_DNS inside of the mesh does not work through a waypoint",
                at: waypoint, hint: "use location MESH_EXTERNAL, or the label with \"none\"")
        }
    }
}
