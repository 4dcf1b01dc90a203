internal import ArgumentParser
internal import Foundation

extension NewRepository.CI: ExpressibleByArgument {}

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Begin a repository for the configuration of Istio.",
        discussion: """
            Writes a complete layout: base, applications, overlays for development, staging and production, policies in \
            Rego with their tests, Applications of Argo CD, the settings of Mainstay and of yamllint, and what CI needs. \
            A file that is there already is named and left as it is.
            """)

    @Argument(help: "The folder; it is made where it is not there.") var folder = "."

    @Option(help: "Begins the names of namespaces. Without it, the first word of the host.") var name: String?

    @Option(help: "The host of production; those of development and staging are made of it.")
    var host = "shop.example.com"

    @Option(
        help: "Whose CI checks changes: github, gitlab or none. Without it, as the remote \"origin\" says, or github.")
    var ci: NewRepository.CI?

    @Flag(help: "Write .pre-commit-config.yaml, too.") var preCommit = false

    func run() throws {
        let name = name ?? String(host.prefix { $0 != "." })
        try NewRepository.check(name: name, host: host)
        let root = URL(fileURLWithPath: folder).standardizedFileURL
        var isFolder: ObjCBool = true
        if FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder), !isFolder.boolValue {
            throw CommandError("\"\(folder)\" is a file, not a folder")
        }
        let address = GitOrigin.address(of: root.path)
        let repository = NewRepository(
            name: name, host: host, ci: ci ?? GitOrigin.ci(of: address), hasHooks: preCommit, address: address)
        let files = repository.files
        var kept: [String] = []
        for file in files where try !write(file.text, to: root.appendingPathComponent(file.path)) {
            kept.append(file.path)
        }
        let keptFiles = Set(kept)
        Terminal.output(files.map(\.path).filter { !keptFiles.contains($0) }.map { $0 + "\n" }.joined())
        for path in kept { Terminal.talk("left as it is: \(path) is there already\n") }
        if address == nil, files.count > kept.count {
            Terminal.talk("there is no remote \"origin\": set repoURL in argocd/applications to your repository\n")
        }
        let words = folder == "." ? "mainstay validate" : "cd \(folder) && mainstay validate"
        let count = files.count - kept.count
        Terminal.talk("\(count) \(count == 1 ? "file" : "files") written. Next: \(words)\n")
    }

    /// - Returns: whether there was room for the file.
    private func write(_ text: String, to file: URL) throws -> Bool {
        // A link that leads nowhere is there, too.
        if (try? FileManager.default.attributesOfItem(atPath: file.path)) != nil { return false }
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file, options: .withoutOverwriting)
            return true
        } catch {
            throw CommandError("cannot write \"\(file.path)\": \(error.localizedDescription)")
        }
    }
}
