/// `xs[_] != "a"` holds as soon as one element differs; people mean that none is equal.
@Sendable func unequalInLoops(_ subject: LintSubject) -> [LintRemark] {
    subject.module.rules.flatMap { rule in
        rule.expressions.compactMap { expression -> LintRemark? in
            guard !expression.isNegated, case .term(let term) = expression.kind, let operands = term.call("neq"),
                operands.contains(where: \.iterates)
            else { return nil }
            return LintRemark(
                .notEqualsInLoop, "`!=` over `_` holds as soon as any one element differs",
                hint:
                    "for \"none is equal\" write `not x in xs`; for \"one differs\" write `some y in xs` and `y != x`",
                at: expression.position)
        }
    }
}

/// `xs[_] == x` asks for membership in the old way.
@Sendable func loopsForMembership(_ subject: LintSubject) -> [LintRemark] {
    guard subject.module.version == .v1 else { return [] }
    return subject.module.rules.flatMap { rule in
        rule.expressions.compactMap { expression -> LintRemark? in
            guard !expression.isNegated, case .term(let term) = expression.kind, let operands = term.call("equal"),
                operands.contains(where: \.endsInWildcard), operands.contains(where: \.isConstant)
            else { return nil }
            return LintRemark(
                .useIn, "a loop over `_` that only asks whether a value is there", hint: "write `x in xs`",
                at: expression.position)
        }
    }
}

extension Term {
    /// `xs[_]`, and `_` nowhere else.
    fileprivate var endsInWildcard: Bool {
        guard case .reference(_, let path) = kind, case .wildcard? = path.last?.kind else { return false }
        return !path.dropLast().contains { if case .wildcard = $0.kind { true } else { false } }
    }
}
