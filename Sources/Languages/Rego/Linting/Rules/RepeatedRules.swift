/// The same rule twice.
@Sendable func duplicateRules(_ subject: LintSubject) -> [LintRemark] {
    var first: [Rule: Int] = [:]
    return subject.module.rules.compactMap { rule in
        guard let line = first[rule.bare] else {
            first[rule.bare] = rule.position.line
            return nil
        }
        return LintRemark(
            .duplicateRule, "the same rule stands in line \(line)", hint: "remove one of the two", at: rule.position)
    }
}

/// Two values for one name under the same conditions: the evaluation ends with a conflict.
@Sendable func conflictingValues(_ subject: LintSubject) -> [LintRemark] {
    var first: [Rule: (value: Term, line: Int)] = [:]
    return subject.module.rules.compactMap { rule in
        guard case .value(let written) = rule.head.kind, !rule.isDefault, rule.alternatives.isEmpty else { return nil }
        let value = (written ?? Term(.scalar(.bool(true)), at: .none)).placeless
        guard value.isConstant, rule.head.reference.path.allSatisfy(\.isGround) else { return nil }
        var conditions = rule.bare
        conditions.head.kind = .value(nil)
        guard let earlier = first[conditions] else {
            first[conditions] = (value, rule.position.line)
            return nil
        }
        guard earlier.value != value else { return nil }
        return LintRemark(
            .conflictingValues,
            "another value for `\(rule.name ?? "")` under the same condition stands in line \(earlier.line)",
            hint: "add a condition that tells them apart, or use `else`", at: rule.position)
    }
}

extension Rule {
    /// The rule alone, wherever it stands.
    fileprivate var bare: Rule {
        var rule = placeless
        rule.annotations = []
        return rule
    }
}
