internal import KubeTypes
internal import Schema
internal import Tree

/// The subresource `scale`: the numbers of a workload in a form that does not depend on its kind (`autoscaling/v1`).
struct Scale {
    static let type = GroupVersionKind(group: "autoscaling", version: "v1", kind: "Scale")

    let served: ServedType
    let paths: ResourceDefinition.Scale

    /// nil for a kind that has none.
    init?(_ served: ServedType) {
        guard let paths = served.version.scale else { return nil }
        self.served = served
        self.paths = paths
    }

    /// How an object shows itself.
    func view(of object: KubeObject) -> KubeObject {
        var metadata = Mapping()
        for field in ["name", "namespace", "uid", "resourceVersion", "creationTimestamp"] {
            if let value = object.root[path: "metadata", field] { metadata[field] = value }
        }
        var spec = Node.emptyMapping
        if let replicas = object.root.at(keys(paths.specReplicasPath)) { spec["replicas"] = replicas }
        var status: Node = ["replicas": object.root.at(keys(paths.statusReplicasPath)) ?? 0]
        if let selector = selector(of: object), !selector.isEmpty { status["selector"] = Node(selector) }
        return KubeObject([
            "kind": Node(Self.type.kind), "apiVersion": Node(Self.type.apiVersion), "metadata": Node(metadata),
            "spec": spec, "status": status,
        ])
    }

    /// The object as `view` wants it.
    ///
    /// - Throws: `Status` 400 for something else than a scale, 422 for a number of replicas that there cannot be.
    func object(_ live: KubeObject, scaledTo view: KubeObject) throws(Status) -> KubeObject {
        guard view.type == Self.type else {
            throw Status(badRequest: "expected \(Self.type.apiVersion) Scale, found \(view.apiVersion) \(view.kind)")
        }
        let replicas = view.spec["replicas"] ?? 0
        guard let count = replicas.integer else {
            throw Status(badRequest: "Scale in version \"v1\" cannot be handled as a Scale: spec.replicas is no number")
        }
        if count < 0, served.definition.isBuiltIn {
            throw Status(
                invalid: Self.type.groupKind, name: live.name,
                causes: [.invalid("spec.replicas", replicas, "must be greater than or equal to 0")])
        }
        var object = live
        object.root.set(replicas, at: keys(paths.specReplicasPath))
        object.resourceVersion = view.resourceVersion.isEmpty ? live.resourceVersion : view.resourceVersion
        if !view.uid.isEmpty { object.root.set(Node(view.uid), at: ["metadata", "uid"]) }
        return object
    }

    private func selector(of object: KubeObject) -> String? {
        if served.definition.isBuiltIn {
            return object.spec["selector"].map(Self.text)
        }
        return paths.labelSelectorPath.flatMap { object.root.at(keys($0))?.string }
    }

    /// A label selector in the form of a query.
    private static func text(of selector: Node) -> String {
        let labels = (selector["matchLabels"]?.entries ?? []).map { ($0.key, "\($0.key)=\($0.value.string ?? "")") }
        let rules = (selector["matchExpressions"]?.elements ?? []).map { rule -> (String, String) in
            let key = rule["key"]?.string ?? ""
            let values = (rule["values"]?.elements ?? []).compactMap(\.string).sorted().joined(separator: ",")
            return switch rule["operator"]?.string {
            case "In": (key, "\(key) in (\(values))")
            case "NotIn": (key, "\(key) notin (\(values))")
            case "DoesNotExist": (key, "!\(key)")
            default: (key, key)
            }
        }
        return (labels + rules).sorted { $0.0 < $1.0 }.map(\.1).joined(separator: ",")
    }

    /// `.spec.replicas` as keys.
    private func keys(_ path: String) -> [String] { path.split(separator: ".").map(String.init) }
}
