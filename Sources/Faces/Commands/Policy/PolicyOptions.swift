internal import ArgumentParser
internal import Diagnostics
internal import FileTree
internal import GitRepository
internal import Policy
internal import Rego
internal import Validation

/// Where policies and their data come from, alike in all commands that judge objects.
struct PolicyOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("A folder or file of policies in Rego, instead of the folder policy.", valueName: "path"))
    var policy: [String] = []

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "A folder or file of documents, JSON or YAML, that policies see as data.", valueName: "path"))
    var data: [String] = []

    @Flag(name: .customLong("v0"), help: "The policies are Rego before OPA 1.0.") var isOlder = false

    /// The policies that were named, or those of the first folder `policy` beside the paths, or those that were found; nil
    /// where there are none.
    func policies(
        beside paths: [TreePath], found: [TreePath] = [], in tree: any FileTree = WorkingDirectory.files
    ) -> PolicySet? {
        let places = places(beside: paths, found: found, in: tree)
        guard !places.isEmpty else { return nil }
        var files = PolicyFiles()
        for place in places { files.add(place, in: tree, taking: .policies) }
        for argument in data {
            let (prefix, path) = DataArgument.parts(argument)
            files.add(WorkingDirectory.path(path), in: tree, taking: .documents, below: prefix)
        }
        return PolicySet(files, syntax: isOlder ? .v0 : .detected)
    }

    /// Where the policies lie.
    func places(beside paths: [TreePath], found: [TreePath], in tree: any FileTree) -> [TreePath] {
        if !policy.isEmpty { return policy.map { WorkingDirectory.path($0) } }
        let usual = candidates(beside: paths, in: tree).prefix(1)
        return usual.isEmpty ? found : Array(usual)
    }

    /// conftest's default is the folder in which one stands; a repository may also have it where the manifests are.
    private func candidates(beside paths: [TreePath], in tree: any FileTree) -> [TreePath] {
        let folders = [TreePath.root] + paths.flatMap { [$0, $0.parent] }
        return folders.map { $0.appending("policy") }.filter { tree.entry(at: $0) == .directory }
    }

    /// The station for `validate` and `policy check`.
    ///
    /// - Parameter onPrint: Called when a policy prints.
    func station(
        _ check: PolicyCheck?, combines: Bool = false, onPrint: @escaping @Sendable () -> Void = {}
    ) -> PolicyStation {
        PolicyStation(check, combines: combines, .machine) { line in
            onPrint()
            let place = line.file.isEmpty ? "" : "\(line.position.place(in: line.file)): "
            Terminal.talk("\(place)\(line.text)\n")
        }
    }
}
