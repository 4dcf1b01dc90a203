internal import Diagnostics
internal import KubeTypes
internal import Mesh
internal import Tree

extension Analyzer {
    /// Sidecars find one VirtualService for each host.
    static let meshHosts = Analyzer(
        "virtualservice.ConflictingMeshGatewayHostsAnalyzer", [.meshHostsConflict], reads: .virtualService
    ) { world in
        let claims = world.items(.virtualService).flatMap(claims)
        let scopes = Dictionary(grouping: claims, by: \.scope)
        let everywhere = scopes["*"] ?? []
        var rivals = Rivals()
        rivals.add(groups(everywhere).filter { $0.count > 1 })
        let byHost = Dictionary(grouping: everywhere, by: \.host)
        let wildcards = everywhere.filter(\.isWildcard)
        for (scope, own) in scopes where scope != "*" {
            rivals.add(groups(own).filter { $0.count > 1 })
            for claim in own {
                let others =
                    (byHost[claim.host] ?? []) + wildcards.filter { claim.overlaps($0) }
                    + (claim.isWildcard ? everywhere.filter { !$0.isWildcard && claim.overlaps($0) } : [])
                rivals.add([[claim] + others].filter { $0.count > 1 })
            }
        }
        return rivals.findings
    }
}

/// That a VirtualService routes a host for the sidecars of some namespaces.
private struct Claim {
    var item: Item
    var node: Node
    var host: String
    var scope: String

    var isWildcard: Bool { host.hasPrefix("*") }

    func overlaps(_ other: Claim) -> Bool { host != other.host && HostName(host).overlaps(HostName(other.host)) }
}

private func claims(of item: Item) -> [Claim] {
    let gateways = item.spec.texts("gateways")
    guard gateways.isEmpty || gateways.contains(GatewayName.mesh) else { return [] }
    return visibility(of: item.spec.texts("exportTo"), from: item.namespace).sorted().flatMap { scope in
        item.spec.items("hosts").compactMap { node in
            node.string.map { Claim(item: item, node: node, host: fullHost($0, in: item.namespace), scope: scope) }
        }
    }
}

private func groups(_ claims: [Claim]) -> [[Claim]] { Array(Dictionary(grouping: claims, by: \.host).values) }

/// Who meets whom; each VirtualService is told once.
private struct Rivals {
    private var order: [ObjectKey] = []
    private var met: [ObjectKey: (claim: Claim, others: [Claim])] = [:]

    mutating func add(_ groups: [[Claim]]) {
        for group in groups {
            let keys = Set(group.map(\.item.key))
            guard keys.count > 1 else { continue }
            for claim in group {
                let key = claim.item.key
                if met[key] == nil { order.append(key) }
                met[key, default: (claim, [])].others += group.filter { $0.item.key != key }.prefix(20)
            }
        }
    }

    var findings: [Finding] {
        order.compactMap { key in
            guard let (claim, others) = met[key] else { return nil }
            let rivals = Dictionary(others.map { ($0.item.key, $0) }) { first, _ in first }.values
                .sorted { $0.item.key < $1.item.key }
            return claim.item.finding(
                .meshHostsConflict,
                "sidecars find routes for \"\(claim.host)\" in \(listed(rivals.map(\.item.key.description))) too",
                at: claim.node, related: rivals.map { $0.item.related("the same host", at: $0.node) },
                effect: "requests to \"\(claim.host)\" follow only one of them, and nobody says which",
                hint: "merge them into one VirtualService")
        }
    }
}
