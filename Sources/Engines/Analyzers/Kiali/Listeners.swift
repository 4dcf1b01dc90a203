internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Listeners of Gateway API can be told apart, in one gateway and among several.
    static let listeners = Analyzer(
        "kiali.Listeners", [.listenersShared, .listenerTwice], reads: .kubernetesGateway
    ) { world in
        let gateways = world.items(.kubernetesGateway)
        return gateways.flatMap(doubled) + shared(gateways)
    }
}

private func doubled(_ gateway: Item) -> [Finding] {
    var seen: [Listener: Node] = [:]
    return gateway.spec.items("listeners").compactMap { node in
        let key = Listener(node)
        guard let first = seen.updateValue(seen[key] ?? node, forKey: key) else { return nil }
        return gateway.finding(
            .listenerTwice, "two listeners have the same hostname, port and protocol",
            at: node["hostname"] ?? node["port"],
            related: [gateway.related("the other one", at: first["name"])],
            effect: "the gateway refuses both", hint: "give each its own hostname or port")
    }
}

/// Listeners of several gateways that requests for one name could reach: by the name, or by an address of both.
private func shared(_ gateways: [Item]) -> [Finding] {
    var users: [Claim: [(gateway: Item, node: Node)]] = [:]
    for gateway in gateways {
        let addresses = gateway.spec.items("addresses").map { $0.text("value") }
        for node in gateway.spec.items("listeners") {
            let listener = Listener(node)
            let claims = listener.host.isEmpty ? addresses.map { Claim(listener: listener, address: $0) } : []
            for claim in listener.host.isEmpty ? claims : [Claim(listener: listener, address: "")] {
                users[claim, default: []].append((gateway, node["hostname"] ?? node["port"] ?? node))
            }
        }
    }
    var told: Set<Place> = []
    return users.filter { $0.value.count > 1 }.flatMap { claim, users in
        users.compactMap { user -> Finding? in
            let others = users.filter { $0.gateway.key != user.gateway.key }
            guard !others.isEmpty, told.insert(user.node.place).inserted else { return nil }
            return user.gateway.finding(
                .listenersShared, .warning,
                "\(listed(others.map(\.gateway.key.description).distinct)) listens for \(claim) too", at: user.node,
                related: others.prefix(20).map { $0.gateway.related("the same listener", at: $0.node) },
                effect: "requests reach one of the gateways, and nobody says which",
                hint: "give each its own hostname, port or address")
        }
    }
}

private struct Listener: Hashable {
    var host: String
    var port: Int
    var proto: String

    init(_ node: Node) {
        host = node.text("hostname").lowercased()
        port = node.number("port") ?? 0
        proto = node.text("protocol")
    }
}

private struct Claim: Hashable, CustomStringConvertible {
    var listener: Listener
    /// Empty where the host name tells requests apart.
    var address: String

    var description: String { "\"\(address.isEmpty ? listener.host : address)\" on port \(listener.port)" }
}
