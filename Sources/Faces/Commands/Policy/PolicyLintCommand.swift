internal import ArgumentParser
internal import Diagnostics
internal import Policy
internal import Reports
internal import Validation

struct PolicyLintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Find what policies most likely do not mean.",
        discussion: """
            What OPA would refuse is an error, the linter's remarks are warnings. A comment \
            "# regal ignore:NAME" above a line leaves out the remark of that name. Exits 1 when there is a finding.
            """)

    @Argument(help: "Folders and files.") var paths: [String] = ["."]

    @Option(name: .shortAndLong, help: "How to print: \(ReportFormat.names).", transform: ReportFormat.named)
    var output: ReportFormat = .text

    @Option(help: "What makes the exit code 1: warning, error or never.") var failOn: FailureLimit = .warning

    @Flag(help: "Read as OPA before 1.0 does.") var v0 = false

    func run() throws {
        var files = PolicyFiles()
        for path in paths { files.add(WorkingDirectory.path(path), in: WorkingDirectory.files, taking: .policies) }
        let findings = PolicySet(files, syntax: v0 ? .v0 : .detected).lintFindings
        let run = CheckedRun(findings.map { StationFinding(.policy, $0) }, stations: [.policy])
        try FindingOutput(format: output, failOn: failOn, run).finish()
    }
}
