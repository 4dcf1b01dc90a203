internal import KubeTypes
internal import Tree

/// One of `metadata.ownerReferences` (Kubernetes documentation, "Owners and Dependents").
struct OwnerReference: Hashable {
    var type: GroupVersionKind
    var name: String
    var uid: String
    /// Whether the owner, deleted in the foreground, waits for the dependant.
    var blocksDeletion: Bool

    init(_ node: Node) {
        type = GroupVersionKind(apiVersion: node["apiVersion"]?.string ?? "", kind: node["kind"]?.string ?? "")
        name = node["name"]?.string ?? ""
        uid = node["uid"]?.string ?? ""
        blocksDeletion = node["blockOwnerDeletion"]?.bool == true
    }
}

extension KubeObject {
    var owners: [OwnerReference] {
        (root[path: "metadata", "ownerReferences"]?.elements ?? []).map(OwnerReference.init)
    }

    /// Forgets owners.
    mutating func removeOwners(_ uids: Set<String>) {
        let kept = (root[path: "metadata", "ownerReferences"]?.elements ?? []).filter { owner in
            !uids.contains(owner["uid"]?.string ?? "")
        }
        root.remove(at: ["metadata", "ownerReferences"])
        if !kept.isEmpty { root.set(Node(kept), at: ["metadata", "ownerReferences"]) }
    }
}
