internal import Diagnostics
internal import Tree

/// The Test Anything Protocol, version 14: a test point for each unit and station, with the findings as YAML.
enum TAPReport {
    static func text(_ run: CheckedRun, failingOn limit: Severity?) -> String {
        let cases = run.cases.flatMap(\.self)
        let plan = "1..\(cases.count)" + (cases.isEmpty ? " # nothing was checked" : "")
        return "TAP version 14\n\(plan)\n"
            + cases.enumerated().map { point($0 + 1, $1, fails: $1.fails(on: limit)) }.joined()
    }

    private static func point(_ number: Int, _ station: StationCase, fails: Bool) -> String {
        let name = "\(station.unit): \(station.layer)".oneLine
        let line = "\(fails ? "not ok" : "ok") \(number) - \(escaped(name))\n"
        return station.findings.isEmpty ? line : line + diagnostics(station)
    }

    private static func diagnostics(_ station: StationCase) -> String {
        let worst = station.findings.map(\.finding.severity).max() ?? .info
        // A line of JSON is YAML too, and cannot end the block.
        let lines = station.findings.map { "    - \(JSONWriter.text(finding($0.finding)))\n" }.joined()
        return "  ---\n  severity: \(worst.rawValue)\n  findings:\n\(lines)  ...\n"
    }

    private static func finding(_ finding: Finding) -> Node {
        var node: Node = [
            "code": Node(finding.code.id), "severity": Node(finding.severity.rawValue),
            "message": Node(finding.message),
        ]
        if !finding.place.file.path.isEmpty { node["at"] = Node(finding.place.description) }
        if let effect = finding.effect { node["effect"] = Node(effect) }
        if let hint = finding.hint { node["help"] = Node(hint) }
        return node
    }

    /// A hash would start a directive.
    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("#", with: "\\#")
    }
}
