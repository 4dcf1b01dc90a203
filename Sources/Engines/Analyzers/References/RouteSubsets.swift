internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Routes and mirrors lead to subsets that a DestinationRule defines.
    static let routeSubsets = Analyzer(
        "virtualservice.DestinationRuleAnalyzer", [.subsetUndefined], reads: .virtualService, .destinationRule
    ) { world in
        world.items(.virtualService).flatMap { item in
            Destination.all(in: item).compactMap { subsetFinding($0, of: item, in: world) }
        }
    }
}

private func subsetFinding(_ destination: Destination, of item: Item, in world: World) -> Finding? {
    guard !destination.subset.isEmpty else { return nil }
    let host = fullHost(destination.host, in: item.namespace)
    let rules = world.rules.rules(for: host)
    let subsets = rules.flatMap { $0.spec.items("subsets").map { $0.text("name") } }
    guard !subsets.contains(destination.subset),
        !rules.isEmpty || world.knows(.destinationRule, in: item.namespace)
    else { return nil }
    let name = "\(destination.host)+\(destination.subset)"
    let message =
        rules.isEmpty
        ? "no DestinationRule for \"\(destination.host)\" defines the subset \"\(destination.subset)\""
        : "the DestinationRule for \"\(destination.host)\" has no subset \"\(destination.subset)\""
    let near = nearestName(to: destination.subset, among: subsets)
    return item.finding(
        .subsetUndefined, message, at: destination.node["subset"],
        related: rules.map { $0.related("its subsets stand here", at: $0.spec["subsets"]) },
        effect: destination.loss("503 (NC): there is no cluster for \(name)"),
        meant: near, hint: (subsets.isEmpty ? nil : "it has \(listed(subsets))"))
}
