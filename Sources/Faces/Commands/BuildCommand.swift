internal import ArgumentParser
internal import Diagnostics
internal import FileTree
internal import Foundation
internal import Kustomize

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Render what would be applied for a kustomization.",
        discussion: """
            Prints what kustomize build prints. With several directories the results follow each other. Bases in other \
            Git repositories are fetched; "-" reads the kustomization of this directory from standard input.
            """)

    @Argument(help: "Directories that hold a kustomization, or - for standard input.") var directories: [String] = ["."]

    @Option(name: .shortAndLong, help: "Write to this file instead of standard output.") var output: String?

    @Option(help: "Whether files may come from outside the directory: rootonly or none.")
    var loadRestrictor = LoadRestrictor.rootOnly

    @Option(help: "The order of the result where the kustomization does not say: none or legacy.")
    var reorder: Reorder?

    @Flag(
        help: """
            Instead of the objects, list the fields that were set outside of their object's own file, and where: by a \
            patch, a generator, or a field of a kustomization.
            """)
    var origins = false

    @Option(
        help: """
            With --origins: list this field of every object and all below it, wherever they were set: spec.http[0], or             "." for every field.
            """)
    var field: String?

    enum LoadRestrictor: String, ExpressibleByArgument {
        case rootOnly = "LoadRestrictionsRootOnly"
        case none = "LoadRestrictionsNone"

        init?(argument: String) {
            switch argument {
            case "LoadRestrictionsRootOnly", "rootonly": self = .rootOnly
            case "LoadRestrictionsNone", "none": self = .none
            default: return nil
            }
        }
    }

    enum Reorder: String, ExpressibleByArgument { case none, legacy }

    func validate() throws {
        if field != nil, !origins { throw ValidationError("--field goes with --origins") }
    }

    func run() async throws {
        if reorder != nil {
            Terminal.talk("warning: --reorder is deprecated; use \"sortOptions\" in the kustomization.yaml\n")
        }
        var texts: [String] = []
        let shared = ParsedFiles(WorkingDirectory.files, isShared: directories.count > 1)
        for directory in directories {
            let isPiped = directory == "-"
            let files = isPiped ? ParsedFiles(try PipedKustomization(over: WorkingDirectory.files)) : shared
            let folder = isPiped ? .root : try WorkingDirectory.folder(directory)
            try await RemoteBases.mount(in: files, for: folder, options: options)
            let result = try build(folder, in: files, options: options)
            for finding in result.findings { Terminal.talk("\(finding)\n") }
            texts.append(origins ? list(Kustomize.origins(of: result.objects)) : result.yaml)
        }
        let text = texts.filter { !$0.isEmpty }.joined(separator: origins ? "" : "---\n")
        guard let output else { return Terminal.output(text) }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw CommandError("cannot write \"\(output)\": \(error.localizedDescription)")
        }
    }

    /// One line an object, and below it one line a field: what comes from elsewhere, or what was asked for.
    private func list(_ objects: [ObjectOrigins]) -> String {
        objects.map { object in
            let asked = field.map { object.fields(below: $0) } ?? object.fromElsewhere
            let fields = asked.map { "  \($0.path)  \($0.place.file.path):\($0.place.line)\n" }
            return "\(object.name)  \(object.place.file.path):\(object.place.line)\n" + fields.joined()
        }.joined()
    }

    private var options: BuildOptions {
        BuildOptions(
            loadRestrictor: loadRestrictor == .none ? .none : .rootOnly,
            reorder: reorder.map { $0 == .legacy ? .legacy : .none } ?? .unset)
    }
}

/// A failure of a command, in words for people.
struct CommandError: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}
