internal import ArgumentParser
internal import Diagnostics
internal import FileTree
internal import Foundation
internal import Policy
internal import Validation

struct PolicyFmtCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt", abstract: "Write policies as opa fmt does.",
        discussion: """
            Prints the formatted policies, or with --write changes the files. Without a path, or with -, standard input \
            is formatted. With --check and --diff the exit code is 1 when a file is not formatted; 2 when one cannot be \
            read.
            """)

    @Argument(help: "Folders and files, or - for standard input.") var paths: [String] = ["-"]

    @Flag(name: .shortAndLong, help: "Change the files.") var write = false

    @Flag(name: .shortAndLong, help: "Print what would change.") var diff = false

    @Flag(name: [.short, .long, .customLong("check")], help: "Print the names of files that are not formatted.")
    var list = false

    @Flag(help: "What is written for OPA before 1.0 becomes what OPA 1.0 wants.") var upgrade = false

    @Flag(help: "With --upgrade, add \"import rego.v1\", so that OPA from 0.59 on reads the result, too.")
    var keepRegoV1 = false

    @Flag(help: "Read as OPA before 1.0 does.") var v0 = false

    func validate() throws {
        if [write, diff, list].count(where: { $0 }) > 1 {
            throw ValidationError("only one of --write, --diff and --list goes at a time")
        }
        if keepRegoV1, !upgrade { throw ValidationError("--keep-rego-v1 goes with --upgrade") }
        if write, paths.contains("-") {
            throw ValidationError("--write needs files or folders; standard input cannot be written")
        }
    }

    func run() throws {
        let formatted = FormattedPolicies(
            try files(), syntax: v0 ? .v0 : .detected, isUpgrade: upgrade, keepsOldReaders: keepRegoV1)
        let changed = formatted.files.filter(\.isChanged)
        let output = FixOutput(files: changed.map { $0.fixed }, verb: "formatted")
        // What is wrong comes last, so that it can be seen.
        defer { if !formatted.findings.isEmpty { Terminal.report(formatted.findings) } }
        if write {
            try output.write()
        } else if list {
            Terminal.output(changed.map { $0.name + "\n" }.joined())
        } else if diff {
            do { try output.show() } catch ExitStatus.no {}
        } else {
            Terminal.output(formatted.files.map(\.new).joined())
        }
        if formatted.findings.contains(where: { $0.severity == .error }) { throw ExitStatus.failed }
        if list || diff, !changed.isEmpty { throw ExitStatus.no }
    }

    private func files() throws -> PolicyFiles {
        guard !paths.contains("-") else {
            guard paths.count == 1 else { throw ValidationError("- for standard input stands alone") }
            let bytes = FileHandle.standardInput.readDataToEndOfFile()
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw CommandError("standard input is no text: it has bytes that are not UTF-8")
            }
            return PolicyFiles(texts: [PolicyText(file: "stdin", text: text)])
        }
        var files = PolicyFiles()
        for path in paths { files.add(WorkingDirectory.path(path), in: WorkingDirectory.files, taking: .policies) }
        return files
    }
}

extension FormattedPolicies.File {
    fileprivate var fixed: FixedFile { FixedFile(path: TreePath(name), old: Array(old.utf8), new: Array(new.utf8)) }
}
