internal import KubeTypes
internal import Tree

/// Namespaces are held by `spec.finalizers`, which only the subresource `finalize` changes (Kubernetes documentation,
/// "Namespaces").
enum NamespaceStrategy: KindStrategy {
    static let finalizer = "kubernetes"

    static func prepare(_ object: inout KubeObject, from live: KubeObject?) {
        guard live == nil else { return }
        var finalizers = object.spec["finalizers"]?.elements ?? []
        if !finalizers.contains(Node(finalizer)) { finalizers.append(Node(finalizer)) }
        object.root.set(Node(finalizers), at: ["spec", "finalizers"])
        object.root.set("Active", at: ["status", "phase"])
    }

    static func causes(_ object: KubeObject, from live: KubeObject?) -> [Status.Cause] {
        (object.spec["finalizers"]?.elements ?? []).flatMap { finalizer -> [Status.Cause] in
            let name = finalizer.string ?? ""
            if name == Self.finalizer { return [] }
            let broken = Metadata.qualifiedNameProblems(name).map {
                Status.Cause.invalid("spec.finalizers", finalizer, $0)
            }
            guard broken.isEmpty, !name.contains("/") else { return broken }
            return [
                .invalid(
                    "spec.finalizers", finalizer,
                    "name is neither a standard finalizer name nor is it fully qualified")
            ]
        }
    }

    /// What an update leaves as it is: the finalizers, but for `finalize`, and the status.
    static func keep(of live: KubeObject, in object: inout KubeObject, subresource: String?) {
        if subresource != "finalize" {
            object.root.remove(at: ["spec", "finalizers"])
            if let finalizers = live.spec["finalizers"] { object.root.set(finalizers, at: ["spec", "finalizers"]) }
        } else if object.spec["finalizers"]?.elements.isEmpty == true {
            object.root.remove(at: ["spec", "finalizers"])
        }
    }
}
