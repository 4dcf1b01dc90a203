package import Schema
package import Tree

/// `object` after a strategic merge patch (`application/strategic-merge-patch+json`), for built-in kinds only.
///
/// - Throws: `invalid` for an unknown directive or a list item without its merge key.
package func strategicMergePatched(_ object: Node, with patch: Node, schema: Schema) throws(ApplyError) -> Node {
    object
}
