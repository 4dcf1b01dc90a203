internal import Diagnostics

/// JUnit's XML: a suite for each unit, a case for each station that looked at it. What is no failure is told as output.
enum JUnitReport {
    static func text(_ run: CheckedRun, failingOn limit: Severity?) -> String {
        let cases = run.cases
        let all = cases.flatMap(\.self)
        let suites = cases.map { "  " + suite($0, limit) + "\n" }.joined()
        return XML.head
            + XML.element(
                "testsuites", [("name", "mainstay")] + counts(all, limit), suites.isEmpty ? "" : "\n" + suites) + "\n"
    }

    private static func counts(_ cases: [StationCase], _ limit: Severity?) -> [(String, String)] {
        [
            ("tests", "\(cases.count)"), ("failures", "\(cases.count { $0.fails(on: limit) })"), ("errors", "0"),
            ("skipped", "0"),
        ]
    }

    private static func suite(_ cases: [StationCase], _ limit: Severity?) -> String {
        let content = cases.map { "    " + one($0, limit) + "\n" }.joined()
        return XML.element("testsuite", [("name", cases[0].unit)] + counts(cases, limit), "\n" + content + "  ")
    }

    private static func one(_ station: StationCase, _ limit: Severity?) -> String {
        let failures = station.findings.filter { reported in limit.map { reported.finding.severity >= $0 } ?? false }
        let others = station.findings.filter { reported in limit.map { reported.finding.severity < $0 } ?? true }
        var content = ""
        if let worst = failures.map(\.finding.severity).max() {
            let words = CheckedRun.words { severity in failures.count { $0.finding.severity == severity } }
            // Many readers take one failure of a case and drop the others.
            content += part("failure", [("message", words), ("type", worst.rawValue)], failures)
        }
        if !others.isEmpty { content += part("system-out", [], others) }
        return XML.element(
            "testcase", [("name", station.layer), ("classname", station.unit)],
            content.isEmpty ? "" : content + "\n    ")
    }

    private static func part(
        _ name: String, _ attributes: [(String, String)], _ findings: [ReportedFinding]
    ) -> String {
        let lines = findings.map { "\n" + $0.finding.description.withoutControls }.joined()
        return "\n      " + XML.element(name, attributes, XML.escaped(lines) + "\n      ")
    }
}
