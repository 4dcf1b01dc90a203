internal import KubeTypes
internal import Tree

/// What becomes of the dependants of a deleted object (Kubernetes documentation, "Garbage Collection").
enum Propagation: String, CaseIterable {
    case background = "Background"
    case foreground = "Foreground"
    case orphan = "Orphan"
}

/// How objects come to their end (Kubernetes documentation, "Finalizers" and "Namespaces").
enum Finalization {
    /// Holds an object until the dependants that block it are gone.
    static let foreground = "foregroundDeletion"
    /// Holds an object until its dependants have forgotten it.
    static let orphan = "orphan"

    /// The object as marked for deletion, and whether something still holds it.
    ///
    /// - Parameter propagation: nil when the client names none; then the finalizers that are there decide.
    static func begin(
        _ live: KubeObject, _ propagation: Propagation? = nil, at time: Timestamp
    ) -> (object: KubeObject, isHeld: Bool) {
        if live.type.groupKind == CustomResources.kind {
            return (live.isBeingDeleted ? live : DefinitionStatus.markedForDeletion(live, at: time), true)
        }
        var object = live
        if let propagation { settle(&object, propagation) }
        guard !object.finalizers.isEmpty || holds(object) else { return (live, false) }
        if !live.isBeingDeleted {
            object.root.set(Node(time.description), at: ["metadata", "deletionTimestamp"])
            if isNamespace(live) {
                object.root.set("Terminating", at: ["status", "phase"])
            } else {
                object.root.set(0, at: ["metadata", "deletionGracePeriodSeconds"])
            }
            if live.generation > 0 { object.root.set(Node(live.generation + 1), at: ["metadata", "generation"]) }
        }
        return (object, true)
    }

    private static func settle(_ object: inout KubeObject, _ propagation: Propagation) {
        var finalizers = object.finalizers.filter { $0 != foreground && $0 != orphan }
        switch propagation {
        case .background: break
        case .foreground: finalizers.append(foreground)
        case .orphan: finalizers.append(orphan)
        }
        if finalizers != object.finalizers { object.finalizers = finalizers }
    }

    /// A namespace is held by its own list of finalizers until its content is gone.
    static func holds(_ object: KubeObject) -> Bool {
        isNamespace(object) && object.spec["finalizers"]?.elements.isEmpty == false
    }

    private static func isNamespace(_ object: KubeObject) -> Bool {
        object.kind == "Namespace" && object.apiVersion == "v1"
    }
}
