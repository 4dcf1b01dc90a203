import Diagnostics
import Tree

/// What a part of a kustomization may look like. The reader checks a whole file against it before anything else.
indirect enum Shape: Sendable {
    case any, text, flag, integer, map
    case list(Shape)
    case object([String: Shape])

    /// All mistakes in `node`.
    func findings(in node: Node, path: FieldPath = FieldPath()) -> [Finding] {
        if node.isNull { return [] }
        switch (self, node.value) {
        case (.any, _), (.flag, .bool), (.integer, .integer): return []
        case (.flag, .string) where node.olderBool != nil: return []
        case (.text, .string) where node.olderBool == nil: return []
        case (.integer, .float(let number)) where Int64(exactly: number) != nil: return []
        case (.map, .mapping(let mapping)):
            return mapping.entries.flatMap { Shape.text.findings(in: $0.value, path: path.appending($0.key)) }
        case (.list(let shape), .sequence(let elements)):
            return elements.enumerated().flatMap { index, element in
                if case .text = shape, element.isNull { return [shape.mismatch(element, path.appending(index))] }
                return shape.findings(in: element, path: path.appending(index))
            }
        case (.object(let fields), .mapping(let mapping)):
            return mapping.entries.flatMap { Shape.findings(in: $0, fields, path) }
        default: return [mismatch(node, path)]
        }
    }

    private func mismatch(_ node: Node, _ path: FieldPath) -> Finding {
        let what = path.steps.isEmpty ? "the kustomization" : "field \"\(path)\""
        let found = node.olderBool == nil ? node.typeName : "boolean (\"\(node.string ?? "")\" without quotes)"
        var hint: String?
        if case .text = self, node.scalarText != nil { hint = "put the value in quotes" }
        return Finding(
            .kustomizationFieldInvalid, "\(what) is \(found), expected \(name)", at: node.place, hint: hint)
    }

    private static func findings(
        in entry: Mapping.Entry, _ fields: [String: Shape], _ path: FieldPath
    ) -> [Finding] {
        if let shape = fields[entry.key] { return shape.findings(in: entry.value, path: path.appending(entry.key)) }
        // Go's reader does not mind the case of a field's name.
        if fields.keys.contains(where: { $0.lowercased() == entry.key.lowercased() }) { return [] }
        let near = nearestName(to: entry.key, among: fields.keys.sorted())
        let owner = path.steps.isEmpty ? "" : " in \"\(path)\""
        return [
            Finding(
                .kustomizationUnknownField, "unknown field \"\(entry.key)\"\(owner)", at: entry.keyPlace,
                length: entry.key.unicodeScalars.count,
                hint: near.map { "did you mean \"\($0)\"?" }
                    ?? "known are \(fields.keys.sorted().joined(separator: ", "))")
        ]
    }

    /// `node` with the names of its fields in the case that Shape has them; Go's reader does not mind the case. Values
    /// have the type that the field asks for.
    func canonical(_ node: Node) -> Node {
        var node = node
        switch self {
        case .flag: if let flag = node.olderBool { node.value = .bool(flag) }
        case .integer:
            if case .float(let number) = node.value, let whole = Int64(exactly: number) { node.value = .integer(whole) }
        case .list(let shape):
            node.updateSequence { elements in
                for index in elements.indices { elements[index] = shape.canonical(elements[index]) }
            }
        case .object(let fields):
            guard let mapping = node.mapping else { break }
            node.value = .mapping(
                Mapping(
                    mapping.entries.map { entry in
                        var entry = entry
                        if fields[entry.key] == nil {
                            let key = entry.key.lowercased()
                            entry.key = fields.keys.first { $0.lowercased() == key } ?? entry.key
                        }
                        if let shape = fields[entry.key] { entry.value = shape.canonical(entry.value) }
                        return entry
                    }))
        default: break
        }
        return node
    }

    private var name: String {
        switch self {
        case .any: "any value"
        case .text: "a string"
        case .flag: "true or false"
        case .integer: "a whole number"
        case .map: "a map of strings"
        case .list: "a list"
        case .object: "an object"
        }
    }
}

extension Shape {
    private static let texts = Shape.list(.text)
    static let target = Shape.object([
        "group": .text, "version": .text, "kind": .text, "name": .text, "namespace": .text, "labelSelector": .text,
        "annotationSelector": .text,
    ])
    static let patch = Shape.object([
        "path": .text, "patch": .text, "target": target,
        "options": .object(["allowNameChange": .flag, "allowKindChange": .flag]),
    ])
    static let generatorOptions = Shape.object([
        "labels": .map, "annotations": .map, "disableNameSuffixHash": .flag, "immutable": .flag,
    ])
    private static let generatorFields: [String: Shape] = [
        "name": .text, "namespace": .text, "behavior": .text, "literals": texts, "files": texts, "envs": texts,
        "env": .text, "options": generatorOptions,
    ]
    static let image = Shape.object([
        "name": .text, "newName": .text, "newTag": .text, "digest": .text, "tagSuffix": .text,
    ])
    static let fieldSpec = Shape.object([
        "path": .text, "group": .text, "version": .text, "kind": .text, "create": .flag,
    ])
    static let replacement = Shape.object([
        "path": .text,
        "source": .object([
            "group": .text, "version": .text, "kind": .text, "name": .text, "namespace": .text, "fieldPath": .text,
            "options": fieldOptions,
        ]),
        "sourceValue": .text,
        "targets": .list(
            .object(["select": target, "reject": .list(target), "fieldPaths": texts, "options": fieldOptions])),
    ])
    private static let fieldOptions = Shape.object([
        "delimiter": .text, "index": .integer, "encoding": .text, "create": .flag,
    ])
    static let kustomization = Shape.object([
        "apiVersion": .text, "kind": .text,
        "metadata": .object(["name": .text, "namespace": .text, "labels": .map, "annotations": .map]),
        "resources": texts, "bases": texts, "components": texts,
        "namePrefix": .text, "nameSuffix": .text, "namespace": .text, "commonLabels": .map, "commonAnnotations": .map,
        "labels": .list(
            .object([
                "pairs": .map, "includeSelectors": .flag, "includeTemplates": .flag,
                "includeVolumeClaimTemplates": .flag, "fields": .list(fieldSpec),
            ])),
        "patches": .list(patch), "patchesStrategicMerge": texts, "patchesJson6902": .list(patch),
        "images": .list(image),
        "replicas": .list(.object(["name": .text, "count": .integer])),
        "replacements": .list(replacement),
        "vars": .list(
            .object([
                "name": .text,
                "objref": .object([
                    "apiVersion": .text, "group": .text, "version": .text, "kind": .text, "name": .text,
                    "namespace": .text,
                ]), "fieldref": .object(["fieldPath": .text, "fieldpath": .text]),
            ])),
        "configMapGenerator": .list(.object(generatorFields)),
        "secretGenerator": .list(.object(generatorFields.merging(["type": .text]) { $1 })),
        "generatorOptions": generatorOptions, "configurations": texts, "crds": texts, "openapi": .map,
        "generators": texts, "transformers": texts, "validators": texts, "buildMetadata": texts,
        "sortOptions": .object([
            "order": .text, "legacySortOptions": .object(["orderFirst": texts, "orderLast": texts]),
        ]),
        "helmCharts": .any, "helmGlobals": .any, "helmChartInflationGenerator": .any,
        "imageTags": .list(image),
    ])
}
