import Diagnostics
import Tree

/// The field specs that a file of `crds` gives: OpenAPI definitions with kustomize's extensions.
extension TransformerConfig {
    init(definitions root: Node) throws(Refused) {
        self.init()
        for entry in root.entries {
            guard let schema = entry.value["Schema"] ?? entry.value["schema"], let properties = schema["properties"],
                properties["kind"] != nil, properties["apiVersion"] != nil, properties["metadata"] != nil
            else { continue }
            let kind = String(entry.key.split(separator: ".").last ?? "")
            collect(properties, path: "", kind: kind, in: root, depth: 0)
        }
    }

    private mutating func collect(_ properties: Node, path: String, kind: String, in root: Node, depth: Int) {
        guard depth < 32 else { return }
        for entry in properties.entries {
            let property = entry.value
            let fieldPath = path.isEmpty ? entry.key : "\(path)/\(entry.key)"
            note(property, path: fieldPath, kind: kind)
            let reference = property["$ref"]?.string ?? property["items"]?["$ref"]?.string
            let schema = reference.flatMap { root[$0] }.flatMap { $0["Schema"] ?? $0["schema"] } ?? property
            if let inner = schema["properties"] {
                collect(inner, path: fieldPath, kind: kind, in: root, depth: depth + 1)
            }
        }
    }

    private mutating func note(_ property: Node, path: String, kind: String) {
        if property["x-kubernetes-annotation"] != nil { annotations.append(FieldSpec(path, kind: kind)) }
        if property["x-kubernetes-label-selector"] != nil { labels.append(FieldSpec(path, kind: kind)) }
        if property["x-kubernetes-identity"] != nil { namePrefix.append(FieldSpec(path, kind: kind)) }
        guard let target = property["x-kubernetes-object-ref-kind"]?.string,
            let version = property["x-kubernetes-object-ref-api-version"]?.string
        else { return }
        let key = property["x-kubernetes-object-ref-name-key"]?.string ?? "name"
        nameReferences.append(
            NameReference(
                target: TypeSelector(version: version, kind: target),
                referrers: [FieldSpec(key.isEmpty ? path : "\(path)/\(key)", kind: kind)]))
    }
}
