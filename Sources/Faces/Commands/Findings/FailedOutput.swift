internal import ArgumentParser
internal import Diagnostics
internal import Reports

/// A command that tells findings. When it fails, programs that read its output still find a document there.
protocol FindingCommand: ParsableCommand {
    var reports: ReportOptions { get }
}

enum FailedOutput {
    /// What the command would have printed, had it not failed; nil for formats that have no place for a failure.
    static func text(_ format: ReportFormat, _ run: CheckedRun, error: String) -> String? {
        switch format {
        case .json: JSONReport.text(run, error: error)
        case .jsonl: JSONLinesReport.text(run, error: error)
        default: nil
        }
    }

    /// The same for a command that has come to nothing.
    static func text(of command: any ParsableCommand, _ error: any Error) -> String? {
        guard let command = command as? any FindingCommand else { return nil }
        let findings = (error as? Refused)?.findings ?? []
        let run = CheckedRun(
            units: [], layers: [], findings: findings.map { ReportedFinding(layer: "build", finding: $0) })
        return text(command.reports.output, run, error: "\(error)")
    }
}
