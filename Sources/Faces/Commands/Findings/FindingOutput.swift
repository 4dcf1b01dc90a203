internal import Diagnostics
internal import Foundation
internal import Reports
internal import Tree
internal import Validation

/// The result of a command that looks for findings: they go to standard output in the format that was asked for, and to
/// files in others. The exit code is the same in each.
struct FindingOutput {
    var format: ReportFormat
    var files: [ReportFile] = []
    var failOn: FailureLimit
    var run: CheckedRun

    /// - Parameter settings: Stand for what the options leave out.
    init(_ options: ReportOptions, _ run: CheckedRun, settings: Settings = Settings()) {
        format = options.output
        files = options.report.isEmpty ? settings.reports : options.report
        failOn = options.failOn ?? settings.failOn ?? .error
        self.run = run
    }

    init(format: ReportFormat, failOn: FailureLimit, _ run: CheckedRun) {
        (self.format, self.failOn, self.run) = (format, failOn, run)
    }

    /// - Throws: `ExitStatus.no` when a finding reaches the limit, `ExitStatus.failed` when a report could not be written.
    func finish() throws {
        var failures: [String] = []
        for file in files {
            do {
                try Data(text(file.format, .none).utf8).write(to: URL(fileURLWithPath: file.path))
            } catch {
                failures.append("cannot write the report \"\(file.path)\": \(Self.reason(error))")
            }
        }
        if format == .github,
            let failure = JobSummary.append({ MarkdownReport(surroundings(.none)).summary(told, budget: $0) })
        {
            failures.append(failure)
        }
        if failures.isEmpty {
            Terminal.output(text(format, Terminal.palette(for: .output)))
        } else {
            let all = failures.joined(separator: "; ")
            Terminal.output(FailedOutput.text(format, run, error: all) ?? text(format, Terminal.palette(for: .output)))
            for failure in failures { Terminal.fail(CommandError(failure)) }
            throw ExitStatus.failed
        }
        if run.findings.contains(where: { failOn.isReached(by: $0.finding.severity) }) { throw ExitStatus.no }
    }

    /// Programs get all, people what is not told twice.
    private func text(_ format: ReportFormat, _ palette: Palette) -> String {
        render(format == .json || format == .jsonl ? run : told, as: format, in: surroundings(palette))
    }

    private var told: CheckedRun {
        var told = run
        told.findings = run.findings.withoutRepeats
        return told
    }

    private func surroundings(_ palette: Palette) -> ReportSurroundings {
        ReportSurroundings(
            palette: palette, tick: Terminal.tick, source: Terminal.source(), toolVersion: Version.number,
            folder: WorkingDirectory.folderInRepository,
            page: { code in FindingPages.all.first { $0.code == code.id }?.page }, failingOn: failOn.severity)
    }

    private static func reason(_ error: any Error) -> String {
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
        return (cause ?? error).localizedDescription
    }
}

extension [ReportedFinding] {
    fileprivate var withoutRepeats: [ReportedFinding] {
        let all = map { StationFinding(Station(rawValue: $0.layer) ?? .lint, $0.finding) }
        let kept = Set(all.withoutRepeats)
        return zip(self, all).filter { kept.contains($1) }.map(\.0)
    }
}
