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
    []
}
