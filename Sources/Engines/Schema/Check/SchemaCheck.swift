package import Tree

/// What a check looks at besides the rules of the schema.
package struct SchemaCheckOptions: Sendable {
    /// Report fields that the schema does not have.
    package var reportsUnknownFields = true
    /// Levels of nesting.
    package var depth = 200

    package init(reportsUnknownFields: Bool = true, depth: Int = 200) {
        self.reportsUnknownFields = reportsUnknownFields
        self.depth = depth
    }
}

/// Where the object `root` breaks `schema`, in the order of the object. Rules in CEL are not evaluated here.
package func violations(
    of root: Node, against schema: Schema, options: SchemaCheckOptions = SchemaCheckOptions()
) -> [SchemaViolation] {
    []
}
