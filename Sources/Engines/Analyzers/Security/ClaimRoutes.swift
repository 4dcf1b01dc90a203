internal import Diagnostics
internal import KubeTypes
internal import Mesh
internal import Tree

extension Analyzer {
    /// Who routes by claims of a token has it checked first.
    static let claimRoutes = Analyzer(
        "virtualservice.JWTClaimRouteAnalyzer", [.claimsUnchecked],
        reads: .virtualService, .requestAuthentication, .gateway, .pod
    ) { world in
        let policies = world.items(.requestAuthentication)
        return world.items(.virtualService).flatMap { item -> [Finding] in
            guard let claim = claimHeader(item) else { return [] }
            return item.spec.texts("gateways").flatMap { name -> [Finding] in
                guard let gateway = world.item(.gateway, gatewayKey(name, from: item.namespace)) else { return [] }
                let workloads = world.workloads.matching(gateway.spec.pairs("selector"), in: nil)
                return workloads.compactMap { workload in
                    guard !policies.contains(where: { covers($0, workload, root: world.mesh.rootNamespace) }) else {
                        return nil
                    }
                    return finding(item, claim, gateway, workload)
                }
            }
        }
    }
}

/// The first header of a match that stands for a claim.
private func claimHeader(_ item: Item) -> Node? {
    for match in item.spec.items("http").flatMap({ $0.items("match") }) {
        for field in ["headers", "withoutHeaders"] {
            let entry = match[field]?.entries.first { RoutingClaim($0.key) != nil }
            if let entry { return Node(.string(entry.key), at: entry.keyPlace) }
        }
    }
    return nil
}

private func covers(_ policy: Item, _ workload: Workload, root: String) -> Bool {
    guard policy.namespace == root || policy.namespace == workload.namespace else { return false }
    return policy.spec.pairs("selector", "matchLabels").allSatisfy { workload.labels[$0.key] == $0.value }
}

private func finding(_ item: Item, _ claim: Node, _ gateway: Item, _ workload: Workload) -> Finding {
    item.finding(
        .claimsUnchecked,
        "the route depends on the claim \"\(claim.scalarText)\", and no RequestAuthentication is for the pods of \"\(gateway.name)\"",
        at: claim,
        related: [gateway.related("the Gateway")]
            + (workload.owner.isAssumed ? [] : [workload.owner.related("its workload")]),
        effect: "no request matches the claim: they take another route, or get 404 (NR)",
        hint: "add a RequestAuthentication for the gateway's pods")
}
