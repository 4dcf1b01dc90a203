package import KubeTypes
package import Schema
import Tree

/// What a sync would change: the live object after applying `desired` by force, compared with the live object. What the
/// API server keeps itself (managedFields, resourceVersion, generation, …) and `status` do not count.
///
/// - Throws: `invalid` when `desired` does not fit the schema.
package func drift(
    desired: KubeObject, live: KubeObject, schema: Schema, owner: FieldOwner
) throws(ApplyError) -> [Difference] {
    var desired = desired
    desired.root["status"] = nil
    for field in serverFields { desired.root.remove(at: ["metadata", field]) }
    let predicted = try serverSideApply(
        desired, onto: live, schema: schema, owner: owner, force: true, at: Timestamp(seconds: 0))
    return differences(from: comparable(predicted), to: comparable(live))
}

private let serverFields = [
    "managedFields", "resourceVersion", "generation", "creationTimestamp", "uid", "selfLink", "deletionTimestamp",
    "deletionGracePeriodSeconds",
]

private func comparable(_ object: KubeObject) -> Node {
    var root = object.root
    for field in serverFields { root.remove(at: ["metadata", field]) }
    // The API server keeps no empty lists and maps of metadata.
    for entry in root["metadata"]?.entries ?? [] where isNothing(entry.value) {
        root.remove(at: ["metadata", entry.key])
    }
    root["status"] = nil
    // The same object in another version is the same object.
    root["apiVersion"] = nil
    return root
}

private func isNothing(_ node: Node) -> Bool {
    node.isNull || node.mapping?.isEmpty == true || node.sequence?.isEmpty == true
}
