internal import Diagnostics

/// A line for each finding, as editors and terminals make it a link, and a line that sums up.
enum ConciseReport {
    static func text(_ run: CheckedRun, tick: String) -> String {
        run.findings.map { line($0, units: run.unitsToTell($0)) + "\n" }.joined() + run.summary(tick: tick) + "\n"
    }

    static func line(_ reported: ReportedFinding, units: [String]) -> String {
        (reported.finding.description + (units.isEmpty ? "" : " [\(units.joined(separator: ", "))]")).oneLine
    }
}
