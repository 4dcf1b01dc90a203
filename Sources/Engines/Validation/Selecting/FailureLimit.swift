package import Diagnostics

/// From which severity on a finding makes the answer "no".
package enum FailureLimit: String, CaseIterable, Sendable {
    case error, warning, never

    package func isReached(by severity: Severity) -> Bool {
        switch self {
        case .error: severity == .error
        case .warning: severity >= .warning
        case .never: false
        }
    }
}
