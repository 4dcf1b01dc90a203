/// An import that nothing uses.
@Sendable func unusedImports(_ subject: LintSubject) -> [LintRemark] {
    var used: Set<String> = []
    for rule in subject.module.rules { used.formUnion(rule.occurrences.keys) }
    return subject.module.imports.compactMap { statement in
        guard let name = statement.localName, !used.contains(name) else { return nil }
        return LintRemark(
            .unusedImport, "the import `\(name)` is not used", hint: "remove it", at: statement.position)
    }
}

/// `x := …` or `some x` of which nothing is made.
@Sendable func unusedVariables(_ subject: LintSubject) -> [LintRemark] {
    subject.module.rules.flatMap { rule -> [LintRemark] in
        let counts = rule.occurrences
        var declarations: [String: [Position]] = [:]
        for (name, position) in rule.expressions.flatMap(\.declarations) {
            declarations[name, default: []].append(position)
        }
        return declarations.compactMap { name, positions in
            guard counts[name] == positions.count, let first = positions.min() else { return nil }
            return LintRemark(
                .unusedVariable, "the variable `\(name)` is not used",
                hint: "remove it, or write `_` where a place must be filled", at: first)
        }
    }
}

/// An argument that the function does not look at.
@Sendable func unusedArguments(_ subject: LintSubject) -> [LintRemark] {
    subject.module.rules.flatMap { rule -> [LintRemark] in
        let counts = rule.occurrences
        return (rule.head.arguments ?? []).compactMap { argument in
            guard !rule.isDefault, case .variable(let name) = argument.kind, counts[name] == 1 else { return nil }
            return LintRemark(
                .unusedArgument, "the argument `\(name)` is not used", hint: "write `_`", at: argument.position)
        }
    }
}

extension Expression {
    /// The variables that this expression makes.
    fileprivate var declarations: [(name: String, Position)] {
        switch kind {
        case .assign(let left, _): left.declared
        case .some(let names): names.flatMap(\.declared)
        case .someIn(let key, let value, _), .every(let key, let value, _, _): (key?.declared ?? []) + value.declared
        case .term, .unify, .not: []
        }
    }
}
