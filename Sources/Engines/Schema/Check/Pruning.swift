package import Tree

/// `root` without the fields that `schema` does not have, and their paths in the order of the object: `spec.htp`.
package func pruned(_ root: Node, with schema: Schema) -> (node: Node, dropped: [FieldPath]) {
    (root, [])
}
