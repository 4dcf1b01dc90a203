internal import Diagnostics

/// Checkstyle's XML, which Jenkins and many others read: the findings file by file.
struct CheckstyleReport {
    private let surroundings: ReportSurroundings

    init(_ surroundings: ReportSurroundings) { self.surroundings = surroundings }

    func text(_ run: CheckedRun) -> String {
        let files = Dictionary(grouping: run.findings, by: surroundings.path).sorted { $0.key < $1.key }
        let content = files.map { name, findings in
            let errors = findings.map { "\n    " + error($0.finding, $0.wholeMessage) }.joined()
            return "\n  " + XML.element("file", [("name", name)], errors + "\n  ")
        }.joined()
        return XML.head
            + XML.element("checkstyle", [("version", "10.0")], content.isEmpty ? "" : content + "\n") + "\n"
    }

    private func error(_ finding: Finding, _ message: String) -> String {
        var attributes: [(String, String)] = []
        if let range = MarkedRange(finding.place, source: surroundings.source) {
            attributes.append(("line", "\(range.line)"))
            if let column = range.column { attributes.append(("column", "\(column)")) }
        }
        attributes += [
            ("severity", finding.severity.rawValue), ("message", message), ("source", "mainstay.\(finding.code.id)"),
        ]
        return XML.element("error", attributes)
    }
}
