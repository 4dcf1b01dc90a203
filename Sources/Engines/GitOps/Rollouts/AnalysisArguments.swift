internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Judge {
    /// The arguments that metrics use: whether they are declared, and whether anybody gives them a value.
    static let analysisArguments = Judge(.analysisTemplate, .clusterAnalysisTemplate, .analysisRun) { item, world in
        let declared = item.spec.items("args").prefix(500)
        let names = Set(declared.map { $0.text("name") })
        var findings: [Finding] = []
        var told: Set<String> = []
        for metric in metrics(item) {
            for node in metric.texts(limit: 2000) {
                for placeholder in TemplateDialect.placeholders(in: node.string ?? "")
                where placeholder.hasPrefix("args.") {
                    let name = String(placeholder.dropFirst(5))
                    guard !names.contains(name), told.insert(name).inserted else { continue }
                    let near = nearestName(to: name, among: names.sorted())
                    findings.append(
                        item.finding(
                            .argumentUndeclared, "the argument \"\(name)\" is not declared in spec.args", at: node,
                            effect: "each run ends as Error at once",
                            hint: near.map { "did you mean \"\($0)\"?" } ?? "add it to spec.args"))
                }
            }
        }
        if item.kind != "AnalysisRun" { findings += ungiven(item, Array(declared), world) }
        return findings
    }

    /// Arguments without a value that some user of the template leaves out.
    private static func ungiven(_ item: Item, _ declared: [Node], _ world: GitOpsWorld) -> [Finding] {
        let needed = declared.filter { !$0.has("value") && !$0.has("valueFrom") }
        guard !needed.isEmpty else { return [] }
        let uses = (world.templateUses[item.name] ?? []).filter { $0.means(item) && !$0.isTemplate }
        return needed.compactMap { argument -> Finding? in
            let name = argument.text("name")
            guard let use = uses.first(where: { !$0.arguments.contains(name) }) else { return nil }
            return item.finding(
                .argumentUngiven, "\(use.item.kind) \"\(use.item.name)\" gives no argument \"\(name)\"",
                at: argument["name"] ?? argument, related: [use.item.related("used here", at: use.node)],
                effect: "the run ends as Error at once, and the Rollout is aborted",
                hint: "give it there, or write a value here")
        }
    }
}
