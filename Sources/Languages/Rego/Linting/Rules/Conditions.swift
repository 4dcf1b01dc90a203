/// An expression that always holds, or never.
@Sendable func constantConditions(_ subject: LintSubject) -> [LintRemark] {
    subject.module.rules.flatMap { rule in
        rule.expressions.compactMap { expression -> LintRemark? in
            guard case .term(let term) = expression.kind, term.isConstantCondition else { return nil }
            // Before OPA 1.0 an element of a set needs a body.
            guard subject.module.version == .v1 || !term.isTrue || rule.body?.expressions.count != 1 else { return nil }
            return LintRemark(
                .constantCondition, "this condition does not depend on anything",
                hint: "remove it, or compare with the input", at: expression.position)
        }
    }
}

/// `x == true` says no more than `x`.
@Sendable func redundantTruths(_ subject: LintSubject) -> [LintRemark] {
    subject.module.rules.flatMap { rule in
        rule.expressions.compactMap { expression -> LintRemark? in
            guard case .term(let term) = expression.kind, let operands = term.call("equal"), operands.count == 2,
                operands.contains(where: \.isTrue), !operands.allSatisfy(\.isConstant)
            else { return nil }
            return LintRemark(
                .redundantTrue, "`== true` adds nothing for a value that is true or false", hint: "leave it out",
                at: expression.position)
        }
    }
}

/// `x = 1` compares and assigns, whichever fits; most lines mean only one of the two.
@Sendable func unificationsForAssignments(_ subject: LintSubject) -> [LintRemark] {
    guard subject.module.version == .v1 else { return [] }
    return subject.module.rules.flatMap { rule -> [LintRemark] in
        var remarks: [LintRemark] = []
        if case .value(_?) = rule.head.kind, !rule.head.isAssigned {
            remarks.append(
                LintRemark(
                    .unificationForAssignment, "the rule gets its value with `=`", hint: "write `:=`",
                    at: rule.head.position))
        }
        remarks += rule.expressions.compactMap { expression in
            guard case .unify(let left, let right) = expression.kind,
                left.isName && right.isConstant || right.isName && left.isConstant
            else { return nil }
            return LintRemark(
                .unificationForAssignment, "`=` compares or assigns, whichever fits",
                hint: "write `:=` to give the variable its value, `==` to compare", at: expression.position)
        }
        return remarks
    }
}

extension Term {
    fileprivate var isTrue: Bool { kind == .scalar(.bool(true)) }

    fileprivate var isConstantCondition: Bool {
        if isConstant { return true }
        return call("equal", "neq", "lt", "lte", "gt", "gte")?.allSatisfy(\.isConstant) ?? false
    }
}
