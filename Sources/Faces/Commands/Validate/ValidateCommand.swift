internal import ArgumentParser
internal import Diagnostics
internal import FileTree
internal import Foundation
internal import GitRepository
internal import Policy
internal import Reports
internal import Tree
internal import Validation

struct ValidateCommand: AsyncParsableCommand, FindingCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Check a repository before it reaches a cluster.",
        discussion: """
            Finds the overlays below the folders, which are kustomizations that no other one includes, and the manifests \
            that stand by themselves, and leads them through the stations: lint, build, schema, semantics, analyzers, \
            policy and dry-run. What overlays share is told once. Settings come from mainstay.yaml, here or in a folder \
            above. Exits 1 when there is an error, or what --fail-on says, 2 when something could not be checked.
            """)

    @Argument(help: "Folders and files; - is standard input.") var paths: [String] = []

    @OptionGroup var options: ValidateOptions

    @OptionGroup var policyOptions: PolicyOptions

    @OptionGroup var reports: ReportOptions

    @Flag(help: "Make the changes that are safe, in the files as they stand.") var fix = false

    @Flag(help: "With --fix or --diff, the changes, too, that a person should look at.") var unsafeFixes = false

    @Flag(help: "Print what --fix would change, and change nothing.") var diff = false

    @Flag(help: "Go on, and check again whenever a file is saved, until Ctrl-C.") var watch = false

    @Flag(help: "Print the JSON Schema of the JSON report, or of a line of jsonl, and check nothing.") var printSchema =
        false

    func validate() throws {
        if paths.contains("-"), watch || fix || diff {
            throw ValidationError(
                "standard input is read once and not written: - goes with neither --watch, --fix nor --diff")
        }
        if watch, fix || diff || options.writeBaseline != nil || options.live {
            throw ValidationError("--watch only looks: it goes with neither --fix, --diff, --write-baseline nor --live")
        }
    }

    func run() async throws {
        if printSchema {
            let schema = reports.output == .jsonl ? JSONLinesReport.schema : JSONReport.schema
            return Terminal.output(JSONWriter.text(schema, indent: 2) + "\n")
        }
        if watch { return try await watchFiles() }
        let settings = try SettingsFile.settings(options.settings, beside: paths.first)
        let gate = try await options.gate(paths, settings, policyOptions)
        let result = try await gate.run()
        if let file = options.writeBaseline { return try write(Baseline(result.all), to: file) }
        if result.units.isEmpty, result.findings.isEmpty, gate.changes == nil {
            Terminal.talk("there is nothing to check: no kustomization and no manifest\n")
        }
        guard fix || diff else {
            return try FindingOutput(reports, CheckedRun(result, changes: gate.changes), settings: settings).finish()
        }
        let fixed = try fixedFiles(
            result.findings.map(\.finding), in: WorkingDirectory.files, includingUnsafe: unsafeFixes)
        if diff { return try FixOutput(files: fixed).show() }
        try FixOutput(files: fixed).write()
        // What is left is what another look finds.
        var again = self
        again.fix = false
        try await again.run()
    }

    private func write(_ baseline: Baseline, to file: String) throws {
        do { try Data(baseline.text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic) } catch {
            throw CommandError("cannot write \"\(file)\": \(error.localizedDescription)")
        }
        Terminal.talk("wrote \(file)\n")
    }
}
