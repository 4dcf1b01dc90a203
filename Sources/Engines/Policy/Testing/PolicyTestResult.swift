package import Rego

/// What became of one test rule.
package struct PolicyTestResult: Sendable {
    package enum Outcome: Sendable {
        case passed
        case failed
        /// The evaluation ended: a conflict, a limit.
        case ended(RegoError)
        case skipped
    }

    package var test: TestRule
    package var outcome: Outcome
    /// In the order in which they were begun; empty for a rule without cases.
    package var cases: [PolicyTestCase] = []
    /// Why it failed, where there are no cases.
    package var reason: PolicyTestReason?
    /// What `print` said, a line each.
    package var output: [String] = []
    package var nanoseconds: Int64 = 0
}

/// One case of a test: `test_x[note]`.
package struct PolicyTestCase: Sendable {
    /// Its keys as they are shown.
    package var names: [String]
    /// Why it failed; nil for one that holds.
    package var reason: PolicyTestReason?
    package var isPassed: Bool
}

/// Why a test does not hold.
package struct PolicyTestReason: Sendable {
    /// The expression that did not hold, or the rule where there is none to name.
    package var place: ReachedPlace
    /// The expression on one line.
    package var text: String
    /// What the expression speaks of, as it is written.
    package var values: [(text: String, value: SubjectValue)] = []
    /// With how many values it was tried, in a loop.
    package var attempts = 1

    package enum SubjectValue: Sendable {
        case value(RegoValue)
        case undefined
        case ended(RegoError)
    }
}

extension PolicyTestResult {
    /// One for each case, or for the rule where it has none.
    package var counted: [Outcome] {
        guard !cases.isEmpty else { return [outcome] }
        if case .ended = outcome { return [outcome] }
        return cases.map { $0.isPassed ? .passed : .failed }
    }

    package var isPassed: Bool { if case .passed = outcome { true } else { false } }
}
