/// How an object does, in the words of Argo CD.
package struct Health: Equatable, Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case healthy = "Healthy"
        case progressing = "Progressing"
        case degraded = "Degraded"
        case suspended = "Suspended"
        case missing = "Missing"
        case unknown = "Unknown"

        /// Larger is worse, for the health of a whole: the worst of its parts (Argo CD's order).
        package var rank: Int {
            switch self {
            case .healthy: 0
            case .suspended: 1
            case .progressing: 2
            case .missing: 3
            case .degraded: 4
            case .unknown: 5
            }
        }
    }

    package var status: Status
    package var message: String

    package init(_ status: Status, _ message: String = "") {
        self.status = status
        self.message = message
    }

    /// The worst of `parts`; healthy when there are none.
    package static func worst(of parts: some Sequence<Status>) -> Status {
        parts.max { $0.rank < $1.rank } ?? .healthy
    }
}
