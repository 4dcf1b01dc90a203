package import Diagnostics
package import Rego

/// What policies say of objects.
package struct PolicyVerdict: Sendable {
    /// In the order of the objects.
    package var findings: [Finding] = []
    /// What `print` wrote.
    package var printed: [PrintedLine] = []
    /// Evaluations that ended; they are told at the end of `findings`, each error once.
    var failures: [PolicyFailure] = []

    package init() {}

    mutating func add(_ other: PolicyVerdict) {
        findings += other.findings
        printed += other.printed
        failures += other.failures
    }

    init(joining verdicts: [PolicyVerdict]) {
        for verdict in verdicts { add(verdict) }
        var seen: Set<RegoError> = []
        for failure in failures where seen.insert(failure.error).inserted {
            let count = failures.count { $0.error == failure.error }
            findings.append(failure.finding(count: count))
        }
        failures = []
        var told: Set<Finding> = []
        findings.removeAll { finding in
            guard finding.code == .policyMessage else { return false }
            // A mistake in a rule is one mistake, however many objects show it.
            return !told.insert(Finding(finding.code, finding.message, at: finding.place)).inserted
        }
    }
}

/// An evaluation that ended without an answer.
struct PolicyFailure: Sendable {
    var error: RegoError
    var subject: Subject?
    /// Where the error is shown; nil for where it says itself.
    var place: Place?
    /// How many objects were not looked at for its sake.
    var unasked = 0

    /// - Parameter count: How many objects ended alike.
    func finding(count: Int) -> Finding {
        var finding = error.finding
        if let place { finding.place = place }
        if let subject {
            let others = count > 1 ? " and \(count - 1) more" : ""
            finding.message += ", for \(subject.kind) \"\(subject.name)\"\(others)"
        }
        if unasked > 0 { finding.message += "; \(unasked) more were not looked at" }
        finding.subject = subject
        return finding
    }
}
