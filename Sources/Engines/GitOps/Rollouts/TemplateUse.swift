internal import Diagnostics
internal import KubeTypes
internal import Tree

/// A place where an object uses an AnalysisTemplate.
struct TemplateUse: Sendable {
    let item: Item
    /// The name of the template.
    let node: Node
    let name: String
    let isClusterWide: Bool
    /// The arguments that are given with it.
    let arguments: Set<String>

    /// Whether one template includes another.
    var isTemplate: Bool { item.kind.hasSuffix("AnalysisTemplate") }

    func means(_ template: Item) -> Bool {
        name == template.name && isClusterWide == (template.kind == "ClusterAnalysisTemplate")
            && (isClusterWide || item.namespace == template.namespace || item.namespace.isEmpty
                || template.namespace.isEmpty)
    }

    /// No more than these are looked at.
    private static let limit = 20_000

    static func all(in world: GitOpsWorld) -> [TemplateUse] {
        var found: [TemplateUse] = []
        for kind in [GroupKind.rollout, .experiment, .analysisTemplate, .clusterAnalysisTemplate] {
            for item in world.items(kind) where found.count < limit { found += all(in: item) }
        }
        return found
    }

    static func all(in item: Item) -> [TemplateUse] {
        var found: [TemplateUse] = []
        var waiting = [(node: item.spec, arguments: Set<String>())]
        while let (node, given) = waiting.popLast(), found.count < limit {
            if let name = node["templateName"], let text = name.string {
                found.append(
                    TemplateUse(
                        item: item, node: name, name: text, isClusterWide: node.isSet("clusterScope"),
                        arguments: given.union(names(node))))
            }
            let below = names(node).isEmpty ? given : names(node)
            waiting += node.entries.reversed().map { ($0.value, below) } + node.elements.reversed().map { ($0, below) }
        }
        return found
    }

    private static func names(_ node: Node) -> Set<String> { Set(node.items("args").map { $0.text("name") }) }
}

extension Judge {
    /// Templates that nothing uses: they judge nothing by themselves.
    static let analysisUse = Judge(.analysisTemplate, .clusterAnalysisTemplate) { item, world in
        // Kargo names templates in its own way.
        guard !world.kinds.contains(where: { $0.group == "kargo.akuity.io" }) else { return [] }
        guard !(world.templateUses[item.name] ?? []).contains(where: { $0.means(item) }) else { return [] }
        return [
            item.finding(
                .analysisTemplateUnused, .info, "nothing here uses the \(item.kind) \"\(item.name)\"",
                effect: "it measures nothing by itself, and no sync of Argo CD or Flux waits for it",
                hint: "name it in the analysis of a Rollout, or make an AnalysisRun of it")
        ]
    }

    /// Templates that are named.
    static let analysisReferences = Judge(.rollout, .experiment, .analysisTemplate, .clusterAnalysisTemplate) {
        item, world in
        TemplateUse.all(in: item).compactMap { use in
            let kind = use.isClusterWide ? GroupKind.clusterAnalysisTemplate : .analysisTemplate
            let namespace = use.isClusterWide ? nil : item.namespace
            guard let absence = world.absence(of: use.name, in: namespace, among: kind, besides: item) else {
                return nil
            }
            let isElsewhere =
                !use.isClusterWide && !world.items(.clusterAnalysisTemplate, named: use.name, in: "").isEmpty
            return item.finding(
                .analysisTemplateUnknown, isElsewhere ? .warning : absence.severity,
                "the repository has no \(kind.kind) \"\(use.name)\"" + (namespace.map { " in \"\($0)\"" } ?? ""),
                at: use.node, effect: "without it the \(item.kind) is invalid, and no step is taken",
                meant: isElsewhere ? nil : absence.nearest,
                hint: isElsewhere
                    ? "add \"clusterScope: true\": it is a ClusterAnalysisTemplate"
                    : "add it, unless the cluster has it")
        }
    }

    /// Services and routes by which a Rollout shifts requests.
    static let rolloutTargets = Judge(.rollout) { item, world in
        let canary = item.spec[path: "strategy", "canary"] ?? Node(.null)
        let green = item.spec[path: "strategy", "blueGreen"] ?? Node(.null)
        let istio = canary[path: "trafficRouting", "istio"] ?? Node(.null)
        var named: [(node: Node?, kind: GroupKind)] = [
            (canary["canaryService"], .core("Service")), (canary["stableService"], .core("Service")),
            (green["activeService"], .core("Service")), (green["previewService"], .core("Service")),
            (istio[path: "virtualService", "name"], .istio("VirtualService")),
            (istio[path: "destinationRule", "name"], .istio("DestinationRule")),
        ]
        named += istio.items("virtualServices").prefix(100).map { ($0["name"], .istio("VirtualService")) }
        return named.compactMap { node, kind in
            guard let node, let name = node.string,
                let absence = world.absence(of: name, in: item.namespace, among: kind)
            else { return nil }
            return item.finding(
                .rolloutTargetUnknown, absence.severity,
                "the repository has no \(kind.kind) \"\(name)\" in \"\(item.namespace)\"", at: node,
                effect: "without it the Rollout is invalid, and a new version gets no requests", meant: absence.nearest,
                hint: "add it, unless the cluster has it")
        }
    }
}
