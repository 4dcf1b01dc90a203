/// A rule named like a built-in hides the built-in in its whole package.
@Sendable func shadowedBuiltins(_ subject: LintSubject) -> [LintRemark] {
    let spaces = Set(subject.builtins.map { $0.prefix { $0 != "." }.description })
    return subject.module.rules.compactMap { rule in
        guard case .variable(let name) = rule.head.reference.head.kind, spaces.contains(name),
            subject.builtins.contains(name) || rule.head.reference.path.isEmpty
        else { return nil }
        return LintRemark(
            .ruleShadowsBuiltin, "the rule `\(name)` hides the built-in functions of that name",
            hint: "choose another name", at: rule.head.position)
    }
}

/// A rule named like an import: the name means the import only.
@Sendable func shadowedImports(_ subject: LintSubject) -> [LintRemark] {
    let names = Set(subject.module.imports.compactMap(\.localName))
    return subject.module.rules.compactMap { rule in
        guard case .variable(let name) = rule.head.reference.head.kind, names.contains(name) else { return nil }
        return LintRemark(
            .ruleShadowsImport, "the rule `\(name)` has the name of an import",
            hint: "rename the rule, or import with `as`", at: rule.head.position)
    }
}

extension Import {
    /// How the policy calls what is imported; nil for keywords.
    var localName: String? {
        let names = self.names
        guard names.count > 1, names[0] == "data" || names[0] == "input" else { return alias }
        return alias ?? names.last
    }
}
