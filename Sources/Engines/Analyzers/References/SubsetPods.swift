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
    guard let known = world.hosts.find(host, from: rule.namespace, exportTo: rule.spec.texts("exportTo")) else {
        guard world.knowsHost(host, from: rule.namespace) else { return [] }
        return [
            rule.finding(
                .ruleHostUnknown, .warning, "there is no Service or ServiceEntry for the host \"\(host)\"",
                at: rule.spec["host"], effect: "the rule has no effect on any request",
                meant: nearestHost(to: host, from: rule.namespace, in: world))
        ]
    }
    guard world.knowsWorkloads else { return [] }
    return rule.spec.items("subsets").compactMap { subset in
        // Istio's analysis counts any pod with the labels; only pods of the Service get its requests.
        let front = known.isService ? known.item.spec.pairs("selector") : known.selector
        let labels = front.merging(subset.pairs("labels")) { $1 }
        let namespace = known.isService && !front.isEmpty ? known.item.namespace : nil
        guard !places.someWorkload(matches: labels, in: namespace) else { return nil }
        // The pods of a Service may stand in another repository, all of them.
        guard world.options.isWholeMesh || places.someWorkload(matches: front, in: known.item.namespace) else {
            return nil
        }
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
    private let workloads: WorkloadIndex
    private let nodes: [String: [String: String]]
    /// The workloads that know their node.
    private let placed: [Workload]

    private static let keys: Set = [
        "topology.kubernetes.io/region", "topology.kubernetes.io/zone", "topology.istio.io/subzone",
    ]
    private static let host = "kubernetes.io/hostname"

    init(_ world: World) {
        workloads = world.workloads
        let nodes = Dictionary(world.items(.node).map { ($0.name, $0.labels) }) { $1 }
        self.nodes = nodes
        placed = nodes.isEmpty ? [] : workloads.all.filter { nodes[$0.spec.text("nodeName")] != nil }
    }

    /// Where no node is known, places cannot be told, so they are left out.
    func someWorkload(matches labels: [String: String], in namespace: String?) -> Bool {
        guard !nodes.isEmpty else {
            let own = labels.filter { !Self.keys.contains($0.key) && $0.key != Self.host }
            return workloads.someMatches(own, in: namespace)
        }
        if workloads.someMatches(labels, in: namespace) { return true }
        return placed.contains { workload in
            guard namespace == nil || workload.namespace == namespace else { return false }
            let node = workload.spec.text("nodeName")
            let added = (nodes[node] ?? [:]).filter { Self.keys.contains($0.key) && !$0.value.isEmpty }
            let all = workload.labels.merging(added) { $1 }.merging([Self.host: node]) { $1 }
            return labels.allSatisfy { all[$0.key] == $0.value }
        }
    }
}
