package import Tree

/// What a schema says, while it is being put together. `Schema(_:)` makes it final.
package struct SchemaDraft: Sendable {
    package var type = SchemaType.any
    package var description: String?
    package var format: String?
    package var isNullable = false
    package var defaultValue: Node?
    /// Of a built-in kind: what stands in the field of an object that nobody has filled in, because Kubernetes' own type
    /// always writes it (`status: {}`).
    package var emptyValue: Node?

    package var properties: [SchemaProperty] = []
    package var required: [String] = []
    package var additionalProperties: AdditionalProperties?
    package var items: Schema?

    package var allowedValues: [Node]?
    package var pattern: String?
    package var minimum: Double?
    package var maximum: Double?
    package var excludesMinimum = false
    package var excludesMaximum = false
    package var multipleOf: Double?
    package var minLength: Int?
    package var maxLength: Int?
    package var minItems: Int?
    package var maxItems: Int?
    package var requiresUniqueItems = false
    package var minProperties: Int?
    package var maxProperties: Int?

    package var oneOf: [Schema] = []
    package var anyOf: [Schema] = []
    package var allOf: [Schema] = []
    package var not: Schema?

    package var isIntOrString = false
    package var preservesUnknownFields = false
    package var isEmbeddedResource = false
    package var listType: ListType?
    package var listMapKeys: [String] = []
    package var mapType: MapType?
    package var validations: [ValidationRule] = []

    /// Of a built-in list: the field that tells its objects apart in a strategic merge patch.
    package var patchMergeKey: String?
    package var patchStrategy: PatchStrategy?
    /// For a field that earlier releases had and current ones do not: what to do instead.
    package var droppedAdvice: String?
    /// The name under which OpenAPI documents refer to this schema, such as that of ObjectMeta.
    package var componentName: String?

    package init(type: SchemaType = .any) { self.type = type }
}

/// A field that an object may have.
package struct SchemaProperty: Sendable {
    package var name: String
    package var schema: Schema

    package init(_ name: String, _ schema: Schema) {
        self.name = name
        self.schema = schema
    }
}

/// What an object may hold besides its declared fields.
package enum AdditionalProperties: Sendable {
    case allowed(Bool)
    case schema(Schema)
}
