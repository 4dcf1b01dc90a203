package import KubeTypes
package import Schema
import Tree

/// Server-side apply (Kubernetes, "Server-Side Apply"; KEP-555): `applied` is what `owner` wants of the object, `live`
/// what there is, nil when the object is created.
///
/// The result is `live` with the applied fields, without the fields that this owner had applied before and that nobody
/// else owns, and with `managedFields` brought up to date.
///
/// - Parameter hasStatusSubresource: whether `status` is written through its own subresource only.
/// - Throws: `conflicts` when other managers own fields with other values and `force` is false; `invalid` when `applied`
///   does not fit the schema.
package func serverSideApply(
    _ applied: KubeObject, onto live: KubeObject?, schema: Schema, owner: FieldOwner, force: Bool, at time: Timestamp,
    hasStatusSubresource: Bool = false
) throws(ApplyError) -> KubeObject {
    applied
}
