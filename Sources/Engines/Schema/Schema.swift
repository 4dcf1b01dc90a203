package import Tree

/// A structural schema: what the value of a field may look like, and how several writers share it.
///
/// The rules are those of CustomResourceDefinitions (Kubernetes, "Extend the Kubernetes API with
/// CustomResourceDefinitions", section "Specifying a structural schema"). Immutable, so it is shared and never copied.
package final class Schema: Sendable {
    private let draft: SchemaDraft
    /// Only for objects with many fields; a few are found faster by looking through them.
    private let indexes: [String: Int]
    let expression: SchemaPattern?
    /// Whether a field here or below has an `emptyValue`.
    let hasEmptyValues: Bool
    let cache = RuleCache()

    package init(_ draft: SchemaDraft) {
        self.draft = draft
        expression = draft.pattern.map(SchemaPattern.init)
        hasEmptyValues =
            draft.properties.contains { $0.schema.emptyValue != nil || $0.schema.hasEmptyValues }
            || draft.items?.hasEmptyValues == true
        indexes =
            draft.properties.count < 12
            ? [:]
            : Dictionary(draft.properties.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package var type: SchemaType { draft.type }
    package var description: String? { draft.description }
    package var format: String? { draft.format }
    package var isNullable: Bool { draft.isNullable }
    package var defaultValue: Node? { draft.defaultValue }
    package var emptyValue: Node? { draft.emptyValue }

    /// The declared fields, in the order in which they were declared.
    package var properties: [SchemaProperty] { draft.properties }
    package var required: [String] { draft.required }
    package var additionalProperties: AdditionalProperties? { draft.additionalProperties }
    package var items: Schema? { draft.items }

    package var allowedValues: [Node]? { draft.allowedValues }
    package var pattern: String? { draft.pattern }
    package var minimum: Double? { draft.minimum }
    package var maximum: Double? { draft.maximum }
    package var excludesMinimum: Bool { draft.excludesMinimum }
    package var excludesMaximum: Bool { draft.excludesMaximum }
    package var multipleOf: Double? { draft.multipleOf }
    package var minLength: Int? { draft.minLength }
    package var maxLength: Int? { draft.maxLength }
    package var minItems: Int? { draft.minItems }
    package var maxItems: Int? { draft.maxItems }
    package var requiresUniqueItems: Bool { draft.requiresUniqueItems }
    package var minProperties: Int? { draft.minProperties }
    package var maxProperties: Int? { draft.maxProperties }

    package var oneOf: [Schema] { draft.oneOf }
    package var anyOf: [Schema] { draft.anyOf }
    package var allOf: [Schema] { draft.allOf }
    package var not: Schema? { draft.not }

    package var isIntOrString: Bool { draft.isIntOrString }
    package var preservesUnknownFields: Bool { draft.preservesUnknownFields }
    package var isEmbeddedResource: Bool { draft.isEmbeddedResource }
    package var listType: ListType? { draft.listType }
    package var listMapKeys: [String] { draft.listMapKeys }
    package var mapType: MapType? { draft.mapType }
    package var validations: [ValidationRule] { draft.validations }
    package var patchMergeKey: String? { draft.patchMergeKey }
    package var patchStrategy: PatchStrategy? { draft.patchStrategy }
    package var droppedAdvice: String? { draft.droppedAdvice }
    package var componentName: String? { draft.componentName }

    /// The same rules, to be changed into another schema.
    package var asDraft: SchemaDraft { draft }

    /// The schema of a declared field, or nil. An object of its own (the root, and whatever is an embedded resource)
    /// has `apiVersion`, `kind` and `metadata` without declaring them.
    package func property(_ name: String) -> Schema? {
        if draft.isEmbeddedResource, let field = ObjectMeta.field(name) { return field }
        return declared(name)
    }

    /// The schema of a field that is declared or that `additionalProperties` describe.
    package func member(_ name: String) -> Schema? {
        if let schema = property(name) { return schema }
        if case .schema(let schema) = draft.additionalProperties { return schema }
        return nil
    }

    private func declared(_ name: String) -> Schema? {
        if indexes.isEmpty { return draft.properties.first { $0.name == name }?.schema }
        return indexes[name].map { draft.properties[$0].schema }
    }

    /// This schema for the root of an object: with `apiVersion`, `kind` and `metadata` as fields.
    package var asObject: Schema {
        if draft.isEmbeddedResource { return self }
        var draft = draft
        draft.isEmbeddedResource = true
        return Schema(draft)
    }

    /// A schema that takes every value.
    package static let anything: Schema = {
        var draft = SchemaDraft()
        draft.preservesUnknownFields = true
        return Schema(draft)
    }()
}
