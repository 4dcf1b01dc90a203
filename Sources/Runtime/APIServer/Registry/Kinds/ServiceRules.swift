internal import GoText
internal import KubeTypes
internal import Tree

/// What is refused in the `spec` of a Service.
enum ServiceRules {
    static func causes(_ spec: Node) -> [Status.Cause] {
        typeCauses(spec) + addressCauses(spec) + portCauses(spec)
    }

    private static func typeCauses(_ spec: Node) -> [Status.Cause] {
        let types = ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"]
        var causes: [Status.Cause] = []
        let type = spec["type"]?.string ?? ""
        if !types.contains(type) { causes.append(.notSupported("spec.type", type, types)) }
        if type == "ExternalName" {
            if spec["externalName"]?.string?.isEmpty != false {
                causes.append(.required("spec.externalName"))
            }
            if spec["clusterIPs"]?.elements.isEmpty == false {
                causes.append(.forbidden("spec.clusterIPs", "may not be set for ExternalName services"))
            }
        }
        if let policy = spec["externalTrafficPolicy"]?.string {
            if !ServiceStrategy.isReachable(spec) {
                causes.append(
                    .invalid(
                        "spec.externalTrafficPolicy", Node(policy),
                        "may only be set for externally-accessible services"))
            } else if !["Cluster", "Local"].contains(policy) {
                causes.append(.notSupported("spec.externalTrafficPolicy", policy, ["Cluster", "Local"]))
            }
        }
        for (field, values) in [
            ("sessionAffinity", ["ClientIP", "None"]), ("internalTrafficPolicy", ["Cluster", "Local"]),
            ("ipFamilyPolicy", ["PreferDualStack", "RequireDualStack", "SingleStack"]),
        ] {
            guard let value = spec[field]?.string, !values.contains(value) else { continue }
            causes.append(.notSupported("spec.\(field)", value, values))
        }
        return causes
    }

    private static func addressCauses(_ spec: Node) -> [Status.Cause] {
        var causes: [Status.Cause] = []
        let addresses = spec["clusterIPs"]?.elements.compactMap(\.string) ?? []
        for (index, address) in addresses.enumerated() where address != "None" && IPAddress(address) == nil {
            causes.append(
                .invalid(
                    "spec.clusterIPs[\(index)]", Node(address),
                    "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"))
        }
        if let first = addresses.first, let address = spec["clusterIP"]?.string, address != first {
            causes.append(.invalid("spec.clusterIP", Node(address), "must match `clusterIPs[0]`"))
        }
        if addresses.first == "None", ["NodePort", "LoadBalancer"].contains(spec["type"]?.string ?? "") {
            let type = spec["type"]?.string ?? ""
            causes.append(.invalid("spec.clusterIPs[0]", "None", "may not be set to 'None' for \(type) services"))
        }
        for (index, address) in (spec["externalIPs"]?.elements ?? []).enumerated()
        where IPAddress(address.string ?? "") == nil {
            causes.append(
                .invalid(
                    "spec.externalIPs[\(index)]", address,
                    "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"))
        }
        let isSingle = spec["ipFamilies"]?.elements.contains("IPv6") != true
        if spec["ipFamilyPolicy"] == "RequireDualStack", isSingle {
            causes.append(
                .invalid(
                    "spec.ipFamilyPolicy", "RequireDualStack", "this cluster is not configured for dual-stack services")
            )
        }
        return causes
    }

    // MARK: Ports

    private static func portCauses(_ spec: Node) -> [Status.Cause] {
        let ports = spec["ports"]?.elements ?? []
        let isHeadless = spec["clusterIP"] == "None"
        if ports.isEmpty { return isHeadless || spec["type"] == "ExternalName" ? [] : [.required("spec.ports")] }
        var causes: [Status.Cause] = []
        var names: Set<String> = []
        var numbers: Set<String> = []
        for (index, port) in ports.enumerated() {
            let field = "spec.ports[\(index)]"
            let name = port["name"]?.string ?? ""
            if name.isEmpty {
                if ports.count > 1 { causes.append(.required("\(field).name")) }
            } else if let rule = Metadata.brokenLabelNameRule(name) {
                causes.append(.invalid("\(field).name", Node(name), rule))
            } else if !names.insert(name).inserted {
                causes.append(.duplicate("\(field).name", Node(name)))
            }
            causes += causesOfNumbers(port, field, spec)
            let transport = port["protocol"]?.string ?? ""
            if !["SCTP", "TCP", "UDP"].contains(transport) {
                causes.append(.notSupported("\(field).protocol", transport, ["SCTP", "TCP", "UDP"]))
            }
            if let number = port["port"]?.integer, !numbers.insert("\(transport) \(number)").inserted {
                causes.append(.duplicate(field, ["port": Node(number), "protocol": Node(transport)]))
            }
        }
        return causes
    }

    private static func causesOfNumbers(_ port: Node, _ field: String, _ spec: Node) -> [Status.Cause] {
        var causes: [Status.Cause] = []
        for name in ["port", "targetPort"] {
            if let number = port[name]?.integer, !(1...65535).contains(number) {
                causes.append(.invalid("\(field).\(name)", Node(number), "must be between 1 and 65535, inclusive"))
            }
        }
        if let name = port["targetPort"]?.string {
            causes += brokenPortName(name).map { .invalid("\(field).targetPort", Node(name), $0) }
        }
        if port["nodePort"] != nil, port["nodePort"] != 0, !ServiceStrategy.isReachable(spec) {
            let type = spec["type"]?.string ?? ""
            causes.append(.forbidden("\(field).nodePort", "may not be used when `type` is '\(type)'"))
        }
        return causes
    }

    /// Names of services as IANA registers them (RFC 6335).
    private static func brokenPortName(_ name: String) -> [String] {
        let bytes = Array(name.utf8)
        var broken: [String] = []
        if bytes.count > 15 { broken.append("must be no more than 15 characters") }
        let isPlain = bytes.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
        if !isPlain { broken.append("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)") }
        if !bytes.contains(where: { (0x61...0x7A).contains($0) }) {
            broken.append("must contain at least one letter (a-z)")
        }
        if name.contains("--") { broken.append("must not contain consecutive hyphens") }
        if bytes.first == 0x2D || bytes.last == 0x2D { broken.append("must not begin or end with a hyphen") }
        return broken
    }
}
