package import Tree

extension Schema {
    /// This schema as OpenAPI v3, as it stands in a CustomResourceDefinition.
    package var openAPI: Node { .emptyMapping }
}
