import Diagnostics
import FileTree
import KubeTypes
import Tree

extension PluginFactory {
    /// An entry of `patches`.
    func patch(_ node: Node) throws(Refused) -> PatchTransform {
        let path = node["path"]?.scalarText ?? ""
        let text = (node["patch"]?.scalarText ?? "").withoutBlankEnd
        try checkSource(path: path, text: text, in: node, "patch")
        let hasTarget = node["target"]?.isNull == false
        let spelling: MetadataSpelling = hasTarget ? .labelsAndAnnotations : .annotationsButNull
        let documents =
            path.isEmpty
            ? try embedded(text, node["patch"], spelling)
            : try accumulator.read(path, at: node["path"]?.place ?? node.place, spelling: spelling)
        var transform = PatchTransform(
            source: try PatchSource(documents, at: node.place), schema: accumulator.context.schema, place: node.place)
        if let target = node["target"], !target.isNull { try aim(&transform, at: target) }
        transform.allowsNameChange = node["options"]?["allowNameChange"]?.bool ?? false
        transform.allowsKindChange = node["options"]?["allowKindChange"]?.bool ?? false
        return transform
    }

    /// An entry of `patchesStrategicMerge`: a path, or the patch itself.
    func strategicMerge(_ node: Node) throws(Refused) -> PatchTransform {
        let text = node.scalarText ?? ""
        let isFile = accumulator.context.loader.exists(text, in: accumulator.kustomization.directory)
        let isInline = !isFile && (text.contains("\n") || text.hasPrefix("{") || text.hasPrefix("["))
        let documents =
            isInline
            ? try embedded(text, node, .labelsAndAnnotations)
            : try accumulator.read(text, at: node.place, spelling: .labelsAndAnnotations)
        let source = try PatchSource(documents, at: node.place)
        guard case .merge(let patches, _) = source, !patches.isEmpty else {
            throw refusal(
                .patchInvalid, "\"\(isInline ? "the inline patch" : text)\" holds no strategic merge patch",
                at: node.place,
                hint: "remove it, or list a JSON patch under \"patches\"")
        }
        return PatchTransform(source: source, schema: accumulator.context.schema, place: node.place)
    }

    /// An entry of `patchesJson6902`; `text` is the field that holds the operations.
    func jsonPatch(_ node: Node, text field: String) throws(Refused) -> PatchTransform {
        let path = node["path"]?.scalarText ?? ""
        let text = node[field]?.scalarText ?? ""
        try checkSource(path: path, text: text, in: node, field)
        let documents =
            path.isEmpty
            ? try embedded(text, node[field], .asRead)
            : try accumulator.read(path, at: node["path"]?.place ?? node.place, spelling: .asRead)
        let source = try PatchSource(documents, at: node.place)
        guard case .operations = source, let target = node["target"], target["name"]?.scalarText?.isEmpty == false
        else {
            throw refusal(
                .patchInvalid, "a JSON patch needs a list of operations and a target with a name", at: node.place)
        }
        var transform = PatchTransform(source: source, schema: accumulator.context.schema, place: node.place)
        try aim(&transform, at: target)
        transform.isNoted = false
        return transform
    }

    private func aim(_ transform: inout PatchTransform, at target: Node) throws(Refused) {
        transform.target = try Target(target)
        transform.whenUnmatched = { [context = accumulator.context] resources in
            context.findings.append(
                Finding(
                    .patchUnmatched, "the target of the patch matches no object", severity: .warning,
                    at: target.place, hint: hint(forUnmatched: target, among: resources)))
        }
    }

    private func embedded(
        _ text: String, _ node: Node?, _ spelling: MetadataSpelling
    ) throws(Refused) -> YAMLDocuments {
        let place = node?.place ?? accumulator.kustomization.place
        return try embeddedYAML(
            text, at: place, style: node?.style ?? .plain,
            indentation: accumulator.kustomization.indentation(ofBlockAt: place), spelling: spelling)
    }

    private func checkSource(path: String, text: String, in node: Node, _ field: String) throws(Refused) {
        guard path.isEmpty == text.isEmpty else { return }
        throw refusal(
            .patchInvalid, path.isEmpty ? "a patch needs a path or a text" : "a patch has a path and a text",
            at: node.place, hint: "give either \"path\" or \"\(field)\"")
    }
}

extension String {
    /// Kustomize cuts an inline patch off after its last visible character, also where a block of text ends there.
    var withoutBlankEnd: String {
        let end = utf8.lastIndex { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 && $0 != 0x0D }
        return end.map { String(self[...$0]) } ?? ""
    }

    var isBlank: Bool { utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D } }
}
