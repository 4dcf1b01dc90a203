internal import APIServer
internal import ArgumentParser
internal import Diagnostics
internal import FileTree
internal import Foundation
internal import GitRepository
internal import Policy
internal import Validation

/// What is checked, and what of it is told. The settings of the repository stand for what is left out.
struct ValidateOptions: ParsableArguments {
    @Option(help: "Only these stations, parted by commas.") var only: StationList?

    @Option(help: "Not these stations, parted by commas.") var skip: StationList?

    @Option(
        name: [.long, .customLong("crds")],
        help: ArgumentHelp(
            "Kinds that are known beside the built-in ones: a folder or file of CustomResourceDefinitions, or those of "
                + "the cluster that kubectl would use.",
            valueName: "dir|cluster[:context]"))
    var schemas: [String] = []

    @Option(
        help: ArgumentHelp(
            "Check only what differs from this commit, branch or tag, and what that can affect.", valueName: "ref"))
    var changedSince: String?

    @Flag(help: "For the dry run ask the cluster that kubectl would use, instead of one in memory.") var live = false

    @Option(help: ArgumentHelp("With --live: the context of the kubeconfig.", valueName: "name")) var context: String?

    @Option(name: .customLong("as"), help: ArgumentHelp("With --live: the user to ask as.", valueName: "user"))
    var user: String?

    @Option(name: .customLong("as-group"), help: ArgumentHelp("With --live: a group to ask as.", valueName: "group"))
    var groups: [String] = []

    @Option(
        help: ArgumentHelp("Tell only these codes, whole or by their first letters.", valueName: "code,…"),
        completion: CodeCompletion.list)
    var select: [String] = []

    @Option(
        help: ArgumentHelp("Tell all but these codes, whole or by their first letters.", valueName: "code,…"),
        completion: CodeCompletion.list)
    var ignore: [String] = []

    @Option(help: ArgumentHelp("Pass over what this pattern, as in .gitignore, fits.", valueName: "pattern"))
    var exclude: [String] = []

    @Option(help: ArgumentHelp("Tell only what this file does not know.", valueName: "file")) var baseline: String?

    @Option(help: ArgumentHelp("Write what is found to a baseline, and tell none of it.", valueName: "file"))
    var writeBaseline: String?

    @Option(
        help: ArgumentHelp(
            "The configuration of the linter: a file, default or relaxed, instead of .yamllint.", valueName: "file|name"
        ))
    var lintConfig: String?

    @Flag(help: "Look at everything anew, and keep nothing for the next run.") var noCache = false

    @Option(help: ArgumentHelp("The settings, instead of mainstay.yaml here or above.", valueName: "file"))
    var settings: String?

    func validate() throws {
        if !live, context != nil || user != nil || !groups.isEmpty {
            throw ValidationError(
                "--context, --as and --as-group say which cluster --live asks, and as whom: add --live")
        }
        if user == nil, !groups.isEmpty { throw ValidationError("--as-group needs --as") }
    }

    /// - Throws: `Refused` and `CommandError` for what cannot be read.
    func gate(_ paths: [String], _ settings: Settings, _ policies: PolicyOptions) async throws -> Gate {
        var policies = policies
        if policies.policy.isEmpty { policies.policy = settings.policies }
        if policies.data.isEmpty { policies.data = settings.data }
        let named = try paths.map { $0 == "-" ? WorkingDirectory.path($0) : try WorkingDirectory.present($0) }
        let here = settings.file == nil ? [TreePath.root] : [settings.folder]
        var selection = settings.selection
        selection.select = select.isEmpty ? selection.select : Self.codes(select)
        selection.ignore += Self.codes(ignore)
        try CodeNames.check(selection.names)
        let schemas = settings.schemas + schemas
        return Gate(
            paths: named.isEmpty ? (settings.paths.isEmpty ? here : settings.paths) : named,
            chosen: Set(only?.stations ?? Station.allCases.filter { !settings.skip.contains($0) })
                .subtracting(skip?.stations ?? []),
            exclude: settings.exclude + exclude,
            lint: try LintConfigurationFile.manifestConfiguration(
                lintConfig ?? settings.lintConfiguration, beside: paths.first),
            schemas: schemas, policies: policies, dryRun: try dryRun(), live: live,
            usesCache: !noCache && !paths.contains("-"), selection: selection,
            baseline: writeBaseline == nil ? try readBaseline(settings) : nil,
            changes: try await changes(),
            foundations: schemas.map { WorkingDirectory.path($0) } + policies.data.map { WorkingDirectory.path($0) })
    }

    private func dryRun() throws -> any DryRun {
        guard live else { return EmbeddedDryRun() }
        return LiveDryRun(client: try ClusterOptions.client(context: context, user: user, groups: groups))
    }

    private static func codes(_ arguments: [String]) -> [String] {
        arguments.flatMap { $0.split(separator: ",").map(String.init) }
    }

    private func readBaseline(_ settings: Settings) throws -> Baseline? {
        guard let path = baseline.map({ WorkingDirectory.path($0) }) ?? settings.baseline else { return nil }
        do { return try Baseline(try WorkingDirectory.files.read(path), file: path) } catch let error as FileTreeError {
            throw CommandError("the baseline cannot be read: \(error); write it with --write-baseline")
        }
    }

    private func changes() async throws -> WorkTreeChanges? {
        guard let changedSince else { return nil }
        do {
            return try await WorkTreeChanges(since: changedSince, in: FileManager.default.currentDirectoryPath)
        } catch let error as GitError {
            throw CommandError("cannot tell what has changed since \"\(changedSince)\": \(error)")
        }
    }
}

/// Names of stations with commas between them.
struct StationList: ExpressibleByArgument {
    var stations: [Station]

    init?(argument: String) {
        let names = argument.split(separator: ",")
        stations = names.compactMap { Station(rawValue: String($0)) }
        guard stations.count == names.count, !names.isEmpty else { return nil }
    }

    static var allValueStrings: [String] { Station.allCases.map(\.rawValue) }
}
