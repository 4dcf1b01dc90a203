internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Sidecars select workloads, each of which has one at most; a namespace has one default.
    static let sidecarSelectors = Analyzer(
        "sidecar.SelectorAnalyzer",
        [.selectorSelectsNothing, .sidecarsOverlap, .sidecarDefaultTwice, .sidecarIneffective],
        reads: .sidecar, .pod, .namespace
    ) { world in
        let sidecars = world.items(.sidecar)
        let selecting = Selecting(kind: .sidecar, labels: ["workloadSelector", "labels"], overlap: .sidecarsOverlap)
        let defaults = sidecars.filter { selecting.selector(of: $0).isEmpty }
        let ambient = defaults.filter { world.workloads.isAmbient(namespace: $0.namespace) }.map { item in
            ineffective(item, "the namespace \"\(item.namespace)\" is ambient")
        }
        let others = defaults.filter { !world.workloads.isAmbient(namespace: $0.namespace) }
        return selecting.findings(world) { item, workload in
            guard world.workloads.isAmbient(workload) else { return nil }
            return ineffective(item, "the workload \"\(workload.name)\" is ambient")
        } + ambient + twice(others, .sidecarDefaultTwice)
    }

    /// Telemetries select workloads, each of which has one at most.
    static let telemetrySelectors = Analyzer(
        "telemetry.SelectorAnalyzer", [.selectorSelectsNothing, .telemetriesOverlap], reads: .telemetry, .pod
    ) { world in
        Selecting(kind: .telemetry, labels: ["selector", "matchLabels"], overlap: .telemetriesOverlap)
            .findings(world) { _, _ in nil }
    }

    /// A namespace has one default Telemetry.
    static let telemetryDefaults = Analyzer(
        "telemetry.DefaultSelectorAnalyzer", [.telemetryDefaultTwice], reads: .telemetry
    ) { world in
        let defaults = world.items(.telemetry).filter { item in
            item.spec.pairs("selector", "matchLabels").isEmpty && !item.spec.has("targetRef")
                && item.spec.items("targetRefs").isEmpty
        }
        return twice(defaults, .telemetryDefaultTwice)
    }
}

private func ineffective(_ item: Item, _ reason: String) -> Finding {
    item.finding(
        .sidecarIneffective, .warning, "the Sidecar has no effect: \(reason)",
        effect: "ztunnel does not read Sidecars: the workloads still see the whole mesh",
        hint: "remove the Sidecar, or leave ambient mode")
}

/// Of each namespace: those that are not alone.
func twice(_ items: [Item], _ code: Code, _ severity: Severity = .error) -> [Finding] {
    Dictionary(grouping: items, by: \.namespace).values.filter { $0.count > 1 }.flatMap { group in
        group.map { item in
            let others = group.filter { $0.key != item.key }
            return item.finding(
                code, severity,
                "the namespace \"\(item.namespace)\" has \(group.count) objects \(item.kind) without a selector",
                related: others.map { $0.related("another one") },
                effect: "only one of them counts, and nobody says which", hint: "merge them, or give them selectors")
        }
    }
}

/// A kind whose objects are for the workloads that they select.
private struct Selecting {
    var kind: GroupKind
    /// The way to the labels in `spec`.
    var labels: [String]
    var overlap: Code

    func selector(of item: Item) -> [String: String] {
        let entries = item.spec.at(labels)?.entries ?? []
        return Dictionary(entries.compactMap { entry in entry.value.string.map { (entry.key, $0) } }) { $1 }
    }

    /// - Parameter exempt: What to say instead about an object and one of its workloads.
    func findings(_ world: World, exempt: (Item, Workload) -> Finding?) -> [Finding] {
        var findings: [Finding] = []
        var selected: [ObjectID: (workload: Workload, items: [Item])] = [:]
        for item in world.items(kind) {
            let selector = selector(of: item)
            guard !selector.isEmpty else { continue }
            let workloads = world.workloads.matching(selector, in: item.namespace)
            if workloads.isEmpty, world.knowsWorkloads { findings.append(unmatched(item, selector)) }
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
