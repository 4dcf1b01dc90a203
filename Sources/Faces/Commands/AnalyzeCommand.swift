internal import Analyzers
internal import ArgumentParser
internal import Diagnostics
internal import FileTree
internal import Foundation
internal import GitRepository
internal import KubeTypes
internal import Kustomize
internal import Reports
internal import Tree
internal import Validation

struct AnalyzeCommand: AsyncParsableCommand, FindingCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze", abstract: "Look at Istio's configuration as a whole, as istioctl analyze does.",
        discussion: """
            Takes the files for the whole mesh: what they refer to and do not hold is missing. Runs Istio's rules and \
            the analyzers; "mainstay validate" runs the other stations too. Exits 1 when there is an error, or what --fail-on says.
            """)

    @Argument(help: "Folders and files.") var paths: [String] = ["."]

    @Option(help: "A file with the mesh config.") var meshConfig: String?

    @Option(help: "A file with the mesh networks.") var meshNetworks: String?

    @Option(name: .shortAndLong, help: "The namespace of objects that name none.") var namespace = "default"

    @OptionGroup var reports: ReportOptions

    func run() async throws {
        let files = ParsedFiles(WorkingDirectory.files, isShared: paths.count > 1)
        let places = paths.map { WorkingDirectory.path($0) }
        for place in places { try await RemoteBases.mount(in: files, for: place) }
        let manifests = ManifestSet(places, in: WorkingDirectory.files, parsed: files, grouping: .mesh)
        let now = Timestamp(seconds: Int(Date().timeIntervalSince1970))
        let options = AnalyzerOptions(
            meshConfig: try meshConfig.map(Self.document), meshNetworks: try meshNetworks.map(Self.document),
            defaultNamespace: namespace, now: now)
        let stations = Stations([.semantics, .analyzers], analyzers: options, today: String("\(now)".prefix(10)))
        let run = CheckedRun(stations.findings(manifests), stations: [.semantics, .analyzers], of: manifests)
        try FindingOutput(reports, run).finish()
    }

    private static func document(_ name: String) throws -> Node {
        let path = WorkingDirectory.path(name)
        let bytes: [UInt8]
        do { bytes = try WorkingDirectory.files.read(path) } catch { throw CommandError("\(error)") }
        let documents = try YAMLReader.read(bytes, file: SourceFile(path.description)).documents
        guard let document = documents.first(where: { !$0.isNull }), document.mapping != nil else {
            throw CommandError("\"\(name)\" holds no settings")
        }
        return document
    }
}
