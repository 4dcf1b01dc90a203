internal import KubeTypes
internal import Tree

/// What the server says of a CustomResourceDefinition in its status (Kubernetes, `CustomResourceDefinitionStatus`).
enum DefinitionStatus {
    /// Holds a definition until its objects are gone.
    static let cleanup = "customresourcecleanup.apiextensions.k8s.io"

    // MARK: When it is written

    /// Fills in what follows from the spec, and remembers each version that objects were stored at.
    static func complete(_ object: inout KubeObject) {
        guard var names = object.spec["names"] else { return }
        let kind = names["kind"]?.string ?? ""
        if names["singular"]?.string?.isEmpty ?? true { names["singular"] = Node(kind.lowercased()) }
        if names["listKind"]?.string?.isEmpty ?? true { names["listKind"] = Node(kind + "List") }
        object.root.set(names, at: ["spec", "names"])
        if object.spec["conversion"] == nil { object.root.set(["strategy": "None"], at: ["spec", "conversion"]) }
        if object.status["acceptedNames"] == nil {
            object.root["status"] = ["conditions": Node(.null), "acceptedNames": ["plural": "", "kind": ""]]
        }
        var stored = object.status["storedVersions"]?.elements ?? []
        let current = object.spec["versions"]?.elements.first { $0["storage"]?.bool == true }?["name"]
        if let current, !stored.contains(current) { stored.append(current) }
        if !stored.isEmpty { object.root.set(Node(stored), at: ["status", "storedVersions"]) }
    }

    /// A definition as it is when its deletion begins: held until its objects are gone.
    static func markedForDeletion(_ object: KubeObject, at time: Timestamp) -> KubeObject {
        var object = object
        object.root.set(Node(time.description), at: ["metadata", "deletionTimestamp"])
        let finalizers = object.finalizers.contains(cleanup) ? object.finalizers : object.finalizers + [cleanup]
        object.root.set(Node(finalizers.map { Node($0) }), at: ["metadata", "finalizers"])
        set(
            "Terminating", true, "InstanceDeletionPending",
            "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon", in: &object, time)
        return object
    }

    // MARK: What the server finds out

    /// The definition with its names accepted as far as no other definition of its group has them, and established when
    /// all are; `others` are those definitions.
    static func settled(_ object: KubeObject, among others: [KubeObject], at time: Timestamp) -> KubeObject {
        var object = object
        let wanted = object.spec["names"] ?? .emptyMapping
        var accepted = object.status["acceptedNames"] ?? ["plural": "", "kind": ""]
        let taken = others.map { $0.status["acceptedNames"] ?? .emptyMapping }
        func used(_ fields: [String]) -> Set<String> {
            Set(taken.flatMap { names in fields.flatMap { texts(names[$0]) } })
        }
        let resources = used(["plural", "singular", "shortNames"])
        let kinds = used(["kind", "listKind"])
        var conflict: (reason: String, name: String)?
        for (field, reason, used) in [
            ("plural", "PluralConflict", resources), ("singular", "SingularConflict", resources),
            ("shortNames", "ShortNamesConflict", resources), ("kind", "KindConflict", kinds),
            ("listKind", "ListKindConflict", kinds),
        ] {
            if let name = texts(wanted[field]).first(where: used.contains) {
                conflict = (reason, name)
            } else {
                accepted[field] = wanted[field]
            }
        }
        accepted["categories"] = wanted["categories"]
        object.root.set(accepted, at: ["status", "acceptedNames"])
        if let conflict {
            set("NamesAccepted", false, conflict.reason, "\"\(conflict.name)\" is already in use", in: &object, time)
            if !isEstablished(object) {
                set("Established", false, "NotAccepted", "not all names are accepted", in: &object, time)
            }
        } else {
            set("NamesAccepted", true, "NoConflicts", "no conflicts found", in: &object, time)
            set(
                "Established", true, "InitialNamesAccepted", "the initial names have been accepted", in: &object, time)
        }
        return object
    }

    private static func texts(_ names: Node?) -> [String] {
        (names.map { $0.sequence ?? [$0] } ?? []).compactMap(\.string).filter { !$0.isEmpty }
    }

    static func isEstablished(_ object: KubeObject) -> Bool {
        object.status["conditions"]?.elements.contains { $0["type"] == "Established" && $0["status"] == "True" }
            ?? false
    }

    /// Sets a condition; its time moves only with its status.
    private static func set(
        _ type: String, _ status: Bool, _ reason: String, _ message: String, in object: inout KubeObject,
        _ time: Timestamp
    ) {
        var conditions = object.status["conditions"]?.elements ?? []
        let index = conditions.firstIndex { $0["type"]?.string == type }
        let text = status ? "True" : "False"
        let before = index.map { conditions[$0] }
        let since = before?["status"]?.string == text ? before?["lastTransitionTime"] : nil
        let condition: Node = [
            "type": Node(type), "status": Node(text), "lastTransitionTime": since ?? Node(time.description),
            "reason": Node(reason), "message": Node(message),
        ]
        if let index { conditions[index] = condition } else { conditions.append(condition) }
        object.root.set(Node(conditions), at: ["status", "conditions"])
    }
}
