internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// One ServiceEntry is for a port of a host. Where the protocols differ, another analyzer says so.
    static let doubleEntries = Analyzer("kiali.ServiceEntries", [.entriesDouble], reads: .serviceEntry) { world in
        var claims: [Claim: [(item: Item, node: Node)]] = [:]
        for entry in world.items(.serviceEntry) {
            for scope in visibility(of: entry.spec.texts("exportTo"), from: entry.namespace) {
                for host in entry.spec.texts("hosts") {
                    for port in entry.spec.items("ports") {
                        let claim = Claim(scope: scope, host: host.lowercased(), port: port.number("number") ?? 0)
                        claims[claim, default: []].append((entry, port))
                    }
                }
            }
        }
        var told: Set<ObjectKey> = []
        return claims.filter { $0.value.count > 1 && protocols($0.value) == 1 }.flatMap { claim, users in
            users.compactMap { user in
                let others = users.filter { $0.item.key != user.item.key }
                guard !others.isEmpty, told.insert(user.item.key).inserted else { return nil }
                return user.item.finding(
                    .entriesDouble, .warning,
                    "port \(claim.port) of \"\(claim.host)\" is in \(listed(others.map(\.item.key.description))) too",
                    at: user.node["number"],
                    related: others.prefix(20).map { $0.item.related("the same port", at: $0.node["number"]) },
                    effect: "requests to \"\(claim.host)\" go to the endpoints of both, or of one",
                    hint: "merge them into one ServiceEntry")
            }
        }
    }
}

private struct Claim: Hashable {
    var scope: String
    var host: String
    var port: Int
}

private func protocols(_ users: [(item: Item, node: Node)]) -> Int {
    users.map { $0.node.text("protocol").uppercased() }.distinct.count
}
