internal import Diagnostics
internal import KubeTypes
internal import Tree

/// A kind whose objects are for the workloads that they select.
struct Selecting {
    var kind: GroupKind
    /// The way to the labels in `spec`.
    var labels: [String]
    var overlap: Code

    func selector(of item: Item) -> [String: String] {
        let entries = item.spec.at(labels)?.entries ?? []
        return Dictionary(entries.compactMap { entry in entry.value.string.map { (entry.key, $0) } }) { $1 }
    }

    /// Only what two objects say about one workload.
    func conflicts(_ world: World) -> [Finding] { findings(world) { _, _ in nil }.filter { $0.code == overlap } }

    /// - Parameter exempt: What to say instead about an object and one of its workloads.
    func findings(_ world: World, exempt: (Item, Workload) -> Finding?) -> [Finding] {
        var findings: [Finding] = []
        var selected: [ObjectID: (workload: Workload, items: [Item])] = [:]
        for item in world.items(kind) {
            let selector = selector(of: item)
            guard !selector.isEmpty else { continue }
            let workloads = world.workloads.matching(selector, in: item.namespace)
            if workloads.isEmpty, world.knowsWorkloads(in: item.namespace) {
                findings.append(unmatched(item, selector))
            }
            for workload in workloads {
                if let other = exempt(item, workload) {
                    findings.append(other)
                } else {
                    let id = ObjectID(workload.owner.object.type.groupKind, workload.owner.key)
                    selected[id, default: (workload, [])].items.append(item)
                }
            }
        }
        for (workload, items) in selected.values where items.count > 1 {
            findings += items.map { conflict($0, items, workload) }
        }
        return findings
    }

    private func unmatched(_ item: Item, _ selector: [String: String]) -> Finding {
        item.finding(
            .selectorSelectsNothing,
            "no workload of the namespace \"\(item.namespace)\" has the labels \(described(selector))",
            at: item.spec.at(labels), effect: "the \(item.kind) has no effect",
            hint: "use the labels of the pods, not those of their Service or Deployment")
    }

    private func conflict(_ item: Item, _ items: [Item], _ workload: Workload) -> Finding {
        let others = items.filter { $0.key != item.key }
        return item.finding(
            overlap, "the workload \"\(workload.name)\" is selected by \(listed(others.map(\.name))) too",
            at: item.spec.at(labels),
            related: others.map { $0.related("this one selects it too", at: $0.spec.at(labels)) }
                + [workload.owner.related("the workload")],
            effect: "only one of them counts for \"\(workload.name)\", and nobody says which",
            hint: "make the selectors exclude each other")
    }
}
