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
