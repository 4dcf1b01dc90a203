internal import Diagnostics
internal import KubeTypes
internal import Mesh
internal import Tree

extension Analyzer {
    /// One VirtualService is for a host on a Gateway.
    static let gatewayRoutes = Analyzer("kiali.GatewayRoutes", [.gatewayRoutesMerge], reads: .virtualService) { world in
        var claims: [Claim: [(item: Item, node: Node)]] = [:]
        for item in world.items(.virtualService) {
            for gateway in item.spec.texts("gateways").distinct where gateway != GatewayName.mesh {
                let key = gatewayKey(gateway, from: item.namespace)
                for node in item.spec.items("hosts") {
                    let claim = Claim(gateway: key, host: fullHost(node.string ?? "", in: item.namespace))
                    claims[claim, default: []].append((item, node))
                }
            }
        }
        var told: Set<ObjectKey> = []
        return claims.filter { $0.value.count > 1 }.flatMap { claim, users in
            users.compactMap { user in
                let others = users.filter { $0.item.key != user.item.key }
                guard !others.isEmpty, told.insert(user.item.key).inserted else { return nil }
                return user.item.finding(
                    .gatewayRoutesMerge, .warning,
                    "\"\(claim.host)\" has routes for the Gateway \"\(claim.gateway)\" in "
                        + "\(listed(others.map(\.item.key.description))) too",
                    at: user.node, related: others.prefix(20).map { $0.item.related("the same host", at: $0.node) },
                    effect: "their rules are put together, the older VirtualService first",
                    hint: "make sure that no rule without a match stands before others, or merge them")
            }
        }
    }
}

private struct Claim: Hashable {
    var gateway: ObjectKey
    var host: String
}
