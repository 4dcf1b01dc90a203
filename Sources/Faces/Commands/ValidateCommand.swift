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

struct ValidateCommand: AsyncParsableCommand, FindingCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Check manifests before they reach a cluster.",
        discussion: """
            Folders with a kustomization are built; others are read with all folders below them. The stations are \
            build, schema, semantics, analyzers and policy. Policies in Rego come from --policy, or from a folder \
            "policy" beside the manifests. Exits 1 when there is an error, or what --fail-on says.
            """)

    @Argument(help: "Folders and files.") var paths: [String] = ["."]

    @Option(help: "Only these stations, parted by commas.") var only: StationList?

    @Option(help: "Not these stations, parted by commas.") var skip: StationList?

    @OptionGroup var reports: ReportOptions

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

    @Flag(help: "Print the JSON Schema of the JSON report, or of a line of jsonl, and check nothing.") var printSchema =
        false

    func run() async throws {
        if printSchema {
            let schema = reports.output == .jsonl ? JSONLinesReport.schema : JSONReport.schema
            return Terminal.output(JSONWriter.text(schema, indent: 2) + "\n")
        }
        let files = ParsedFiles(WorkingDirectory.files, isShared: paths.count > 1)
        let places = paths.map { WorkingDirectory.path($0) }
        for place in places { try await RemoteBases.mount(in: files, for: place) }
        let manifests = ManifestSet(places, in: WorkingDirectory.files, parsed: files)
        let stations = Stations(
            chosen, definitions: try await definitions(), policy: policyStation(places), today: Today.text)
        let findings = stations.findings(manifests)
        guard fix || diff else {
            let unit = places.map(\.description).joined(separator: ", ")
            let run = CheckedRun(findings, unit: unit, stations: chosen, of: manifests)
            return try FindingOutput(reports, run).finish()
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
