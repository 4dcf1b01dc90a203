internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Judge {
    /// What the generators of an ApplicationSet give, and what its template makes of it.
    static let applicationSets = Judge(.applicationSet) { item, world in
        let isGo = item.spec.isSet("goTemplate")
        var findings: [Finding] = []
        for generator in item.spec.items("generators").prefix(100) {
            guard let rows = Generator.rows(generator, isGo, world, depth: 0) else { continue }
            if rows.isEmpty {
                findings.append(
                    item.finding(
                        .generatorEmpty, .warning, "the generator gives no parameters, so there is no Application",
                        at: generator.entries.first?.value,
                        effect: "Applications that were made before are deleted, with what they have deployed",
                        hint: "correct the paths or add elements"))
            }
            findings += unknownParameters(item, rows, isGo)
        }
        return findings + collisions(item, world, isGo)
    }

    /// Parameters that a template needs, and some element does not have. Each is told once.
    private static func unknownParameters(_ item: Item, _ rows: [Generator.Row], _ isGo: Bool) -> [Finding] {
        guard let template = item.spec["template"], let first = rows.first else { return [] }
        let dialect = TemplateDialect(isGo: isGo)
        let isStrict = item.spec.words("goTemplateOptions").contains { $0.string == "missingkey=error" }
        var findings: [Finding] = []
        var told: Set<String> = []
        for node in template.texts(limit: 2000) {
            for placeholder in TemplateDialect.placeholders(in: node.string ?? "") {
                guard let name = dialect.name(placeholder), told.insert(name).inserted,
                    let row = rows.first(where: { $0.values[name] == nil && !$0.hasBelow(name) })
                else { continue }
                let near = nearestName(to: name, among: first.values.keys.sorted().prefix(2000))
                findings.append(
                    item.finding(
                        .parameterUnknown, isGo && !isStrict ? .warning : .error,
                        "an element of the generator has no \"\(name)\"", at: node,
                        related: [RelatedPlace("this element", at: row.node.place)],
                        effect: isGo
                            ? isStrict
                                ? "no Application of the whole set is made, changed or deleted"
                                : "the text becomes \"<no value>\"" : "\"{{\(name)}}\" stays in the text as it is",
                        hint: near.map { "did you mean \"\($0)\"?" } ?? "add it to each element"))
            }
        }
        return findings
    }

    private static func collisions(_ item: Item, _ world: GitOpsWorld, _ isGo: Bool) -> [Finding] {
        let dialect = TemplateDialect(isGo: isGo)
        guard let node = item.spec[path: "template", "metadata", "name"], let text = node.string else { return [] }
        var seen: [String: Node] = [:]
        for row in Generator.rows(of: item, in: world).rows {
            guard let name = dialect.fill(text, with: row.values) else { continue }
            if let first = seen[name] {
                return [
                    item.finding(
                        .applicationNamesCollide, "two elements give an Application of the name \"\(name)\"", at: node,
                        related: [
                            RelatedPlace("one element", at: first.place), RelatedPlace("the other", at: row.node.place),
                        ],
                        effect: "Argo CD makes none of the two",
                        hint: "use a parameter in the name that differs in each element")
                ]
            }
            seen[name] = row.node
        }
        return []
    }
}

extension Generator.Row {
    /// Whether `name` is a mapping of the row, whose members have names of their own.
    fileprivate func hasBelow(_ name: String) -> Bool { values.keys.contains { $0.hasPrefix("\(name).") } }
}
