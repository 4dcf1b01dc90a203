internal import ArgumentParser
internal import FileTree
internal import Foundation
internal import Kustomize
internal import Parallel
internal import Policy
internal import Reports
internal import Validation

struct PolicyCheckCommand: AsyncParsableCommand, FindingCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check manifests with policies in Rego, as conftest does.",
        discussion: """
            Folders with a kustomization are built; others are read with all folders below them. The rules deny, \
            violation and warn, and those with words after it like deny_hosts, give findings. Constraints of Gatekeeper \
            among the manifests are evaluated, too. Exits 1 when there is an error.
            """)

    @Argument(help: "Folders and files; - is standard input.") var paths: [String] = ["."]

    @OptionGroup var options: PolicyOptions

    @Option(name: .shortAndLong, help: "Only rules of this package.") var namespace: [String] = []

    @Flag(name: [.customShort("A"), .long], help: "Rules of every package; the default where no -n is given.")
    var allNamespaces = false

    @Flag(help: "All objects are one input: a list of objects with path and contents.") var combine = false

    @OptionGroup var reports: ReportOptions

    func validate() throws {
        if allNamespaces, !namespace.isEmpty { throw ValidationError("-A and -n exclude each other") }
    }

    func run() async throws {
        let places = paths.map { WorkingDirectory.path($0) }
        let disk: any FileTree = WorkingDirectory.files
        let tree = paths.contains("-") ? try PipedManifests(over: disk) : disk
        let files = ParsedFiles(tree, isShared: paths.count > 1)
        for place in places { try await RemoteBases.mount(in: files, for: place) }
        let manifests = ManifestSet(places, in: tree, parsed: files)
        let set = onDeepStack { options.policies(beside: places) }
        guard set != nil || GatekeeperSet.isPresent(in: manifests.objects) else {
            throw CommandError(
                "there are no policies: make a folder \"policy\" with files .rego, or name one with --policy")
        }
        let check = set.map { PolicyCheck($0, namespaces: namespace.isEmpty ? nil : namespace) }
        let stations = Stations([.policy], policy: options.station(check, combines: combine), today: Today.text)
        let run = CheckedRun(stations.findings(manifests), stations: [.policy], of: manifests)
        try FindingOutput(reports, run).finish()
    }
}
