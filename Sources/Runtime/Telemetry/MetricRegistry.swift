internal import Synchronization

/// Holds the measurements of a process, and writes them in Prometheus' text format (version 0.0.4).
package final class MetricRegistry: Sendable {
    package typealias Labels = [(name: String, value: String)]

    private struct Series {
        var value = 0.0
        /// How many observations each limit of a histogram holds, those of smaller limits not counted again.
        var buckets: [Int] = []
        var count = 0
    }

    private struct Collected {
        var family: MetricFamily
        var series: [String: Series] = [:]
    }

    private let families = Mutex<[String: Collected]>([:])

    package init() {}

    /// Adds to a counter or a gauge.
    package func add(_ amount: Double = 1, to family: MetricFamily, _ labels: Labels = []) {
        change(family, labels) { $0.value += amount }
    }

    /// Sets a gauge.
    package func set(_ value: Double, of family: MetricFamily, _ labels: Labels = []) {
        change(family, labels) { $0.value = value }
    }

    /// Takes an observation into a histogram.
    package func observe(_ value: Double, in family: MetricFamily, _ labels: Labels = []) {
        change(family, labels) { series in
            if series.buckets.isEmpty { series.buckets = Array(repeating: 0, count: family.limits.count) }
            if let index = family.limits.firstIndex(where: { value <= $0 }) { series.buckets[index] += 1 }
            series.value += value
            series.count += 1
        }
    }

    private func change(_ family: MetricFamily, _ labels: Labels, _ body: (inout Series) -> Void) {
        let key = Self.text(labels)
        families.withLock { body(&$0[family.name, default: Collected(family: family)].series[key, default: Series()]) }
    }

    // MARK: Text

    /// All families by name, their series by labels.
    package var text: String {
        let all = families.withLock { $0.values.sorted { $0.family.name < $1.family.name } }
        var text = ""
        for collected in all {
            let family = collected.family
            text += "# HELP \(family.name) \(Self.escaped(family.help, quotes: false))\n"
            text += "# TYPE \(family.name) \(family.kind.rawValue)\n"
            for (labels, series) in collected.series.sorted(by: { $0.key < $1.key }) {
                if family.kind == .histogram {
                    text += Self.histogram(family, labels, series)
                } else {
                    text += "\(family.name)\(Self.braced(labels)) \(Self.number(series.value))\n"
                }
            }
        }
        return text
    }

    private static func histogram(_ family: MetricFamily, _ labels: String, _ series: Series) -> String {
        let start = labels.isEmpty ? "" : labels + ","
        var below = 0
        var text = ""
        for (limit, count) in zip(family.limits, series.buckets) {
            below += count
            text += "\(family.name)_bucket{\(start)le=\"\(number(limit))\"} \(below)\n"
        }
        text += "\(family.name)_bucket{\(start)le=\"+Inf\"} \(series.count)\n"
        text += "\(family.name)_sum\(braced(labels)) \(number(series.value))\n"
        return text + "\(family.name)_count\(braced(labels)) \(series.count)\n"
    }

    private static func text(_ labels: Labels) -> String {
        labels.map { "\($0.name)=\"\(escaped($0.value, quotes: true))\"" }.joined(separator: ",")
    }

    private static func braced(_ labels: String) -> String { labels.isEmpty ? "" : "{\(labels)}" }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        let plain = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        return quotes ? plain.replacing("\"", with: "\\\"") : plain
    }
}
