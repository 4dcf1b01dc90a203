package import KubeTypes
package import Schema
import Tree

/// `new` with the `managedFields` that it has after `owner` wrote it over `old`, nil when it was created.
///
/// - Parameter hasStatusSubresource: whether `status` is written through its own subresource only.
package func trackingUpdate(
    from old: KubeObject?, to new: KubeObject, schema: Schema, owner: FieldOwner, at time: Timestamp,
    hasStatusSubresource: Bool = false
) -> KubeObject {
    new
}
