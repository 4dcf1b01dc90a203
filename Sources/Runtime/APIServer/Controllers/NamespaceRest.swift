internal import KubeTypes
internal import Tree

/// What is left in a namespace that is to end, and how its conditions say so.
struct NamespaceRest {
    private var counts: [GroupResource: Int] = [:]
    private var finalizers: [String: Int] = [:]

    var isEmpty: Bool { counts.isEmpty }

    mutating func add(_ object: KubeObject, of resource: GroupResource) {
        counts[resource, default: 0] += 1
        for finalizer in object.finalizers { finalizers[finalizer, default: 0] += 1 }
    }

    /// In Kubernetes' order and words.
    ///
    /// - Parameter before: The conditions until now; what did not change keeps its time.
    func conditions(after before: Node?, at time: Timestamp) -> Node {
        let conditions = [
            (
                "NamespaceDeletionDiscoveryFailure", false, "ResourcesDiscovered",
                "All resources successfully discovered"
            ),
            (
                "NamespaceDeletionGroupVersionParsingFailure", false, "ParsedGroupVersions",
                "All legacy kube types successfully parsed"
            ),
            (
                "NamespaceDeletionContentFailure", false, "ContentDeleted",
                "All content successfully deleted, may be waiting on finalization"
            ), remaining, holding,
        ]
        return Node(
            conditions.map { type, isTrue, reason, message -> Node in
                let status: Node = isTrue ? "True" : "False"
                let old = before?.elements.first { $0["type"]?.string == type }
                let since = old?["status"] == status ? old?["lastTransitionTime"] : nil
                return [
                    "type": Node(type), "status": status, "lastTransitionTime": since ?? Node(time.description),
                    "reason": Node(reason), "message": Node(message),
                ]
            })
    }

    private var remaining: (String, Bool, String, String) {
        guard !isEmpty else {
            return ("NamespaceContentRemaining", false, "ContentRemoved", "All content successfully removed")
        }
        let texts = counts.map { "\($0.resource).\($0.group) has \($1) resource instances" }.sorted()
        return (
            "NamespaceContentRemaining", true, "SomeResourcesRemain",
            "Some resources are remaining: \(texts.joined(separator: ", "))"
        )
    }

    private var holding: (String, Bool, String, String) {
        guard !finalizers.isEmpty else {
            return (
                "NamespaceFinalizersRemaining", false, "ContentHasNoFinalizers",
                "All content-preserving finalizers finished"
            )
        }
        let texts = finalizers.map { "\($0) in \($1) resource instances" }.sorted()
        return (
            "NamespaceFinalizersRemaining", true, "SomeFinalizersRemain",
            "Some content in the namespace has finalizers remaining: \(texts.joined(separator: ", "))"
        )
    }
}
