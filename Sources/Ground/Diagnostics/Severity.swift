/// How much a finding matters. Ordered: a later case is worse.
package enum Severity: String, Comparable, CaseIterable, Sendable, CustomStringConvertible {
    case info, warning, error

    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    package var description: String { rawValue }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }
}
