internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Lint
internal import Parallel
internal import Reports

extension LintFormat: ExpressibleByArgument {}

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Check how YAML files are written.",
        discussion: """
            Rules, configuration, comments and output are those of yamllint 1.38. Without -c or -d the configuration is \
            .yamllint, .yamllint.yaml or .yamllint.yml here or in a folder above, the file that YAMLLINT_CONFIG_FILE \
            names, or yamllint/config in $XDG_CONFIG_HOME or ~/.config. Exits 1 when there is an error, 2 when a file or \
            the configuration cannot be read.
            """)

    @Argument(help: ArgumentHelp("Folders and files; - is standard input.", valueName: "path"))
    var paths: [String] = ["."]

    @Option(name: [.customShort("c"), .customLong("config-file")], help: "The file with the configuration.")
    var configFile: String?

    @Option(
        name: [.customShort("d"), .customLong("config-data")],
        help: "The configuration itself, as YAML, or the name of one: default, relaxed.")
    var configData: String?

    @Option(name: .shortAndLong, help: "standard, parsable, github, colored or auto.")
    var format: LintFormat = .auto

    @Flag(name: .shortAndLong, help: "Exit 1 when there is a warning, too.") var strict = false

    @Flag(help: "Print errors only.") var noWarnings = false

    @Flag(help: "Print the names of the files that would be looked at, and look at none.") var listFiles = false

    func validate() throws {
        if configFile != nil, configData != nil {
            throw ValidationError("-c and -d both give a configuration; give one of them")
        }
    }

    func run() throws {
        let configuration = try LintConfigurationFile.configuration(file: configFile, data: configData)
        let files = try LintFiles.files(paths, configuration)
        if listFiles { return Terminal.output(files.map { $0 + "\n" }.joined()) }
        let format = chosenFormat
        let looks = parallelMap(files) { look(at: $0, configuration, format) }
        // What was found is printed even when a file could not be read.
        Terminal.output(looks.map(\.report).joined())
        for look in looks { if let failure = look.failure { Terminal.fail(failure) } }
        if looks.contains(where: { $0.failure != nil }) { throw ExitStatus.failed }
        let worst = looks.compactMap(\.worst)
        if worst.contains(.error) || (strict && !worst.isEmpty) { throw ExitStatus.no }
    }

    private struct Look: Sendable {
        var report = ""
        var worst: LintLevel?
        var failure: CommandError?
    }

    private func look(at file: String, _ configuration: LintConfiguration, _ format: LintFormat) -> Look {
        let bytes: [UInt8]
        if file == "-" {
            bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
        } else if let data = FileManager.default.contents(atPath: file) {
            bytes = Array(data)
        } else {
            let reason = FileManager.default.fileExists(atPath: file) ? "cannot be read" : "is not there"
            return Look(failure: CommandError("\"\(file)\" \(reason)"))
        }
        let name = file == "-" ? "stdin" : file
        let problems = lint(bytes, file: name, configuration)
        return Look(
            report: lintReport(problems.filter { !noWarnings || $0.level == .error }, file: name, format: format),
            worst: problems.contains { $0.level == .error } ? .error : problems.first?.level)
    }

    private var chosenFormat: LintFormat {
        guard format == .auto else { return format }
        let environment = ProcessInfo.processInfo.environment
        if environment["GITHUB_ACTIONS"] != nil, environment["GITHUB_WORKFLOW"] != nil { return .github }
        return Terminal.isTerminal(.output) ? .colored : .standard
    }
}
