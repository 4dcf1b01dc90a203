internal import KubeTypes
internal import Tree

/// What a Service needs follows from its type (Kubernetes documentation, "Service").
enum ServiceStrategy: KindStrategy {
    static func prepare(_ object: inout KubeObject, from live: KubeObject?) {
        normalizeAddresses(&object, from: live)
        if let live {
            keepAllocated(&object, from: live)
            dropUnneeded(&object, from: live)
        }
        defaultFamilies(&object)
    }

    static func causes(_ object: KubeObject, from live: KubeObject?) -> [Status.Cause] {
        ServiceRules.causes(object.spec) + addressChanges(object, from: live)
    }

    // MARK: What a type needs

    static func needsAddress(_ service: KubeObject) -> Bool { service.spec["type"] != "ExternalName" }
    static func isHeadless(_ service: KubeObject) -> Bool { service.spec["clusterIP"] == "None" }

    static func needsNodePorts(_ service: KubeObject) -> Bool {
        switch service.spec["type"]?.string {
        case "NodePort": true
        case "LoadBalancer": service.spec["allocateLoadBalancerNodePorts"]?.bool != false
        default: false
        }
    }

    static func needsHealthPort(_ service: KubeObject) -> Bool {
        service.spec["type"] == "LoadBalancer" && service.spec["externalTrafficPolicy"] == "Local"
    }

    // MARK: Steps

    /// `clusterIP` is the first of `clusterIPs`; clients may know only the former.
    private static func normalizeAddresses(_ object: inout KubeObject, from live: KubeObject?) {
        let address = object.spec["clusterIP"]?.string ?? ""
        guard let live else {
            guard !address.isEmpty, object.spec["clusterIPs"] == nil else { return }
            return object.root.set([Node(address)], at: ["spec", "clusterIPs"])
        }
        guard address != live.spec["clusterIP"]?.string ?? "", object.spec["clusterIPs"] == live.spec["clusterIPs"]
        else { return }
        object.root.remove(at: ["spec", "clusterIPs"])
        if !address.isEmpty { object.root.set([Node(address)], at: ["spec", "clusterIPs"]) }
    }

    /// A client that does not say what was allocated means to keep it.
    private static func keepAllocated(_ object: inout KubeObject, from live: KubeObject) {
        if needsAddress(live), needsAddress(object) {
            if object.spec["clusterIP"] == nil, let address = live.spec["clusterIP"] {
                object.root.set(address, at: ["spec", "clusterIP"])
            }
            if object.spec["clusterIPs"] == nil, object.spec["clusterIP"] == live.spec["clusterIP"],
                let addresses = live.spec["clusterIPs"]
            {
                object.root.set(addresses, at: ["spec", "clusterIPs"])
            }
            for field in ["ipFamilies", "ipFamilyPolicy"] where object.spec[field] == nil {
                if let value = live.spec[field] { object.root.set(value, at: ["spec", field]) }
            }
        }
        if needsNodePorts(live), needsNodePorts(object) { keepNodePorts(&object, from: live) }
        if needsHealthPort(live), needsHealthPort(object), object.spec["healthCheckNodePort"] == nil,
            let port = live.spec["healthCheckNodePort"]
        {
            object.root.set(port, at: ["spec", "healthCheckNodePort"])
        }
    }

    private static func keepNodePorts(_ object: inout KubeObject, from live: KubeObject) {
        let before = live.spec["ports"]?.elements ?? []
        var used = Set((object.spec["ports"]?.elements ?? []).compactMap { $0["nodePort"]?.integer })
        object.root["spec"]?["ports"]?.updateSequence { ports in
            for index in ports.indices where ports[index]["nodePort"] == nil {
                let same = before.first {
                    $0["port"] == ports[index]["port"] && $0["protocol"] == ports[index]["protocol"]
                }
                guard let number = same?["nodePort"]?.integer, used.insert(number).inserted else { continue }
                ports[index]["nodePort"] = Node(number)
            }
        }
    }

    /// What a change of the type makes meaningless goes, if the client left it as it was.
    private static func dropUnneeded(_ object: inout KubeObject, from live: KubeObject) {
        func drop(_ fields: [String], needed: (KubeObject) -> Bool) {
            guard needed(live), !needed(object) else { return }
            for field in fields where object.spec[field] == live.spec[field] {
                object.root.remove(at: ["spec", field])
            }
        }
        drop(
            ["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy", "internalTrafficPolicy"], needed: needsAddress)
        drop(["healthCheckNodePort"], needed: needsHealthPort)
        drop(["externalTrafficPolicy"]) { isReachable($0.spec) }
        drop(["allocateLoadBalancerNodePorts", "loadBalancerClass"]) { $0.spec["type"] == "LoadBalancer" }
        drop(["externalName"]) { $0.spec["type"] == "ExternalName" }
        guard needsNodePorts(live), !needsNodePorts(object) else { return }
        let before = Set((live.spec["ports"]?.elements ?? []).compactMap { $0["nodePort"]?.integer })
        object.root["spec"]?["ports"]?.updateSequence { ports in
            for index in ports.indices where ports[index]["nodePort"]?.integer.map(before.contains) == true {
                ports[index]["nodePort"] = nil
            }
        }
    }

    /// From outside the cluster.
    static func isReachable(_ spec: Node) -> Bool {
        switch spec["type"]?.string {
        case "NodePort", "LoadBalancer": true
        case "ClusterIP": spec["externalIPs"]?.elements.isEmpty == false
        default: false
        }
    }

    /// The cluster has IPv4 alone; a headless service without a selector may point to anything, so it has both.
    private static func defaultFamilies(_ object: inout KubeObject) {
        guard needsAddress(object) else { return }
        let isFree = isHeadless(object) && object.spec["selector"] == nil
        if object.spec["ipFamilyPolicy"] == nil {
            object.root.set(isFree ? "RequireDualStack" : "SingleStack", at: ["spec", "ipFamilyPolicy"])
        }
        if object.spec["ipFamilies"] == nil {
            let isDual = isFree && object.spec["ipFamilyPolicy"] != "SingleStack"
            object.root.set(isDual ? ["IPv4", "IPv6"] : ["IPv4"], at: ["spec", "ipFamilies"])
        }
    }

    private static func addressChanges(_ object: KubeObject, from live: KubeObject?) -> [Status.Cause] {
        guard let live, needsAddress(live), needsAddress(object), let before = live.spec["clusterIPs"]?[0] else {
            return []
        }
        let addresses = object.spec["clusterIPs"]
        guard let now = addresses?[0] else {
            return [.invalid("spec.clusterIPs[0]", addresses, "primary clusterIP can not be unset")]
        }
        return now == before ? [] : [.invalid("spec.clusterIPs[0]", addresses, "may not change once set")]
    }
}
