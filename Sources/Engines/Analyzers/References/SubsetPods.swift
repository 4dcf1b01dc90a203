internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// DestinationRules are for hosts that exist, and their subsets select workloads.
    static let subsetPods = Analyzer(
        "destinationrule.SubsetSelectPodAnalyzer", [.ruleHostUnknown, .subsetSelectsNothing],
        reads: .destinationRule, .service, .serviceEntry, .pod, .node
    ) { world in
        let places = Localities(world)
        return world.items(.destinationRule).flatMap { ruleFindings($0, in: world, places) }
    }
}

private func ruleFindings(_ rule: Item, in world: World, _ places: Localities) -> [Finding] {
    let host = rule.spec.text("host")
    guard let known = world.hosts.find(host, from: rule.namespace) else {
        guard world.knowsHosts else { return [] }
        return [
            rule.finding(
                .ruleHostUnknown, .warning, "there is no Service or ServiceEntry for the host \"\(host)\"",
                at: rule.spec["host"], effect: "the rule has no effect on any request",
                hint: nearestHost(to: host, from: rule.namespace, in: world))
        ]
    }
    guard world.knowsWorkloads else { return [] }
    return rule.spec.items("subsets").compactMap { subset in
        let labels = known.selector.merging(subset.pairs("labels")) { $1 }
        guard !places.someWorkload(matches: labels) else { return nil }
        let name = subset.text("name")
        return rule.finding(
            .subsetSelectsNothing, "the subset \"\(name)\" of \"\(host)\" selects no workload: \(described(labels))",
            at: subset["labels"] ?? subset["name"], related: [known.item.related("the host stands here")],
            effect: "requests routed to the subset \"\(name)\" of \"\(host)\" get 503 (UH)",
            hint: "give the pods these labels, or the subset those of the pods")
    }
}

/// Workloads by their labels, to which Istio adds where their node stands.
private struct Localities {
    private let world: World
    /// Labels of pods that know their node.
    private let placed: [[String: String]]

    private static let keys = [
        "topology.kubernetes.io/region", "topology.kubernetes.io/zone", "topology.istio.io/subzone",
    ]

    init(_ world: World) {
        self.world = world
        let nodes = Dictionary(world.items(.node).map { ($0.name, $0.labels) }) { $1 }
        placed =
            nodes.isEmpty
            ? []
            : world.workloads.all.compactMap { workload in
                let name = workload.spec.text("nodeName")
                guard let labels = nodes[name] else { return nil }
                let own = labels.filter { Self.keys.contains($0.key) && !$0.value.isEmpty }
                return workload.labels.merging(own) { $1 }.merging(["kubernetes.io/hostname": name]) { $1 }
            }
    }

    /// In any namespace, as Istio's analysis has it.
    func someWorkload(matches labels: [String: String]) -> Bool {
        if !world.workloads.matching(labels, in: nil).isEmpty { return true }
        return placed.contains { all in labels.allSatisfy { all[$0.key] == $0.value } }
    }
}
