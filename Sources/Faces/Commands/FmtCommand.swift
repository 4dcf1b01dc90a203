internal import ArgumentParser
internal import Diagnostics
internal import FileTree
internal import Formatting
internal import Foundation
internal import Parallel
internal import Validation

extension ListIndent: ExpressibleByArgument {}

struct FmtCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt", abstract: "Write YAML manifests in canonical form.",
        discussion: """
            Changes the files in place: keys in the order of their kinds, two blanks a level, one way of writing lists, \
            one line break at the end. Comments stay with what they belong to; values, quotes, anchors and tags stay as \
            they are. With - standard input is formatted to standard output. Templates with {{ are passed over. Folders \
            are searched for *.yaml, *.yml and Kustomization; hidden ones are not. With --check and --diff nothing is \
            written, and the exit code is 1 when a file would change; 2 when one is no YAML.
            """)

    @Argument(help: "Folders and files; - is standard input.") var paths: [String] = ["."]

    @Flag(help: "Print the names of the files that would change.") var check = false

    @Flag(help: "Print what would change.") var diff = false

    @Option(help: "How lists stand below their key: indented by two blanks, or flush with it.")
    var listIndent: ListIndent = .indented

    @Option(help: ArgumentHelp("Pass over what this pattern, as in .gitignore, fits.", valueName: "pattern"))
    var exclude: [String] = []

    func validate() throws {
        if check, diff { throw ValidationError("only one of --check and --diff goes at a time") }
        if paths.contains("-"), paths.count > 1 { throw ValidationError("- for standard input stands alone") }
    }

    func run() throws {
        let isPiped = paths == ["-"]
        let (inputs, missing) = try isPiped ? ([standardInput()], []) : ManifestFiles.read(paths, excluding: exclude)
        let lists = listIndent
        // YAML may nest deeper than the stack of a thread usually goes.
        let outcomes = parallelMap(inputs, run: 4, stack: deepStack) { FmtOutcome(of: $0, lists: lists) }
        let changed = outcomes.compactMap(\.changed)
        if check {
            Terminal.output(changed.map { "\($0.path)\n" }.joined())
        } else if diff {
            do { try FixOutput(files: changed).show() } catch ExitStatus.no {}
        } else if isPiped {
            Terminal.output(outcomes.map(\.text).joined())
        } else {
            try FixOutput(files: changed, verb: "formatted").write()
        }
        // What is wrong comes last but one, so that it can be seen.
        let findings = missing + outcomes.flatMap(\.findings)
        if !findings.isEmpty { Terminal.report(findings) }
        if !isPiped || check { summarize(outcomes, changed: changed.count) }
        if !findings.isEmpty { throw ExitStatus.failed }
        if check || diff, !changed.isEmpty { throw ExitStatus.no }
    }

    private func standardInput() -> ManifestFile {
        let bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
        return ManifestFile(path: TreePath("stdin"), bytes: bytes, isTemplate: false, isKustomization: false)
    }

    private func summarize(_ outcomes: [FmtOutcome], changed: Int) {
        for outcome in outcomes where outcome.isTemplate {
            Terminal.talk("\(outcome.path): passed over, it is a template ({{)\n")
        }
        let rest = outcomes.count { $0.changed == nil && !$0.isTemplate && $0.findings.isEmpty }
        let verb = check || diff ? "would change" : "formatted"
        Terminal.talk("\(counted(changed)) \(verb), \(counted(rest)) in canonical form\n")
    }

    private func counted(_ count: Int) -> String { count == 1 ? "1 file" : "\(count) files" }
}

/// What became of a file.
private struct FmtOutcome: Sendable {
    var path: TreePath
    var changed: FixedFile?
    var text = ""
    var isTemplate = false
    var findings: [Finding] = []

    init(of file: ManifestFile, lists: ListIndent) {
        path = file.path
        do throws(Refused) {
            let result = try formatted(
                file.bytes, file: SourceFile(file.path.description), lists: lists, isTemplate: file.isTemplate,
                isKustomization: file.isKustomization)
            switch result {
            case .template:
                isTemplate = true
                text = String(decoding: file.bytes, as: UTF8.self)
            case .text(let new):
                text = String(decoding: new, as: UTF8.self)
                if new != file.bytes { changed = FixedFile(path: file.path, old: file.bytes, new: new) }
            }
        } catch { findings = error.findings }
    }
}
