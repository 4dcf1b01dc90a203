internal import ArgumentParser
internal import KubeClient
internal import KubeTypes
internal import Reports
internal import Tree

struct GetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show objects of the cluster.",
        discussion: "Kinds go by the names of kubectl: apps, vs, dr, gateways.networking.istio.io, KIND/NAME.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, wide, json, yaml, name }

    @Argument(help: "The kind, or KIND/NAME.") var kind: String

    @Argument(help: "Names; all objects when none is given.") var names: [String] = []

    @OptionGroup var cluster: ClusterOptions

    @Flag(name: [.customShort("A"), .long], help: "All namespaces.") var allNamespaces = false

    @Option(name: [.customShort("l"), .long], help: "Only objects with these labels.") var selector = ""

    @Option(name: .shortAndLong, help: "How to print: table, wide, json, yaml or name.") var output = Format.table

    @Flag(name: .shortAndLong, help: "Go on and show each change, until Ctrl-C.") var watch = false

    func validate() throws {
        if watch, output != .table, output != .wide {
            throw ValidationError("--watch shows tables; leave out --output \(output)")
        }
    }

    func run() async throws {
        let client = try cluster.client()
        let parts = kind.split(separator: "/", maxSplits: 1).map(String.init)
        let resource = try await client.resource(named: parts.first ?? kind)
        let wanted = Array(parts.dropFirst()) + names
        let namespace = namespace(resource, client)
        switch output {
        case .table, .wide: try await printTable(client, resource, namespace, wanted)
        case .json, .yaml, .name: try await printObjects(client, resource, namespace, wanted)
        }
    }

    /// nil for all. Applications live in a namespace of their own, so they are shown from everywhere unless one is named.
    private func namespace(_ resource: ServedResource, _ client: KubeClient) -> String? {
        guard resource.isNamespaced, !allNamespaces else { return nil }
        if cluster.namespace == nil, resource.type.group == "argoproj.io" { return nil }
        return cluster.namespace ?? client.defaultNamespace
    }

    // MARK: Objects

    private func printObjects(
        _ client: KubeClient, _ resource: ServedResource, _ namespace: String?, _ wanted: [String]
    ) async throws {
        let list = try await client.list(resource, namespace: namespace, labelSelector: selector)
        let items = list.items.filter { wanted.isEmpty || wanted.contains($0.name) }
        try checkFound(wanted, items.map(\.name), resource)
        switch output {
        case .name:
            for item in items {
                Terminal.output(
                    "\(GroupResource(group: resource.type.group, resource: resource.singular))/\(item.name)\n")
            }
        default:
            let node: Node
            if wanted.count == 1, let only = items.first {
                node = only.root
            } else {
                node = ["apiVersion": "v1", "kind": "List", "items": Node(items.map(\.root))]
            }
            Terminal.output(output == .json ? JSONWriter.text(node, indent: 4) + "\n" : YAMLWriter.text(node))
        }
    }

    // MARK: Table

    private func printTable(
        _ client: KubeClient, _ resource: ServedResource, _ namespace: String?, _ wanted: [String]
    ) async throws {
        let table = try await client.table(resource, namespace: namespace, labelSelector: selector)
        let view = ObjectTable(
            table, isWide: output == .wide, showsNamespace: resource.isNamespaced && namespace == nil, wanted: wanted)
        var text = TextTable(view.head)
        let rows = view.rows(of: table)
        try checkFound(wanted, rows.map(\.name), resource)
        for row in rows { text.add(row.cells) }
        guard !rows.isEmpty || watch else {
            return Terminal.talk("No resources found\(namespace.map { " in \($0) namespace" } ?? "").\n")
        }
        Terminal.output(text.text)
        guard watch else { return }
        let revision = table[path: "metadata", "resourceVersion"]?.string ?? ""
        try await client.watchTables(resource, namespace: namespace, from: revision, labelSelector: selector) { table in
            for row in view.rows(of: table) { Terminal.output(text.line(row.cells)) }
        }
    }

    private func checkFound(_ wanted: [String], _ found: [String], _ resource: ServedResource) throws {
        guard let missing = wanted.first(where: { !found.contains($0) }) else { return }
        throw CommandError("\(resource.type.groupResource) \"\(missing)\" not found")
    }
}
