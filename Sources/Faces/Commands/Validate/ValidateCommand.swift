internal import ArgumentParser
internal import Diagnostics
internal import FileTree
internal import GitRepository
internal import Foundation
internal import Policy
internal import Reports
internal import Tree
internal import Validation

struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Check a repository before it reaches a cluster.",
        discussion: """
            Finds the overlays below the folders, which are kustomizations that no other one includes, and the manifests \
            that stand by themselves, and leads them through the stations: lint, build, schema, semantics, analyzers, \
            policy and dry-run. What overlays share is told once. Settings come from mainstay.yaml, here or in a folder \
            above. Exits 1 when there is an error, 2 when something could not be checked.
            """)

    @Argument(help: "Folders and files.") var paths: [String] = []

    @OptionGroup var options: ValidateOptions

    @OptionGroup var policyOptions: PolicyOptions

    @Option(name: .shortAndLong, help: "text, concise or json.") var output: FindingFormat = .text

    @Flag(help: "Make the changes that are safe, in the files as they stand.") var fix = false

    @Flag(help: "With --fix or --diff, the changes, too, that a person should look at.") var unsafeFixes = false

    @Flag(help: "Print what --fix would change, and change nothing.") var diff = false

    @Flag(help: "Print the JSON Schema of the JSON report, and check nothing.") var printSchema = false

    func run() async throws {
        if printSchema { return Terminal.output(JSONWriter.text(JSONReport.schema, indent: 2) + "\n") }
        let settings = try SettingsFile.settings(options.settings)
        let gate = try await options.gate(paths, settings, policyOptions)
        let result = try await gate.run()
        if let file = options.writeBaseline { return try write(Baseline(result.all), to: file) }
        guard fix || diff else {
            let told = output == .json ? result.findings : result.findings.withoutRepeats
            return try FindingOutput(format: output, findings: told).finish()
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
