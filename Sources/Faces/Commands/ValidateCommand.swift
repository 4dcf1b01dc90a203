internal import ArgumentParser
internal import Diagnostics
internal import FileTree
internal import Kustomize
internal import Parallel
internal import Policy
internal import Reports
internal import Schema
internal import Tree
internal import Validation

struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Check manifests before they reach a cluster.",
        discussion: """
            Folders with a kustomization are built; others are read with all folders below them. The stations are \
            build, schema, semantics, analyzers and policy. Policies in Rego come from --policy, or from a folder \
            "policy" beside the manifests. Exits 1 when there is an error.
            """)

    @Argument(help: "Folders and files.") var paths: [String] = ["."]

    @Option(help: "Only these stations, parted by commas.") var only: StationList?

    @Option(help: "Not these stations, parted by commas.") var skip: StationList?

    @Option(name: .shortAndLong, help: "text, concise or json.") var output: FindingFormat = .text

    @Option(
        help: ArgumentHelp(
            "Kinds that are known beside the built-in ones: a folder or file of CustomResourceDefinitions, or those of "
                + "the cluster that kubectl would use.",
            valueName: "dir|cluster[:context]"))
    var schemas: [String] = []

    @OptionGroup var policyOptions: PolicyOptions

    @Flag(help: "Make the changes that are safe, in the files as they stand.") var fix = false

    @Flag(help: "With --fix or --diff, the changes, too, that a person should look at.") var unsafeFixes = false

    @Flag(help: "Print what --fix would change, and change nothing.") var diff = false

    @Flag(help: "Print the JSON Schema of the JSON report, and check nothing.") var printSchema = false

    func run() async throws {
        if printSchema { return Terminal.output(JSONWriter.text(JSONReport.schema, indent: 2) + "\n") }
        let files = ParsedFiles(WorkingDirectory.files, isShared: paths.count > 1)
        let places = paths.map { WorkingDirectory.path($0) }
        for place in places { try await RemoteBases.mount(in: files, for: place) }
        let manifests = ManifestSet(places, in: WorkingDirectory.files, parsed: files)
        let stations = Stations(
            chosen, definitions: try await definitions(), policy: policyStation(places), today: Today.text)
        let findings = stations.findings(manifests)
        guard fix || diff else {
            let told = output == .json ? findings : findings.withoutRepeats
            return try FindingOutput(format: output, findings: told).finish()
        }
        let fixed = try fixedFiles(
            findings.map(\.finding), in: WorkingDirectory.files, includingUnsafe: unsafeFixes)
        if diff { return try FixOutput(files: fixed).show() }
        try FixOutput(files: fixed).write()
        // What is left is what another look finds.
        var again = self
        again.fix = false
        try await again.run()
    }

    private func policyStation(_ places: [TreePath]) -> PolicyStation? {
        guard chosen.contains(.policy) else { return nil }
        let set = onDeepStack { policyOptions.policies(beside: places) }
        return policyOptions.station(set.map { PolicyCheck($0) })
    }

    private var chosen: Set<Station> { Set(only?.stations ?? Station.present).subtracting(skip?.stations ?? []) }

    private func definitions() async throws -> [ResourceDefinition] {
        var definitions: [ResourceDefinition] = []
        for schema in schemas { definitions += try await SchemaSource(schema).definitions() }
        return definitions
    }
}

/// Names of stations with commas between them.
struct StationList: ExpressibleByArgument {
    var stations: [Station]

    init?(argument: String) {
        let names = argument.split(separator: ",")
        stations = names.compactMap { Station(rawValue: String($0)) }
        guard stations.count == names.count, !names.isEmpty, stations.allSatisfy(Station.present.contains) else {
            return nil
        }
    }

    static var allValueStrings: [String] { Station.present.map(\.rawValue) }
}
