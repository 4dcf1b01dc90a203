/// Measurements of one name, as Prometheus knows them ("Metric types", "Metric and label naming").
package struct MetricFamily: Sendable, Hashable {
    package enum Kind: String, Sendable {
        /// A number that only grows; its name ends in `_total`.
        case counter
        case gauge
        /// How many observations are at most so large, for each of some limits.
        case histogram
    }

    package let name: String
    package let help: String
    package let kind: Kind
    /// The limits of a histogram, growing; what is larger than all counts beyond the last.
    package let limits: [Double]

    package init(_ name: String, _ kind: Kind, _ help: String, limits: [Double] = Self.seconds) {
        self.name = name
        self.kind = kind
        self.help = help
        self.limits = kind == .histogram ? limits : []
    }

    /// Limits for times in seconds, from a millisecond to a minute.
    package static let seconds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]
}
