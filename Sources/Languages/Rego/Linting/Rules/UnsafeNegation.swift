/// `not xs[_] == 1`: under `not` there is nothing that gives `_` a value, so the policy does not compile; people mean
/// "none" or "not all".
@Sendable func unsafeNegations(_ subject: LintSubject) -> [LintRemark] {
    subject.module.rules.flatMap { rule in
        rule.expressions.flatMap { expression -> [LintRemark] in
            guard expression.isNegated else { return [] }
            return expression.wildcardsOutsideComprehensions.prefix(1).map {
                LintRemark(
                    .unsafeNegation,
                    "`_` inside `not` has no value: does no element match, or is there one that does not?",
                    hint:
                        "no element: `not \"x\" in xs`, or `every x in xs { x != … }`; "
                        + "one that does not: `some x in xs` and `x != …`",
                    at: $0)
            }
        }
    }
}

extension Expression {
    /// Comprehensions and blocks have values for their own.
    fileprivate var wildcardsOutsideComprehensions: [Position] {
        var result: [Position] = []
        walk { node in
            guard case .term(let term) = node else { return true }
            switch term.kind {
            case .arrayComprehension, .setComprehension, .objectComprehension: return false
            case .wildcard:
                result.append(term.position)
                return false
            default: return true
            }
        }
        return result
    }
}
