internal import Diagnostics

/// Logging commands of Azure Pipelines. They know errors and warnings; a note is a plain line of the log.
struct AzureReport {
    private let surroundings: ReportSurroundings

    init(_ surroundings: ReportSurroundings) { self.surroundings = surroundings }

    func text(_ run: CheckedRun) -> String {
        run.worstFirst.map { line(run.findings[$0], units: run.unitsToTell(run.findings[$0])) + "\n" }.joined()
            + run.summary(tick: surroundings.tick) + "\n"
    }

    private func line(_ reported: ReportedFinding, units: [String]) -> String {
        let finding = reported.finding
        guard finding.severity != .info else {
            // The agent looks for commands everywhere in a line.
            return ConciseReport.line(reported, units: units).replacing("##", with: "# #")
        }
        var properties = [("type", finding.severity.rawValue)]
        if !finding.place.file.path.isEmpty { properties.append(("sourcepath", surroundings.path(of: reported))) }
        if let range = MarkedRange(finding.place, source: surroundings.source) {
            properties.append(("linenumber", "\(range.line)"))
            if let column = range.column { properties.append(("columnnumber", "\(column)")) }
        }
        properties.append(("code", finding.code.id))
        let message = reported.wholeMessage + (units.isEmpty ? "" : "\nin: " + units.joined(separator: ", "))
        return "##vso[task.logissue "
            + properties.map { "\($0.0)=\(escaped($0.1, isProperty: true))" }.joined(separator: ";")
            + "]" + escaped(message)
    }

    /// As the agent reads them back.
    private func escaped(_ text: String, isProperty: Bool = false) -> String {
        let data = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "%": "%AZP25"
            case "\r": "%0D"
            case "\n": "%0A"
            case "]" where isProperty: "%5D"
            case ";" where isProperty: "%3B"
            default: String(scalar)
            }
        }
        return data.joined().withoutControls
    }
}
