internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// An address belongs to one gateway of Gateway API.
    static let gatewayAddresses = Analyzer(
        "kiali.GatewayAddresses", [.addressesShared], reads: .kubernetesGateway
    ) { world in
        var holders: [String: [(gateway: Item, node: Node)]] = [:]
        for gateway in world.items(.kubernetesGateway) {
            for address in gateway.spec.items("addresses") where address.has("value") {
                let type = address.text("type").isEmpty ? "IPAddress" : address.text("type")
                holders["\(type) \(address.text("value"))", default: []].append((gateway, address))
            }
        }
        return holders.values.filter { $0.count > 1 }.flatMap { users in
            users.compactMap { user -> Finding? in
                let others = users.filter { $0.gateway.key != user.gateway.key }
                guard !others.isEmpty else { return nil }
                return user.gateway.finding(
                    .addressesShared, .warning,
                    "\(listed(others.map(\.gateway.key.description))) asks for the address "
                        + "\"\(user.node.text("value"))\" too",
                    at: user.node["value"],
                    related: others.prefix(20).map { $0.gateway.related("the same address", at: $0.node["value"]) },
                    effect: "one of them gets no address", hint: "give each its own address")
            }
        }
    }
}
