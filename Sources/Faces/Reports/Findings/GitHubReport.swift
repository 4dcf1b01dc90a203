internal import Diagnostics

/// Workflow commands of GitHub, which become annotations. A step may have ten of each kind, the rest vanishes: so the
/// worst are told, and the last notice says how many more there are.
struct GitHubReport {
    private let surroundings: ReportSurroundings
    private let limit = 10

    init(_ surroundings: ReportSurroundings) { self.surroundings = surroundings }

    func text(_ run: CheckedRun) -> String {
        let findings = run.worstFirst.map { run.findings[$0] }
        let total = findings.count
        var told = Severity.allCases.reversed().flatMap { severity in
            findings.filter { $0.finding.severity == severity }.prefix(limit)
        }
        if told.count < total, told.count(where: { $0.finding.severity == .info }) == limit { told.removeLast() }
        let more = total - told.count
        return told.map { command($0, units: run.unitsToTell($0)) + "\n" }.joined()
            + (more > 0 ? "::notice::\(more) more: see the job summary\n" : "")
            + run.summary(tick: surroundings.tick) + "\n"
    }

    private func command(_ reported: ReportedFinding, units: [String]) -> String {
        let finding = reported.finding
        var properties: [(String, String)] = []
        if !finding.place.file.path.isEmpty { properties.append(("file", surroundings.path(of: reported))) }
        if let range = MarkedRange(finding.place, length: finding.length, source: surroundings.source) {
            properties.append(("line", "\(range.line)"))
            if let column = range.column { properties.append(("col", "\(column)")) }
            if let column = range.endColumn { properties.append(("endColumn", "\(column)")) }
        }
        properties.append(("title", finding.code.id))
        let message = reported.wholeMessage + (units.isEmpty ? "" : "\nin: " + units.joined(separator: ", "))
        return "::\(word(finding.severity)) "
            + properties.map { "\($0.0)=\(escaped($0.1, isProperty: true))" }.joined(separator: ",")
            + "::" + escaped(message)
    }

    private func word(_ severity: Severity) -> String { severity == .info ? "notice" : severity.rawValue }

    private func escaped(_ text: String, isProperty: Bool = false) -> String {
        let data = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "%": "%25"
            case "\r": "%0D"
            case "\n": "%0A"
            case ":" where isProperty: "%3A"
            case "," where isProperty: "%2C"
            default: String(scalar)
            }
        }
        return data.joined().withoutControls
    }
}
