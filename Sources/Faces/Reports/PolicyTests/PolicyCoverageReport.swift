package import Policy
internal import Tree

/// Which lines of policies the tests reached.
package enum PolicyCoverageReport {
    /// In the form of `opa test --coverage`.
    package static func json(_ coverage: PolicyCoverage) -> String {
        let files = Mapping(coverage.files.map { Mapping.Entry($0.name, node($0)) })
        let report: Node = [
            "files": Node(files), "covered_lines": Node(coverage.coveredLines),
            "not_covered_lines": Node(coverage.notCoveredLines), "coverage": number(coverage.percent),
        ]
        return JSONWriter.text(report, indent: 2) + "\n"
    }

    package static func table(_ coverage: PolicyCoverage) -> String {
        var table = TextTable(["FILE", "LINES", "COVERED", "NOT COVERED"])
        for file in coverage.files {
            table.add([
                file.name, "\(file.coveredLines + file.notCoveredLines)", percent(file.percent),
                file.notCovered.map(lines).joined(separator: ", "),
            ])
        }
        let all = coverage.coveredLines + coverage.notCoveredLines
        table.add(["all", "\(all)", percent(coverage.percent), ""])
        return table.text
    }

    /// As OPA says it; nil when enough lines are covered.
    package static func shortfall(_ coverage: PolicyCoverage, threshold: Double) -> String? {
        guard coverage.percent < threshold else { return nil }
        let places = coverage.files.flatMap { file in file.notCovered.map { "\n\t\(file.name):\(lines($0))" } }
        return "Code coverage threshold not met: got \(decimals(coverage.percent)) instead of \(decimals(threshold))"
            + (places.isEmpty ? "" : "\nLines not covered:" + places.joined())
    }

    private static func node(_ file: PolicyCoverage.File) -> Node {
        var node: Node = [:]
        func ranges(_ ranges: [ClosedRange<Int>]) -> Node {
            Node(
                ranges.map { range -> Node in
                    ["start": ["row": Node(range.lowerBound)], "end": ["row": Node(range.upperBound)]]
                })
        }
        if !file.covered.isEmpty { node["covered"] = ranges(file.covered) }
        if !file.notCovered.isEmpty { node["not_covered"] = ranges(file.notCovered) }
        if file.coveredLines > 0 { node["covered_lines"] = Node(file.coveredLines) }
        if file.notCoveredLines > 0 { node["not_covered_lines"] = Node(file.notCoveredLines) }
        if file.percent > 0 { node["coverage"] = number(file.percent) }
        return node
    }

    private static func number(_ value: Double) -> Node {
        value == value.rounded() ? Node(Int(value)) : Node(.float(value))
    }

    private static func lines(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }

    private static func percent(_ value: Double) -> String { decimals(value) + " %" }

    private static func decimals(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    }
}
