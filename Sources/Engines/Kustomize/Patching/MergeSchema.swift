import Diagnostics
import KubeTypes
import Tree

/// What strategic merge has to know of the types: the fields that lead to other types, and which lists merge by which keys.
/// A list that is not named is replaced whole.
struct MergeSchema {
    struct Field {
        /// The type of the field, or of a list's elements.
        var type: String?
        /// Nil: a list is atomic. Empty: a list of scalars that merges as a set.
        var mergeKeys: [String]?
    }

    typealias Fields = [String: Field]

    private let types: [String: Fields]
    private let roots: [GroupVersionKind: String]

    func type(of type: GroupVersionKind) -> String? { roots[type] }

    func field(_ name: String, of type: String?) -> Field? {
        type.flatMap { types[$0] }.flatMap { $0[name] ?? $0[Self.anyName] }
    }

    /// Under which `additionalProperties` stand.
    private static let anyName = "*"

    /// The types that Kubernetes itself has.
    static let builtIn: MergeSchema = {
        var types: [String: Fields] = [:]
        for line in builtInTypes.split(separator: "\n") {
            let words = line.split(separator: " ")
            var fields: Fields = [:]
            for word in words.dropFirst() {
                let (name, field) = parsed(word)
                fields[name] = field
            }
            types[String(words[0])] = fields
        }
        for root in Set(builtInRoots.values) {
            types[root, default: [:]]["metadata"] = Field(type: "ObjectMeta", mergeKeys: nil)
        }
        return MergeSchema(types: types, roots: builtInRoots)
    }()

    /// `name[key,key]:Type`; no brackets mean no merge.
    private static func parsed(_ word: Substring) -> (String, Field) {
        let parts = word.split(separator: ":")
        let type = parts.count > 1 ? String(parts[1]) : nil
        guard let open = parts[0].firstIndex(of: "[") else {
            return (String(parts[0]), Field(type: type, mergeKeys: nil))
        }
        let keys = parts[0][open...].dropFirst().dropLast().split(separator: ",").map(String.init)
        return (String(parts[0][..<open]), Field(type: type, mergeKeys: keys))
    }

    private init(types: [String: Fields], roots: [GroupVersionKind: String]) {
        self.types = types
        self.roots = roots
    }

    /// Reads an OpenAPI document with Kubernetes' extensions. Without the built-in types below it, what it does not
    /// define does not merge.
    init(openAPI root: Node, overBuiltIn: Bool) throws(Refused) {
        guard let definitions = root["definitions"], definitions.mapping != nil else {
            throw refusal(
                .openAPIInvalid, "the OpenAPI document has no \"definitions\"", at: root.place,
                hint: "write it with \"kustomize openapi fetch\"")
        }
        var types: [String: Fields] = [:]
        var roots: [GroupVersionKind: String] = [:]
        for entry in definitions.entries {
            Self.collect(entry.value, as: entry.key, into: &types, depth: 0)
            for type in entry.value["x-kubernetes-group-version-kind"]?.elements ?? [] {
                let kind = GroupVersionKind(
                    group: type["group"]?.string ?? "", version: type["version"]?.string ?? "",
                    kind: type["kind"]?.string ?? "")
                roots[kind] = entry.key
            }
        }
        guard overBuiltIn else {
            self.init(types: types, roots: roots)
            return
        }
        let builtIn = Self.builtIn
        for (name, fields) in types {
            for (key, field) in fields where field.type.map({ types[$0] == nil }) ?? false {
                types[name]?[key]?.type = Self.builtInName(field.type ?? "")
            }
        }
        self.init(
            types: types.merging(builtIn.types) { own, _ in own }, roots: roots.merging(builtIn.roots) { own, _ in own }
        )
    }

    /// The type of Kubernetes itself that a document refers to without defining it: `io.k8s.api.core.v1.PodSpec`.
    private static func builtInName(_ reference: String) -> String {
        reference.hasPrefix("io.k8s.") ? String(reference.split(separator: ".").last ?? "") : reference
    }

    private static func collect(_ schema: Node, as name: String, into types: inout [String: Fields], depth: Int) {
        guard depth < 64 else { return }
        var fields: Fields = [:]
        var properties = schema["properties"]?.entries ?? []
        if let others = schema["additionalProperties"], others.mapping != nil {
            properties.append(Mapping.Entry(anyName, others))
        }
        for property in properties {
            let isList = property.value["type"]?.string == "array" || property.value["items"] != nil
            let inner = isList ? property.value["items"] ?? Node(.null) : property.value
            var field = Field(type: nil, mergeKeys: nil)
            if let reference = inner["$ref"]?.string {
                field.type = String(reference.dropFirst("#/definitions/".count))
            } else if inner["properties"] != nil || inner["additionalProperties"]?.mapping != nil {
                let innerName = "\(name).\(property.key)"
                collect(inner, as: innerName, into: &types, depth: depth + 1)
                field.type = innerName
            }
            if isList, property.value["x-kubernetes-patch-strategy"]?.string?.contains("merge") == true {
                field.mergeKeys =
                    property.value["x-kubernetes-list-map-keys"]?.elements.compactMap(\.string)
                    ?? property.value["x-kubernetes-patch-merge-key"]?.string.map { [$0] } ?? []
            }
            fields[property.key] = field
        }
        types[name] = fields
    }
}
