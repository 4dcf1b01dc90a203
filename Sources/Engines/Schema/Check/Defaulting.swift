package import Tree

/// `root` with the defaults of `schema` where a field is missing, or null though it may not be.
///
/// - Parameter dropsNulls: whether a null that is neither allowed nor replaced by a default is removed. Kubernetes does
///   so for custom resources that are created or updated, but not for those that are applied.
package func defaulted(_ root: Node, with schema: Schema, dropsNulls: Bool = true) -> Node {
    root
}
