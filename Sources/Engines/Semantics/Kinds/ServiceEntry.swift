internal import Diagnostics
internal import Mesh

extension Report {
    mutating func checkServiceEntry(_ object: ObjectParts) {
        let spec = object.spec
        guard checkWorkloadSelector(spec["workloadSelector"]) else { return }
        if spec["workloadSelector"].isPresent, !spec["endpoints"].isEmpty {
            error(
                .resolutionMismatch, "workloadSelector and endpoints cannot both be set", at: spec["endpoints"],
                hint: "keep one of the two")
        }
        let resolution = Resolution(rawValue: spec["resolution"].text) ?? .none
        checkEntryHosts(spec, resolution)
        checkEntryAddresses(spec, resolution)
        checkEntryPorts(object, resolution)
        checkResolution(object, resolution)
        checkHostsDistinct(spec, resolution)
        checkExport(spec["exportTo"], from: object.namespace, by: .service)
    }

    enum Resolution: String {
        case none = "NONE"
        case fixed = "STATIC"
        case dns = "DNS"
        case roundRobin = "DNS_ROUND_ROBIN"
        case dynamic = "DYNAMIC_DNS"
    }

    private mutating func checkEntryHosts(_ spec: Field, _ resolution: Resolution) {
        if spec["hosts"].isEmpty {
            error(.hostInvalid, "the ServiceEntry has no hosts", at: spec["hosts"], hint: "name at least one host")
        }
        for host in spec["hosts"].items {
            if host.text == "*" {
                error(.wildcardMisplaced, "a ServiceEntry cannot be for all hosts", at: host, hint: "name a host")
                continue
            }
            checkWildcardHost(host)
            if resolution != .dynamic, isPartialWildcard(host.text) {
                warning(
                    .wildcardMisplaced, "the wildcard \(quoted(host.text)) covers only a part of a label", at: host,
                    hint: "write \"*.example\"", effect: "gateways and sidecars do not match it")
            }
        }
    }

    private mutating func checkEntryAddresses(_ spec: Field, _ resolution: Resolution) {
        for address in spec["addresses"].items {
            checkAddressOrBlock(address)
            if address.text.contains("/"), resolution != .none, resolution != .fixed {
                error(
                    .resolutionMismatch,
                    "the block \(quoted(address.text)) cannot be used with resolution \(resolution.rawValue)",
                    at: address,
                    hint: "use resolution NONE or STATIC, or single addresses")
            }
        }
    }

    private mutating func checkEntryPorts(_ object: ObjectParts, _ resolution: Resolution) {
        let spec = object.spec
        var names: [String: Field] = [:]
        var numbers: [Int: Field] = [:]
        let getsNoAddress =
            spec["addresses"].isEmpty
            && (resolution == .none
                || object.label("networking.istio.io/enable-autoallocate-ip").lowercased() == "false")
        for port in spec["ports"].items {
            guard port.isPresent else {
                error(.entryEmpty, "an entry of ports is empty", at: port, hint: "remove it")
                continue
            }
            let name = port["name"]
            if let first = names[name.text] {
                error(.portTwice, "two ports have the name \(quoted(name.text))", at: name, hint: "rename one of them")
                relate("first here", to: first)
            }
            names[name.text] = name
            let number = port["number"]
            if let first = numbers[number.number] {
                error(.portTwice, "the port \(number.number) is there twice", at: number, hint: "remove one of the two")
                relate("first here", to: first)
            }
            numbers[number.number] = number
            checkPort(port["targetPort"], isOptional: true)
            checkPortName(name)
            checkProtocol(port["protocol"], isOptional: true)
            checkPort(number)
            if getsNoAddress, ["", "TCP"].contains(port["protocol"].text) {
                warning(
                    .hostsIndistinct, "a port for TCP needs addresses of its own to be told from other services",
                    at: port["protocol"], hint: "add addresses, or say a protocol that names its host",
                    effect: "all connections to port \(number.number) are taken for this service")
            }
        }
    }

    private mutating func checkHostsDistinct(_ spec: Field, _ resolution: Resolution) {
        guard resolution != .none, spec["hosts"].count > 1 else { return }
        let port = spec["ports"].items.first { port in
            guard port.isPresent else { return false }
            guard let kind = PortProtocol(port["protocol"].text) else { return true }
            return !kind.isHTTP && !kind.isTLS
        }
        guard let port else { return }
        error(
            .hostsIndistinct, "\(spec["hosts"].count) hosts share a port on which no request names its host",
            at: port["protocol"].isPresent ? port["protocol"] : port,
            hint: "make an entry for each host, or say a protocol of HTTP or TLS")
    }
}
