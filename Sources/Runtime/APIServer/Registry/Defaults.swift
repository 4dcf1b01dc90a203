internal import KubeTypes
internal import Tree

/// What the built-in kinds get beyond the defaults of their schemas, because one field depends on another.
enum Defaults {
    static func complete(_ object: inout KubeObject) {
        switch (object.apiVersion, object.kind) {
        case ("v1", "Namespace"): labelNamespace(&object)
        case ("v1", "Secret"): object = object.asStoredSecret
        case ("apiextensions.k8s.io/v1", "CustomResourceDefinition"): completeDefinition(&object)
        default: break
        }
    }

    private static func labelNamespace(_ object: inout KubeObject) {
        guard object.labels["kubernetes.io/metadata.name"] == nil else { return }
        object.root.set(Node(object.name), at: ["metadata", "labels", "kubernetes.io/metadata.name"])
    }

    /// The names as given are accepted, and the definition is served at once: there is nothing to wait for in one process.
    private static func completeDefinition(_ object: inout KubeObject) {
        guard var names = object.spec["names"] else { return }
        let kind = names["kind"]?.string ?? ""
        if names["singular"] == nil { names["singular"] = Node(kind.lowercased()) }
        if names["listKind"] == nil { names["listKind"] = Node(kind + "List") }
        object.root.set(names, at: ["spec", "names"])
        let stored = object.spec["versions"]?.elements.first { $0["storage"]?.bool == true }?["name"]?.string
        let before = object.status["storedVersions"]?.elements.compactMap(\.string) ?? []
        let versions = before + (stored.map { before.contains($0) ? [] : [$0] } ?? [])
        let since = object.root[path: "metadata", "creationTimestamp"] ?? Node(.null)
        let conditions = [
            ("NamesAccepted", "NoConflicts", "no conflicts found"),
            ("Established", "InitialNamesAccepted", "the initial names have been accepted"),
        ].map { type, reason, message -> Node in
            [
                "type": Node(type), "status": "True", "reason": Node(reason), "message": Node(message),
                "lastTransitionTime": since,
            ]
        }
        object.root["status"] = [
            "acceptedNames": names, "conditions": Node(conditions), "storedVersions": Node(versions.map { Node($0) }),
        ]
    }
}
