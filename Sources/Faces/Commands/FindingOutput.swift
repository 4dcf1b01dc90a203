internal import ArgumentParser
internal import Diagnostics
internal import Reports
internal import Tree
internal import Validation

/// How findings are printed.
enum FindingFormat: String, ExpressibleByArgument, CaseIterable { case text, concise, json }

/// The result of a command that looks for findings: they go to standard output in the format that was asked for, and the
/// exit code is the same in each.
struct FindingOutput {
    var format: FindingFormat
    var findings: [StationFinding]

    /// - Throws: `ExitStatus.no` when there is an error among the findings.
    func finish() throws {
        switch format {
        case .json: Terminal.output(JSONReport.text(findings.map { ($0.station.rawValue, $0.finding) }))
        case .concise:
            Terminal.output(findings.map { "\($0.finding)\n" }.joined())
            Terminal.talk(summary + "\n")
        case .text:
            let report = Terminal.textReport(for: .output)
            for finding in findings { Terminal.output(report.render(finding.finding) + "\n") }
            Terminal.talk(summary + "\n")
        }
        if count(.error) > 0 { throw ExitStatus.no }
    }

    private func count(_ severity: Severity) -> Int { findings.count { $0.finding.severity == severity } }

    private var summary: String {
        func part(_ severity: Severity, _ word: String) -> String? {
            let number = count(severity)
            return number == 0 ? nil : "\(number) \(word)\(number == 1 ? "" : "s")"
        }
        let parts = [part(.error, "error"), part(.warning, "warning"), part(.info, "note")].compactMap { $0 }
        return parts.isEmpty ? "✔ nothing found" : parts.joined(separator: ", ")
    }
}
