package import Tree

extension Schema {
    /// This schema as OpenAPI v3, as it stands in a CustomResourceDefinition.
    package var openAPI: Node { written(reference: { _ in nil }, write: \.openAPI) }

    /// The same for a document with components: `reference` gives what stands in place of a schema that is one, and
    /// what the extensions imply is spelled out for readers that do not know them.
    func openAPI(reference: (Schema) -> Node?) -> Node {
        var node = written(reference: reference) { $0.openAPI(reference: reference) }
        if isIntOrString, anyOf.isEmpty { node["anyOf"] = [["type": "integer"], ["type": "string"]] }
        if isEmbeddedResource {
            for (name, field) in objectFields where node["properties"]?[name] == nil {
                node.set(field, at: ["properties", name])
            }
            node["required"] = Node((required + ["kind", "apiVersion"]).map { Node($0) })
        }
        return node
    }

    private func written(reference: (Schema) -> Node?, write: (Schema) -> Node) -> Node {
        var fields = OpenAPIFields()
        if type != .any { fields["type"] = Node(type.rawValue) }
        fields["description"] = description.map { Node($0) }
        fields["format"] = format.map { Node($0) }
        if isNullable { fields["nullable"] = true }
        fields["default"] = defaultValue
        fields["enum"] = allowedValues.map { Node($0) }
        writeLimits(to: &fields)
        func node(_ schema: Schema) -> Node { reference(schema) ?? write(schema) }
        if !properties.isEmpty {
            fields["properties"] = Node(Mapping(properties.map { Mapping.Entry($0.name, node($0.schema)) }))
        }
        if !required.isEmpty { fields["required"] = Node(required.map { Node($0) }) }
        switch additionalProperties {
        case .allowed(let flag)?: fields["additionalProperties"] = Node(flag)
        case .schema(let schema)?: fields["additionalProperties"] = node(schema)
        case nil: break
        }
        fields["items"] = items.map(node)
        if !oneOf.isEmpty { fields["oneOf"] = Node(oneOf.map(node)) }
        if !anyOf.isEmpty { fields["anyOf"] = Node(anyOf.map(node)) }
        if !allOf.isEmpty { fields["allOf"] = Node(allOf.map(node)) }
        fields["not"] = not.map(node)
        writeExtensions(to: &fields)
        return Node(Mapping(fields.entries))
    }

    private func writeLimits(to fields: inout OpenAPIFields) {
        fields["pattern"] = pattern.map { Node($0) }
        fields["minimum"] = minimum.map(numberNode)
        if excludesMinimum { fields["exclusiveMinimum"] = true }
        fields["maximum"] = maximum.map(numberNode)
        if excludesMaximum { fields["exclusiveMaximum"] = true }
        fields["multipleOf"] = multipleOf.map(numberNode)
        fields["minLength"] = minLength.map { Node($0) }
        fields["maxLength"] = maxLength.map { Node($0) }
        fields["minItems"] = minItems.map { Node($0) }
        fields["maxItems"] = maxItems.map { Node($0) }
        if requiresUniqueItems { fields["uniqueItems"] = true }
        fields["minProperties"] = minProperties.map { Node($0) }
        fields["maxProperties"] = maxProperties.map { Node($0) }
    }

    private func writeExtensions(to fields: inout OpenAPIFields) {
        if isIntOrString { fields["x-kubernetes-int-or-string"] = true }
        if preservesUnknownFields { fields["x-kubernetes-preserve-unknown-fields"] = true }
        if isEmbeddedResource { fields["x-kubernetes-embedded-resource"] = true }
        fields["x-kubernetes-list-type"] = listType.map { Node($0.rawValue) }
        if !listMapKeys.isEmpty { fields["x-kubernetes-list-map-keys"] = Node(listMapKeys.map { Node($0) }) }
        fields["x-kubernetes-map-type"] = mapType.map { Node($0.rawValue) }
        if !validations.isEmpty { fields["x-kubernetes-validations"] = Node(validations.map(\.openAPI)) }
        fields["x-kubernetes-patch-merge-key"] = patchMergeKey.map { Node($0) }
        fields["x-kubernetes-patch-strategy"] = patchStrategy.map { Node($0.openAPI) }
    }
}

extension ValidationRule {
    var openAPI: Node {
        var fields = OpenAPIFields()
        fields["rule"] = Node(rule)
        fields["message"] = message.map { Node($0) }
        fields["messageExpression"] = messageExpression.map { Node($0) }
        fields["reason"] = reason.map { Node($0) }
        fields["fieldPath"] = fieldPath.map { Node($0) }
        fields["optionalOldSelf"] = optionalOldSelf.map { Node($0) }
        return Node(Mapping(fields.entries))
    }
}

extension PatchStrategy {
    fileprivate var openAPI: String {
        [merges ? "merge" : nil, retainsKeys ? "retainKeys" : nil].compactMap { $0 }.joined(separator: ",")
    }
}

/// What every object has, as OpenAPI.
let objectFields: [(String, Node)] = [
    ("apiVersion", ["type": "string", "description": "The group and the version of this object."]),
    ("kind", ["type": "string", "description": "What this object is."]),
    (
        "metadata",
        [
            "description": "Name, labels and what else every object has.",
            "allOf": [componentReference(metadataComponent)],
        ]
    ),
]

/// Fields in the order of writing; nil writes nothing.
struct OpenAPIFields {
    private(set) var entries: [Mapping.Entry] = []

    subscript(name: String) -> Node? {
        get { entries.first { $0.key == name }?.value }
        set { if let newValue { entries.append(Mapping.Entry(name, newValue)) } }
    }
}

/// Whole numbers are written as such: `1`, not `1.0`.
func numberNode(_ number: Double) -> Node {
    Int64(exactly: number).map { Node(.integer($0)) } ?? Node(.float(number))
}
