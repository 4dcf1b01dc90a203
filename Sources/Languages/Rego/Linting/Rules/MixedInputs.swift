/// Gatekeeper gives `input.review`, an admission webhook of OPA `input.request`: a policy that reads both waits for one
/// that never comes.
@Sendable func mixedInputs(_ subject: LintSubject) -> [LintRemark] {
    var places: [String: Position] = [:]
    subject.module.terms { term in
        guard case .reference(let head, let path) = term.kind, head.kind == .variable("input"),
            let field = path.first?.fieldName, places[field] == nil
        else { return }
        places[field] = term.position
    }
    guard let review = places["review"], let request = places["request"] else { return [] }
    return [
        LintRemark(
            .mixedInputs, "the policy reads both `input.review` and `input.request`",
            hint: "Gatekeeper gives `input.review`, a webhook of OPA `input.request`; read only one",
            at: max(review, request))
    ]
}
