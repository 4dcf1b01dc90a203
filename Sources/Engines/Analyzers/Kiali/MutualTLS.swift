internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Both sides of a connection agree about mTLS: what DestinationRules tell clients, and PeerAuthentications servers.
    static let mutualTLS = Analyzer(
        "kiali.MutualTLS", [.mutualTLSLost, .plainToStrict, .mutualToPlain, .mutualTLSUnpaired],
        reads: .destinationRule, .peerAuthentication
    ) { world in
        let sides = Sides(world)
        return world.items(.destinationRule).flatMap { sides.clientFindings($0) }
            + sides.servers.values.flatMap { sides.serverFindings($0) }
    }
}

private struct Sides {
    let root: String
    /// Whether clients find out by themselves what servers expect.
    let isAutomatic: Bool
    /// The PeerAuthentications without selector, by namespace.
    let servers: [String: Item]
    /// The wide rules, by what they are for: `*` for the mesh, else the namespace.
    let clients: [String: [Item]]

    init(_ world: World) {
        root = world.mesh.rootNamespace
        isAutomatic = world.mesh.config["enableAutoMtls"]?.bool ?? true
        let defaults = world.items(.peerAuthentication).filter { $0.spec.pairs("selector", "matchLabels").isEmpty }
        servers = Dictionary(defaults.map { ($0.namespace, $0) }) { first, _ in first }
        clients = Dictionary(grouping: world.items(.destinationRule).filter { scope(of: $0) != nil }) {
            scope(of: $0) ?? ""
        }
    }

    func clientFindings(_ rule: Item) -> [Finding] {
        let mode = rule.spec[path: "trafficPolicy", "tls", "mode"]
        guard let scope = scope(of: rule) else { return [lost(rule)].compactMap { $0 } }
        switch mode?.string {
        case "DISABLE":
            let server = scope == "*" ? servers[root] : servers[scope] ?? servers[root]
            guard let server, serverMode(server) == "STRICT" else { return [] }
            return [
                rule.finding(
                    .plainToStrict, "clients speak plain text to \(place(scope)), where servers insist on mTLS",
                    at: mode,
                    related: [server.related("STRICT here", at: server.spec[path: "mtls", "mode"])],
                    effect: "requests get 503 (UC): servers close the connections",
                    hint: "use ISTIO_MUTUAL, or leave the mode to Istio")
            ]
        case "ISTIO_MUTUAL" where !isAutomatic:
            guard servers[scope == "*" ? root : scope] == nil else { return [] }
            return [
                unpaired(rule, mode, "clients speak mTLS to \(place(scope)), and no PeerAuthentication asks for it")
            ]
        default: return []
        }
    }

    func serverFindings(_ server: Item) -> [Finding] {
        let mode = server.spec[path: "mtls", "mode"]
        let scope = server.namespace == root ? "*" : server.namespace
        let own = clients[scope] ?? []
        let wider = own.isEmpty ? clients["*"] ?? [] : own
        switch serverMode(server) {
        case "DISABLE":
            guard let rule = wider.first(where: isWideMutual) else { return [] }
            return [
                server.finding(
                    .mutualToPlain, "servers of \(place(scope)) do not speak mTLS, and clients do", at: mode,
                    related: [rule.related("ISTIO_MUTUAL here", at: rule.spec[path: "trafficPolicy", "tls", "mode"])],
                    effect: "requests get 503 (UF): the handshakes fail",
                    hint: "add a DestinationRule with the mode DISABLE")
            ]
        case "STRICT" where !isAutomatic && !wider.contains(where: isWideMutual):
            return [
                unpaired(
                    server, mode, "servers of \(place(scope)) insist on mTLS, and no DestinationRule says so to clients"
                )
            ]
        default: return []
        }
    }

    /// A rule for one host that has a policy of its own, without TLS, hides that of the wider rule.
    private func lost(_ rule: Item) -> Finding? {
        guard !isAutomatic || rule.spec.has("trafficPolicy"), !rule.spec.has("trafficPolicy", "tls") else { return nil }
        let parts = fullHost(rule.spec.text("host"), in: rule.namespace).split(separator: ".").map(String.init)
        guard parts.count > 2, parts[2] == "svc" else { return nil }
        let wider = ((clients[parts[1]] ?? []) + (clients["*"] ?? [])).first(where: isWideMutual)
        guard let wider else { return nil }
        return rule.finding(
            .mutualTLSLost, .warning,
            "the rule has no TLS settings, and hides those of \"\(wider.key)\" for \"\(rule.spec.text("host"))\"",
            at: rule.spec["host"],
            related: [wider.related("ISTIO_MUTUAL here", at: wider.spec[path: "trafficPolicy", "tls", "mode"])],
            effect: isAutomatic
                ? "clients choose mTLS or plain text by themselves" : "requests to the host are sent as plain text",
            hint: "add trafficPolicy.tls with the mode ISTIO_MUTUAL")
    }

    private func unpaired(_ item: Item, _ mode: Node?, _ message: String) -> Finding {
        item.finding(
            .mutualTLSUnpaired, message, at: mode, effect: "requests get 503: one side expects mTLS",
            hint: "set the other side too, or enableAutoMtls in the mesh configuration")
    }

    private func place(_ scope: String) -> String { scope == "*" ? "the mesh" : "the namespace \"\(scope)\"" }
}

private func serverMode(_ server: Item) -> String { server.spec.text("mtls", "mode") }

/// What a rule for a wildcard is for: the mesh, or a namespace; nil for any other rule.
private func scope(of rule: Item) -> String? {
    let host = rule.spec.text("host")
    if host == "*.local" || host == "*" || host == "*.\(clusterDomain)" { return "*" }
    guard host.hasPrefix("*."), host.hasSuffix(".\(clusterDomain)") else { return nil }
    let namespace = host.dropFirst(2).dropLast(clusterDomain.count + 1)
    return namespace.contains(".") || namespace.isEmpty ? nil : String(namespace)
}
