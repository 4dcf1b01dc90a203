package import Tree

/// One OpenAPI v2 document of `documents`, which are of v3. Older clients read it; what v2 cannot say is left out
/// (OpenAPI 2.0 specification, "Schema Object").
package func openAPIv2(from documents: [Node], version: Node) -> Node {
    var definitions: [String: Node] = [:]
    var paths: [String: Node] = [:]
    for document in documents {
        for entry in document[path: "components", "schemas"]?.entries ?? [] where definitions[entry.key] == nil {
            definitions[entry.key] = schemaV2(entry.value)
        }
        for entry in document["paths"]?.entries ?? [] { paths[entry.key] = pathV2(entry.value) }
    }
    func sorted(_ nodes: [String: Node]) -> Node {
        Node(Mapping(nodes.sorted { $0.key < $1.key }.map { Mapping.Entry($0.key, $0.value) }))
    }
    return [
        "swagger": "2.0", "info": ["title": "Kubernetes", "version": version], "paths": sorted(paths),
        "definitions": sorted(definitions),
    ]
}

private func schemaV2(_ schema: Node) -> Node {
    var fields: [Mapping.Entry] = []
    for entry in schema.entries {
        switch entry.key {
        // Version 2 has no null, so that what may be null has no type; its tools read no alternatives and no defaults.
        case "nullable", "oneOf", "anyOf", "not", "default": continue
        case "type" where schema["nullable"]?.bool == true: continue
        case "allOf":
            // Version 3 wraps a reference that has siblings; version 2 needs no wrapping.
            guard entry.value.elements.count == 1, let text = entry.value.elements[0]["$ref"]?.string else { continue }
            fields.append(Mapping.Entry("$ref", Node(referenceV2(text))))
        case "$ref": fields.append(Mapping.Entry("$ref", Node(referenceV2(entry.value.string ?? ""))))
        case "properties":
            let properties = entry.value.entries.map { Mapping.Entry($0.key, schemaV2($0.value)) }
            fields.append(Mapping.Entry(entry.key, Node(Mapping(properties))))
        case "items", "additionalProperties":
            fields.append(Mapping.Entry(entry.key, entry.value.mapping == nil ? entry.value : schemaV2(entry.value)))
        default: fields.append(entry)
        }
    }
    return Node(Mapping(fields))
}

private func referenceV2(_ text: String) -> String {
    text.replacing("#/components/schemas/", with: "#/definitions/")
}

private func pathV2(_ path: Node) -> Node {
    Node(
        Mapping(
            path.entries.map { entry in
                guard entry.key != "parameters" else {
                    return Mapping.Entry(entry.key, Node(entry.value.elements.map(parameterV2)))
                }
                return Mapping.Entry(entry.key, operationV2(entry.value))
            }))
}

private func operationV2(_ operation: Node) -> Node {
    var result = operation
    var parameters = (operation["parameters"]?.elements ?? []).map(parameterV2)
    if let content = operation[path: "requestBody", "content"]?.entries.first?.value["schema"] {
        parameters.insert(["in": "body", "name": "body", "required": true, "schema": schemaV2(content)], at: 0)
        result["consumes"] = Node(operation[path: "requestBody", "content"]?.entries.map { Node($0.key) } ?? [])
    }
    result["requestBody"] = nil
    result["parameters"] = Node(parameters)
    var responses: [Mapping.Entry] = []
    for entry in operation["responses"]?.entries ?? [] {
        var response: Node = ["description": entry.value["description"] ?? ""]
        if let schema = entry.value["content"]?.entries.first?.value["schema"] { response["schema"] = schemaV2(schema) }
        responses.append(Mapping.Entry(entry.key, response))
    }
    result["responses"] = Node(Mapping(responses))
    result["produces"] = ["application/json", "application/yaml"]
    return result
}

private func parameterV2(_ parameter: Node) -> Node {
    var result = parameter
    for entry in parameter["schema"]?.entries ?? [] { result[entry.key] = entry.value }
    result["schema"] = nil
    return result
}
