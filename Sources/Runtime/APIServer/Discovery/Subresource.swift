internal import Schema
internal import Tree

/// What lies below an object: its status, its scale, the end of a namespace.
struct Subresource {
    var name: String
    var verbs: [String]
    /// The kind of its answer where that is not the kind of the object.
    var answer: (group: String, version: String, kind: String)?

    private static let status = Subresource(name: "status", verbs: ["get", "patch", "update"])
    private static let scale = Subresource(
        name: "scale", verbs: ["get", "patch", "update"], answer: ("autoscaling", "v1", "Scale"))
    private static let finalize = Subresource(name: "finalize", verbs: ["update"])

    /// In the order of discovery: by name for what is built in.
    static func all(of definition: ResourceDefinition, _ version: String) -> [Subresource] {
        guard let version = definition.version(version) else { return [] }
        var all: [Subresource] = version.hasStatusSubresource ? [.status] : []
        if version.scale != nil { all.append(.scale) }
        guard definition.isBuiltIn else { return all }
        if definition.kind == "Namespace" { all.append(.finalize) }
        return all.sorted { $0.name < $1.name }
    }

    func resource(of definition: ResourceDefinition) -> Node {
        var node: Node = [
            "name": Node("\(definition.plural)/\(name)"), "singularName": "",
            "namespaced": Node(definition.isNamespaced),
        ]
        if let answer {
            node["group"] = Node(answer.group)
            node["version"] = Node(answer.version)
        }
        node["kind"] = Node(answer?.kind ?? definition.kind)
        node["verbs"] = Node(verbs.map { Node($0) })
        return node
    }

    /// - Parameter kind: The kind of the object.
    func aggregated(_ kind: Node) -> Node {
        let own = answer.map { answer -> Node in
            ["group": Node(answer.group), "version": Node(answer.version), "kind": Node(answer.kind)]
        }
        return ["subresource": Node(name), "responseKind": own ?? kind, "verbs": Node(verbs.map { Node($0) })]
    }
}
