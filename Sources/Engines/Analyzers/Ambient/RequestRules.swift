internal import Tree

// What ztunnel cannot do, because it sees connections and no requests: the part of a configuration that needs a waypoint,
// or nil when there is none.

/// A rule of an AuthorizationPolicy about methods, paths, hosts, headers or tokens.
func requestRule(authorizationPolicy spec: Node) -> Node? {
    if spec.text("action") == "CUSTOM" { return spec["action"] }
    for rule in spec.items("rules") {
        for operation in rule.items("to").compactMap({ $0["operation"] }) {
            let fields = ["methods", "notMethods", "paths", "notPaths", "hosts", "notHosts"]
            if let field = first(of: fields, in: operation) { return field }
        }
        for source in rule.items("from").compactMap({ $0["source"] }) {
            if let field = first(of: ["requestPrincipals", "notRequestPrincipals"], in: source) { return field }
        }
        for condition in rule.items("when") {
            let key = condition.text("key")
            if key.hasPrefix("request.") || key.hasPrefix("experimental.envoy.filters.") { return condition["key"] }
        }
    }
    return nil
}

/// Routes of a VirtualService for requests within the mesh; those of gateways need no waypoint.
func requestRule(virtualService spec: Node) -> Node? {
    let gateways = spec.texts("gateways")
    guard gateways.isEmpty || gateways.contains("mesh") else { return nil }
    return first(of: ["http", "tls"], in: spec)
}

/// A part of a traffic policy that looks at requests or counts their failures.
func requestRule(destinationRule spec: Node) -> Node? {
    let whole = [spec["trafficPolicy"]].compactMap { $0 }
    let policies = whole + spec.items("subsets").compactMap { $0["trafficPolicy"] }
    for policy in policies + policies.flatMap({ $0.items("portLevelSettings") }) {
        let hash = policy[path: "loadBalancer", "consistentHash"]
        for field in ["httpHeaderName", "httpCookie", "httpQueryParameterName"] where hash?.has(field) == true {
            return hash?[field]
        }
        if policy.has("connectionPool", "http") { return policy[path: "connectionPool", "http"] }
        if policy.has("outlierDetection") { return policy["outlierDetection"] }
    }
    return nil
}

/// Traces, access logs and metrics with changes of a Telemetry.
func requestRule(telemetry spec: Node) -> Node? {
    if let field = first(of: ["tracing", "accessLogging"], in: spec) { return field }
    return spec.items("metrics").lazy.compactMap { first(of: ["overrides"], in: $0) }.first
}

/// The first of the lists that has items.
private func first(of fields: [String], in node: Node) -> Node? {
    fields.lazy.compactMap { node[$0] }.first { $0.elements.contains { !$0.isNull } }
}
