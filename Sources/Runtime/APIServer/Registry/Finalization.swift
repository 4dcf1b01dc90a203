internal import KubeTypes
internal import Tree

/// How objects come to their end (Kubernetes documentation, "Finalizers" and "Namespaces").
enum Finalization {
    /// The object as marked for deletion, and whether something still holds it.
    static func begin(_ live: KubeObject, at time: Timestamp) -> (object: KubeObject, isHeld: Bool) {
        if live.type.groupKind == CustomResources.kind {
            return (live.isBeingDeleted ? live : DefinitionStatus.markedForDeletion(live, at: time), true)
        }
        guard !live.finalizers.isEmpty || holds(live) else { return (live, false) }
        var object = live
        if !live.isBeingDeleted {
            object.root.set(Node(time.description), at: ["metadata", "deletionTimestamp"])
            object.root.set(0, at: ["metadata", "deletionGracePeriodSeconds"])
            if live.generation > 0 { object.root.set(Node(live.generation + 1), at: ["metadata", "generation"]) }
            if isNamespace(live) { object.root.set("Terminating", at: ["status", "phase"]) }
        }
        return (object, true)
    }

    /// A namespace is held by its own list of finalizers until its content is gone.
    static func holds(_ object: KubeObject) -> Bool {
        isNamespace(object) && object.spec["finalizers"]?.elements.isEmpty == false
    }

    private static func isNamespace(_ object: KubeObject) -> Bool {
        object.kind == "Namespace" && object.apiVersion == "v1"
    }
}
