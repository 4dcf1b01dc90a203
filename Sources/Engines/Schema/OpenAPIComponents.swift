import Tree

/// The `components.schemas` of an OpenAPI document: the kinds, and the shapes that they refer to.
struct OpenAPIComponents {
    private var schemas: [String: Node] = [:]

    init() {
        add(ObjectMeta.schema, named: metadataComponent)
        schemas[listMetadataComponent] = [
            "type": "object",
            "properties": [
                "continue": ["type": "string"], "remainingItemCount": ["type": "integer", "format": "int64"],
                "resourceVersion": ["type": "string"], "selfLink": ["type": "string"],
            ],
        ]
        schemas[patchComponent] = ["type": "object"]
    }

    mutating func add(_ resource: OpenAPIResource) {
        var referred: [Schema] = []
        schemas[resource.componentName] = resource.schema { Self.reference(to: $0, noting: &referred) }
        schemas[resource.listComponentName] = resource.listSchema
        for schema in referred { add(schema, named: schema.componentName ?? "") }
    }

    /// Sorted by name.
    var node: Node {
        Node(Mapping(schemas.sorted { $0.key < $1.key }.map { Mapping.Entry($0.key, $0.value) }))
    }

    private mutating func add(_ schema: Schema, named name: String) {
        guard schemas[name] == nil else { return }
        var referred: [Schema] = []
        var isRoot = true
        schemas[name] = schema.openAPI { schema in
            if isRoot, schema.componentName == name { return nil }
            isRoot = false
            return Self.reference(to: schema, noting: &referred)
        }
        for schema in referred { add(schema, named: schema.componentName ?? "") }
    }

    private static func reference(to schema: Schema, noting referred: inout [Schema]) -> Node? {
        guard let name = schema.componentName else { return nil }
        referred.append(schema)
        return componentReference(name)
    }
}
