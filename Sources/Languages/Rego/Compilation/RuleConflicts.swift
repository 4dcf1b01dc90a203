/// Rules that cannot stand side by side.
struct RuleConflicts {
    private(set) var errors: [RegoError] = []

    init(_ groups: [SourceGroup], _ modules: [Module]) {
        for group in groups { check(group) }
        checkBelow(groups)
        checkPackages(groups, modules)
    }

    private mutating func check(_ group: SourceGroup) {
        let name = referenceText(group.path)
        let defaults = group.rules.filter(\.rule.isDefault)
        let others = group.rules.filter { !$0.rule.isDefault }
        let kinds = Set(others.map { "\($0.kind) \($0.isElement)" })
        if kinds.count > 1, let last = others.first(where: { "\($0.kind)" != "\(others[0].kind)" }) ?? others.last {
            errors.append(
                last.error(
                    .type, "conflicting rules \(name) found",
                    hint:
                        "a name is a value, a set, an object or a function with so many arguments; the first is at "
                        + "\(others[0].file):\(others[0].position.line)"))
        } else if let fallback = defaults.first, let other = others.first, fallback.kind != other.kind {
            errors.append(
                fallback.error(
                    .type, "conflicting rules \(name) found",
                    hint: "a default needs rules of the same form; sets and objects are empty without one"))
        }
        if defaults.count > 1 {
            errors.append(
                defaults[1].error(
                    .type, "multiple default rules \(name) found",
                    hint: "the first is at \(defaults[0].file):\(defaults[0].position.line)"))
        }
    }

    /// A value, a set or a function has nothing below it.
    private mutating func checkBelow(_ groups: [SourceGroup]) {
        let solid = Dictionary(
            groups.filter { $0.kind != .object }.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        for group in groups {
            for length in 0..<group.path.count {
                guard let above = solid[Array(group.path.prefix(length))] else { continue }
                errors.append(
                    above.rules[0].error(
                        .type, "rule \(referenceText(above.path)) conflicts with [\(referenceText(group.path))]",
                        hint:
                            "\(group.rules[0].file):\(group.rules[0].position.line) gives a part of it its own value"
                    ))
            }
        }
    }

    /// A package inside a rule.
    private mutating func checkPackages(_ groups: [SourceGroup], _ modules: [Module]) {
        let byPath = Dictionary(groups.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        for module in modules {
            let package = module.package.map(RegoValue.string)
            for length in 0...package.count {
                guard let group = byPath[Array(package.prefix(length))] else { continue }
                errors.append(
                    RegoError(
                        .type,
                        "package \(referenceText(package)) conflicts with rule \(referenceText(group.path)) defined at "
                            + "\(group.rules[0].file):\(group.rules[0].position.line)",
                        hint: "give the package or the rule another name", file: module.file, at: module.packagePosition
                    ))
            }
        }
    }
}
