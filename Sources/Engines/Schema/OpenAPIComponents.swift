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
        for (name, schema) in sharedComponents { schemas[name] = schema }
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

private let meta = "io.k8s.apimachinery.pkg.apis.meta.v1."
private let text: Node = ["type": "string"]

/// What the paths of every document speak of besides its kinds.
private let sharedComponents: [(String, Node)] = [
    (
        meta + "DeleteOptions",
        [
            "type": "object",
            "properties": [
                "apiVersion": text, "kind": text, "dryRun": ["type": "array", "items": text],
                "gracePeriodSeconds": ["type": "integer", "format": "int64"],
                "ignoreStoreReadErrorWithClusterBreakingPotential": ["type": "boolean"],
                "orphanDependents": ["type": "boolean"], "preconditions": componentReference(meta + "Preconditions"),
                "propagationPolicy": text,
            ],
        ]
    ),
    (meta + "FieldsV1", ["type": "object"]),
    (meta + "Preconditions", ["type": "object", "properties": ["resourceVersion": text, "uid": text]]),
    (
        meta + "Status",
        [
            "type": "object",
            "properties": [
                "apiVersion": text, "kind": text, "code": ["type": "integer", "format": "int32"],
                "details": componentReference(meta + "StatusDetails"), "message": text,
                "metadata": componentReference(listMetadataComponent), "reason": text, "status": text,
            ],
        ]
    ),
    (meta + "StatusCause", ["type": "object", "properties": ["field": text, "message": text, "reason": text]]),
    (
        meta + "StatusDetails",
        [
            "type": "object",
            "properties": [
                "causes": ["type": "array", "items": componentReference(meta + "StatusCause")], "group": text,
                "kind": text, "name": text, "retryAfterSeconds": ["type": "integer", "format": "int32"], "uid": text,
            ],
        ]
    ),
    (meta + "Time", ["type": "string", "format": "date-time"]),
]
