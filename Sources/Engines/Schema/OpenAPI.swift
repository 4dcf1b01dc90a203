package import Tree

/// The OpenAPI v3 document of one group and version, as `/openapi/v3/apis/<group>/<version>` answers it: what kubectl
/// needs for `explain`, for server-side validation and for `apply` (Kubernetes, "The Kubernetes API", "OpenAPI V3").
///
/// Definitions of other groups, and versions that are not served, are left out.
package func openAPIv3(group: String, version: String, definitions: [ResourceDefinition]) -> Node {
    let served = definitions.filter { $0.group == group && $0.version(version)?.isServed == true }
    var components = OpenAPIComponents()
    var paths: [Mapping.Entry] = []
    for definition in served {
        guard let served = definition.version(version) else { continue }
        let resource = OpenAPIResource(definition: definition, version: served)
        components.add(resource)
        paths += resource.paths
    }
    let isBuiltIn = served.contains(where: \.isBuiltIn)
    return [
        "openapi": "3.0.0",
        "info": isBuiltIn
            ? ["title": "Kubernetes", "version": Node(version)]
            : ["title": "Kubernetes CRD Swagger", "version": "v0.1.0"],
        "paths": Node(Mapping(paths.sorted { $0.key < $1.key })),
        "components": ["schemas": components.node],
    ]
}

/// One kind in one version, in such a document.
struct OpenAPIResource {
    var definition: ResourceDefinition
    var version: ResourceDefinition.Version

    /// `io.istio.networking.v1.VirtualService`: the group backwards. Built-in kinds have the names of their Go
    /// packages.
    var componentName: String { "\(componentPrefix).\(definition.kind)" }
    var listComponentName: String { "\(componentPrefix).\(definition.listKind)" }

    private var componentPrefix: String {
        let group = definition.group
        if definition.isBuiltIn {
            if group == "apiextensions.k8s.io" {
                return "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.\(version.name)"
            }
            let package = group.isEmpty ? "core" : String(group.split(separator: ".")[0])
            return "io.k8s.api.\(package).\(version.name)"
        }
        return (group.split(separator: ".").reversed() + [version.name[...]]).joined(separator: ".")
    }

    func groupVersionKind(_ kind: String) -> Node {
        ["group": Node(definition.group), "kind": Node(kind), "version": Node(version.name)]
    }

    // MARK: Schemas

    func schema(reference: (Schema) -> Node?) -> Node {
        var node = version.schema.openAPI(reference: reference)
        var properties = Mapping()
        for (name, field) in objectFields { properties[name] = field }
        if definition.isBuiltIn { properties["metadata"]?["default"] = [:] }
        for entry in node["properties"]?.entries ?? [] where !properties.contains(entry.key) {
            properties.append(entry)
        }
        node["type"] = "object"
        node["properties"] = Node(properties)
        node["x-kubernetes-group-version-kind"] = [groupVersionKind(definition.kind)]
        if !version.selectableFields.isEmpty {
            node["x-kubernetes-selectable-fields"] = Node(
                version.selectableFields.map { ["fieldPath": Node(String($0.drop { $0 == "." }))] })
        }
        return node
    }

    var listSchema: Node {
        [
            "type": "object", "required": ["items"],
            "properties": [
                "apiVersion": ["type": "string"], "kind": ["type": "string"],
                "metadata": ["allOf": [componentReference(listMetadataComponent)], "default": [:]],
                "items": ["type": "array", "items": ["allOf": [componentReference(componentName)], "default": [:]]],
            ],
            "x-kubernetes-group-version-kind": [groupVersionKind(definition.listKind)],
        ]
    }

    // MARK: Paths

    var paths: [Mapping.Entry] {
        let root = definition.group.isEmpty ? "/api/\(version.name)" : "/apis/\(definition.group)/\(version.name)"
        let base = definition.isNamespaced ? "\(root)/namespaces/{namespace}" : root
        let collection = "\(base)/\(definition.plural)"
        let single = "\(collection)/{name}"
        var paths = [path(collection, [("get", "list"), ("post", "post"), ("delete", "deletecollection")])]
        paths.append(path(single, [("get", "get"), ("put", "put"), ("patch", "patch"), ("delete", "delete")]))
        if definition.isNamespaced { paths.append(path("\(root)/\(definition.plural)", [("get", "list")])) }
        let subresources = [version.hasStatusSubresource ? "status" : nil, version.scale == nil ? nil : "scale"]
        for name in subresources.compactMap({ $0 }) {
            paths.append(path("\(single)/\(name)", [("get", "get"), ("put", "put"), ("patch", "patch")]))
        }
        return paths
    }

    private func path(_ path: String, _ operations: [(method: String, action: String)]) -> Mapping.Entry {
        var mapping = Mapping()
        for (method, action) in operations { mapping[method] = operation(method, action) }
        let names = ["namespace", "name"].filter { path.contains("{\($0)}") }
        mapping["parameters"] = Node(
            names.map { ["name": Node($0), "in": "path", "required": true, "schema": ["type": "string"]] })
        return Mapping.Entry(path, Node(mapping))
    }

    private func operation(_ method: String, _ action: String) -> Node {
        var operation = Mapping()
        let parameters = parameters(method, action)
        operation["parameters"] = Node(
            parameters.map { ["name": Node($0.name), "in": "query", "schema": ["type": Node($0.type)]] })
        let body = componentReference(componentName)
        switch method {
        case "post", "put": operation["requestBody"] = ["content": ["*/*": ["schema": body]]]
        case "patch":
            let kinds = ["apply-patch+yaml", "json-patch+json", "merge-patch+json"]
            let all = kinds + (definition.isBuiltIn ? ["strategic-merge-patch+json"] : [])
            let content = all.map { kind in
                Mapping.Entry("application/\(kind)", ["schema": componentReference(patchComponent)])
            }
            operation["requestBody"] = ["content": Node(Mapping(content))]
        default: break
        }
        let answer = componentReference(action == "list" ? listComponentName : componentName)
        operation["responses"] = [
            "200": ["description": "OK", "content": ["application/json": ["schema": answer]]]
        ]
        operation["x-kubernetes-action"] = Node(action)
        operation["x-kubernetes-group-version-kind"] = groupVersionKind(definition.kind)
        return Node(operation)
    }

    /// kubectl looks for `fieldValidation` and `dryRun` to learn what the server can do.
    private func parameters(_ method: String, _ action: String) -> [(name: String, type: String)] {
        switch method {
        case "post", "put": [("dryRun", "string"), ("fieldManager", "string"), ("fieldValidation", "string")]
        case "patch":
            [("dryRun", "string"), ("fieldManager", "string"), ("fieldValidation", "string"), ("force", "boolean")]
        case "delete":
            [("dryRun", "string"), ("gracePeriodSeconds", "integer"), ("propagationPolicy", "string")]
        default:
            action == "list"
                ? [
                    ("allowWatchBookmarks", "boolean"), ("continue", "string"), ("fieldSelector", "string"),
                    ("labelSelector", "string"), ("limit", "integer"), ("resourceVersion", "string"),
                    ("resourceVersionMatch", "string"), ("sendInitialEvents", "boolean"),
                    ("timeoutSeconds", "integer"), ("watch", "boolean"),
                ] : []
        }
    }
}

func componentReference(_ name: String) -> Node { ["$ref": Node("#/components/schemas/\(name)")] }

let metadataComponent = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"
let listMetadataComponent = "io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta"
let patchComponent = "io.k8s.apimachinery.pkg.apis.meta.v1.Patch"
