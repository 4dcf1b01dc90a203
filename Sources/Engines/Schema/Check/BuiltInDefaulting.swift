package import KubeTypes
package import Tree

/// `root`, an object of a built-in kind, with the defaults that the API server fills in: those of `schema`, and those
/// that depend on other fields. Nulls and empty lists and maps go, as they do where the API server decodes into typed
/// objects.
package func defaulted(_ root: Node, ofBuiltIn kind: GroupKind, with schema: Schema) -> Node {
    var node = root
    omitNothings(in: &node, schema.asObject)
    switch kind {
    case GroupKind(group: "", kind: "Service"), GroupKind(group: "apps", kind: "Deployment"):
        if node["spec"] == nil { node["spec"] = .emptyMapping }
    default: break
    }
    node = defaulted(node, with: schema)
    switch kind {
    case GroupKind(group: "", kind: "Service"): defaultService(&node)
    case GroupKind(group: "apps", kind: "Deployment"): defaultDeployment(&node)
    default: break
    }
    return node
}

private func defaultService(_ root: inout Node) {
    root["spec"]?["ports"]?.updateSequence { ports in
        for index in ports.indices {
            let target = ports[index]["targetPort"]
            guard target == nil || target == 0 || target == "", let port = ports[index]["port"] else { continue }
            ports[index]["targetPort"] = port
        }
    }
    let type = root[path: "spec", "type"]?.string ?? ""
    func fill(_ field: String, _ value: Node) {
        if root[path: "spec", field] == nil { root.set(value, at: ["spec", field]) }
    }
    if type != "ExternalName" { fill("internalTrafficPolicy", "Cluster") }
    let isExternal = root[path: "spec", "externalIPs"]?.elements.isEmpty == false
    if ["NodePort", "LoadBalancer"].contains(type) || (type == "ClusterIP" && isExternal) {
        fill("externalTrafficPolicy", "Cluster")
    }
    if type == "LoadBalancer" { fill("allocateLoadBalancerNodePorts", true) }
    if root[path: "spec", "sessionAffinity"] == "ClientIP" {
        if root[path: "spec", "sessionAffinityConfig", "clientIP", "timeoutSeconds"] == nil {
            root.set(10800, at: ["spec", "sessionAffinityConfig", "clientIP", "timeoutSeconds"])
        }
    } else {
        root.remove(at: ["spec", "sessionAffinityConfig"])
    }
}

private func defaultDeployment(_ root: inout Node) {
    if root[path: "spec", "strategy", "type"] == "RollingUpdate" {
        for field in ["maxUnavailable", "maxSurge"]
        where root[path: "spec", "strategy", "rollingUpdate", field] == nil {
            root.set("25%", at: ["spec", "strategy", "rollingUpdate", field])
        }
    }
    for list in ["initContainers", "containers"] {
        root["spec"]?["template"]?["spec"]?[list]?.updateSequence { containers in
            for index in containers.indices where containers[index]["imagePullPolicy"] == nil {
                let image = containers[index]["image"]?.string ?? ""
                containers[index]["imagePullPolicy"] = Node(pullPolicy(forImage: image))
            }
        }
    }
}

/// `Always` for the tag `latest`, also when it is not written.
private func pullPolicy(forImage image: String) -> String {
    if image.contains("@") { return "IfNotPresent" }
    let name = image.split(separator: "/").last ?? ""
    guard let colon = name.lastIndex(of: ":") else { return "Always" }
    return name[name.index(after: colon)...] == "latest" ? "Always" : "IfNotPresent"
}

/// Times are kept in whole seconds of UTC. Drops what Go's `omitempty` drops: nulls, empty lists and empty maps with free keys. A null text in such a map is an
/// empty text.
private func omitNothings(in value: inout Node, _ schema: Schema) {
    if value.sequence != nil, let item = schema.items {
        value.updateSequence { items in
            for index in items.indices { omitNothings(in: &items[index], item) }
        }
    }
    value.updateMapping { mapping in
        mapping.updateEach { key, value in
            guard let member = schema.member(key) else { return }
            if value.isNull, schema.property(key) == nil, member.type == .string { value = "" }
            if member.format == "date-time", !member.isMicroTime, let time = value.string.flatMap(Timestamp.init) {
                value.value = .string(time.description)
            }
            omitNothings(in: &value, member)
        }
        mapping.removeAll { entry in
            guard let member = schema.property(entry.key) else { return false }
            if entry.value.isNull { return true }
            if schema.required.contains(entry.key) { return false }
            if member.type == .array { return entry.value.sequence?.isEmpty == true }
            return member.isFreeMap && entry.value.mapping?.isEmpty == true
        }
    }
}

extension Schema {
    fileprivate var isFreeMap: Bool {
        if case .schema? = additionalProperties { return type == .object }
        return false
    }
}
