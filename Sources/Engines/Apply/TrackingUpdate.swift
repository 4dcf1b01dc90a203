package import KubeTypes
package import Schema
package import Tree

/// `new` with the `managedFields` that it has after `owner` wrote it over `old`, nil when it was created.
///
/// The list that `new` itself carries counts, so that clients can edit it; an empty list ends the tracking. An object
/// that is not tracked stays so until its first apply.
///
/// - Parameters:
///   - hasStatusSubresource: whether `status` is written through its own subresource only.
///   - empty: what a new object is compared with; of a built-in kind, the fields that are there before anybody writes.
package func trackingUpdate(
    from old: KubeObject?, to new: KubeObject, schema: Schema, owner: FieldOwner, at time: Timestamp?,
    hasStatusSubresource: Bool = false, empty: Node = .emptyMapping
) -> KubeObject {
    var oldRoot = old?.root ?? empty
    var result = new
    let oldManaged = oldRoot.remove(at: ["metadata", "managedFields"])
    let newManaged = result.root.remove(at: ["metadata", "managedFields"])
    let managed = carriedFields(oldManaged, newManaged, isSubresource: !owner.subresource.isEmpty)
    if old != nil, managed.isEmpty { return result }
    var ownership = Ownership(
        managed, schema: schema.asObject, owner: owner, hasStatusSubresource: hasStatusSubresource)
    ownership.update(from: oldRoot, to: result.root, owner: owner, at: time)
    result.setManagedFields(ownership.managed)
    return result
}

/// The list to go on from: that of the request, unless it has none or comes through a subresource.
private func carriedFields(_ old: Node?, _ new: Node?, isSubresource: Bool) -> ManagedFields {
    let live = ManagedFields(old) ?? ManagedFields()
    guard !isSubresource, let new, !new.isNull else { return live }
    let isReset = new.elements.isEmpty || (new.elements.count == 1 && new.elements[0].entries.isEmpty)
    if isReset { return ManagedFields() }
    guard let requested = ManagedFields(new), !requested.isEmpty else { return live }
    return requested
}
