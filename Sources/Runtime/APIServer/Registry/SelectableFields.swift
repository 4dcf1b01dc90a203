internal import Schema

/// By which fields objects of a kind can be selected (Kubernetes documentation, "Field Selectors").
struct SelectableFields {
    /// The path of each field in an object.
    let paths: [String: [String]]
    /// Kinds with no fields of their own are refused in other words.
    private let isPlain: Bool

    init(_ served: ServedType) {
        var paths = ["metadata.name": ["metadata", "name"], "metadata.namespace": ["metadata", "namespace"]]
        let own =
            served.definition.isBuiltIn
            ? Self.builtIn[served.definition.kind] ?? []
            : served.version.selectableFields.map { String($0.drop { $0 == "." }) }
        for name in own { paths[name] = (Self.elsewhere[name] ?? name).split(separator: ".").map(String.init) }
        self.paths = paths
        isPlain = served.definition.isBuiltIn && own.isEmpty
    }

    func contains(_ name: String) -> Bool { paths[name] != nil }

    func refusal(of name: String) -> String {
        isPlain
            ? "\"\(name)\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\""
            : "field label not supported: \(name)"
    }

    private static let builtIn = [
        "Namespace": ["status.phase", "name"], "Secret": ["type"], "Service": ["spec.clusterIP", "spec.type"],
        "Event": [
            "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid",
            "involvedObject.apiVersion", "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason",
            "reportingComponent", "source", "type",
        ],
    ]

    /// Names that are not the path.
    private static let elsewhere = ["name": "metadata.name", "source": "source.component"]
}
