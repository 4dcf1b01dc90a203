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
        let columns = table["columnDefinitions"]?.elements ?? []
        let shown = columns.indices.filter { output == .wide || columns[$0]["priority"]?.integer ?? 0 == 0 }
        let showsNamespace = resource.isNamespaced && namespace == nil
        let head = shown.map { (columns[$0]["name"]?.string ?? "").uppercased() }
        var text = TextTable((showsNamespace ? ["NAMESPACE"] : []) + head)
        var found: [String] = []
        for row in table["rows"]?.elements ?? [] {
            let object = KubeObject(row["object"] ?? .emptyMapping)
            guard wanted.isEmpty || wanted.contains(object.name) else { continue }
            found.append(object.name)
            let cells = row["cells"]?.elements ?? []
            text.add((showsNamespace ? [object.namespace] : []) + shown.map { $0 < cells.count ? cell(cells[$0]) : "" })
        }
        try checkFound(wanted, found, resource)
        guard !found.isEmpty else {
            return Terminal.talk("No resources found\(namespace.map { " in \($0) namespace" } ?? "").\n")
        }
        Terminal.output(text.text)
    }

    private func cell(_ node: Node) -> String { node.isNull ? "" : node.string ?? JSONWriter.text(node) }

    private func checkFound(_ wanted: [String], _ found: [String], _ resource: ServedResource) throws {
        guard let missing = wanted.first(where: { !found.contains($0) }) else { return }
        throw CommandError("\(resource.type.groupResource) \"\(missing)\" not found")
    }
}
