package import KubeTypes
import Tree

/// `new`, or `old` when nothing differs but the times in `managedFields`: a write that changes nothing is none, so
/// it must not look like one (Kubernetes does the same before it stores an object).
package func ignoringNewTimes(of new: KubeObject, comparedTo old: KubeObject) -> KubeObject {
    withoutTimes(new) == withoutTimes(old) ? old : new
}

private func withoutTimes(_ object: KubeObject) -> Node {
    var root = object.root
    guard let managed = ManagedFields(root[path: "metadata", "managedFields"]) else { return root }
    var timeless = managed
    for index in timeless.entries.indices { timeless.entries[index].time = nil }
    // Without times the order is that of the names.
    root.set(timeless.node, at: ["metadata", "managedFields"])
    return root
}
