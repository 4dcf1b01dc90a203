internal import GoText
internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Listeners of Gateway API can be told apart, in one gateway and among several of a class.
    static let listeners = Analyzer(
        "kiali.Listeners", [.listenersShared, .addressesShared, .listenerTwice], reads: .kubernetesGateway
    ) { world in
        let gateways = world.items(.kubernetesGateway)
        return gateways.flatMap(doubled) + addresses(gateways)
    }
}

private func doubled(_ gateway: Item) -> [Finding] {
    var seen: [String: Node] = [:]
    return gateway.spec.items("listeners").compactMap { listener in
        let key =
            "\(listener.text("hostname").lowercased()) \(listener.number("port") ?? 0) \(listener.text("protocol"))"
        guard let first = seen.updateValue(seen[key] ?? listener, forKey: key) else { return nil }
        return gateway.finding(
            .listenerTwice, "two listeners have the same hostname, port and protocol",
            at: listener["hostname"] ?? listener["port"],
            related: [gateway.related("the other one", at: first["name"])],
            effect: "the gateway refuses both", hint: "give each its own hostname or port")
    }
}

/// Gateways that ask for the same addresses; there listeners for the same host and port meet.
private func addresses(_ gateways: [Item]) -> [Finding] {
    var holders: [String: [(gateway: Item, node: Node)]] = [:]
    for gateway in gateways {
        for address in gateway.spec.items("addresses") {
            let type = address.text("type").isEmpty ? "IPAddress" : address.text("type")
            holders["\(type) \(address.text("value"))", default: []].append((gateway, address))
        }
    }
    var told: Set<ObjectKey> = []
    return holders.values.filter { $0.count > 1 }.flatMap { users in
        users.compactMap { user -> Finding? in
            let others = users.filter { $0.gateway.key != user.gateway.key }
            guard !others.isEmpty, told.insert(user.gateway.key).inserted else { return nil }
            let shared = others.filter { !listeners(user.gateway).isDisjoint(with: listeners($0.gateway)) }
            let related = others.map { $0.gateway.related("the same address", at: $0.node["value"]) }
            guard shared.isEmpty else {
                return user.gateway.finding(
                    .listenersShared, .warning,
                    "\(listed(shared.map(\.gateway.key.description))) listens for the same host and port of one address",
                    at: user.node["value"], related: related,
                    effect: "requests reach one of them, and nobody says which",
                    hint: "give each its own hostname, port or address")
            }
            return user.gateway.finding(
                .addressesShared, .warning,
                "\(listed(others.map(\.gateway.key.description))) asks for the address \"\(user.node.text("value"))\" too",
                at: user.node["value"], related: related, effect: "one of them gets no address",
                hint: "give each its own address")
        }
    }
}

private func listeners(_ gateway: Item) -> Set<String> {
    Set(gateway.spec.items("listeners").map { "\($0.text("hostname").lowercased()) \($0.number("port") ?? 0)" })
}
