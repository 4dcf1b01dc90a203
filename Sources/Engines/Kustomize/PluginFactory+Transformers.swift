import Diagnostics
import Tree

extension PluginFactory {
    /// The transform that a plugin's configuration describes.
    func transform(from configuration: Resource, _ config: TransformerConfig) throws(Refused) -> NamedTransform {
        guard configuration.apiVersion == "builtin" else { throw unknown(configuration, "transformer") }
        let transform = try builtIn(configuration, config)
        return NamedTransform(
            kind: configuration.kind, transform: transform, name: configuration.name,
            namespace: configuration.namespace, origin: configuration.origin)
    }

    private func builtIn(_ configuration: Resource, _ config: TransformerConfig) throws(Refused) -> any Transform {
        let node = configuration.root
        let fields = (node["fieldSpecs"]?.elements ?? []).map { FieldSpec($0) }
        func affix(_ side: AffixTransform.Side, _ field: String) throws(Refused) -> AffixTransform {
            guard node["fieldSpecs"] != nil || configuration.kind == "PrefixSuffixTransformer" else {
                throw refusal(
                    .kustomizationFieldInvalid, "a \(configuration.kind) needs \"fieldSpecs\"", at: node.place,
                    hint: "add fieldSpecs: [{path: metadata/name}]")
            }
            return AffixTransform(
                side: side, text: node[field]?.scalarText ?? "", fields: fields, place: node[field]?.place ?? node.place
            )
        }
        switch configuration.kind {
        case "NamespaceTransformer": return try namespace(configuration, fields)
        case "PrefixTransformer": return try affix(.prefix, "prefix")
        case "SuffixTransformer": return try affix(.suffix, "suffix")
        case "PrefixSuffixTransformer":
            return TransformSequence(transforms: [
                try affix(.prefix, "prefix"),
                try affix(.suffix, "suffix"),
            ])
        case "LabelTransformer": return PairsTransform(pairs: textPairs(node["labels"]), fields: fields)
        case "AnnotationsTransformer": return PairsTransform(pairs: textPairs(node["annotations"]), fields: fields)
        case "ImageTagTransformer":
            return try ImageTransform(
                Shape.image.canonical(node["imageTag"] ?? Node(.null, at: node.place)), fields: fields)
        case "ReplicaCountTransformer":
            return ReplicasTransform(
                name: node["replica"]?["name"]?.scalarText ?? "", count: node["replica"]?["count"] ?? Node(0),
                fields: fields, place: node.place)
        case "PatchTransformer": return try patch(node)
        case "PatchJson6902Transformer": return try jsonPatch(node, text: "jsonOp")
        case "PatchStrategicMergeTransformer": return try strategicMerges(node)
        case "ReplacementTransformer": return try replacement(node["replacements"]?.elements ?? [])
        case "ValueAddTransformer":
            let file = node["targetFilePath"]
            let targets = try file.flatMap { (file) throws(Refused) in
                try accumulator.documents(of: file.scalarText ?? "", at: file.place).first
            }
            return try ValueAddTransform(
                node, targets: targets, directory: accumulator.kustomization.directory)
        case "HashTransformer": return HashTransform()
        default: throw unknown(configuration, "transformer")
        }
    }

    private func namespace(_ configuration: Resource, _ fields: [FieldSpec]) throws(Refused) -> NamespaceTransform {
        var transform = NamespaceTransform(
            namespace: configuration.namespace, fields: fields,
            place: configuration.root["metadata"]?["namespace"]?.place ?? configuration.place)
        transform.unsetOnly = configuration.root["unsetOnly"]?.bool ?? false
        guard let mode = configuration.root["setRoleBindingSubjects"], let text = mode.scalarText, !text.isEmpty else {
            return transform
        }
        guard let subjects = NamespaceTransform.Subjects(rawValue: text) else {
            throw refusal(
                .kustomizationFieldInvalid, "setRoleBindingSubjects is \"\(text)\"", at: mode.place,
                hint: "expected \"defaultOnly\", \"allServiceAccounts\" or \"none\"")
        }
        transform.subjects = subjects
        return transform
    }

    private func strategicMerges(_ node: Node) throws(Refused) -> TransformSequence {
        var transforms: [any Transform] = []
        for path in node["paths"]?.elements ?? [] { transforms.append(try strategicMerge(path)) }
        if let text = node["patches"], text.scalarText?.isBlank == false { transforms.append(try strategicMerge(text)) }
        guard !transforms.isEmpty else {
            throw refusal(
                .patchInvalid, "the transformer has no patches", at: node.place, hint: "add \"paths\" or \"patches\"")
        }
        return TransformSequence(transforms: transforms)
    }
}

/// Several transforms as one.
struct TransformSequence: Transform {
    var transforms: [any Transform]

    func apply(to set: inout ResourceSet) throws(Refused) {
        for transform in transforms { try transform.apply(to: &set) }
    }
}
