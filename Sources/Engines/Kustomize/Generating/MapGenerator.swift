import Diagnostics
import FileTree
import KubeTypes
import Tree

/// Makes a ConfigMap or a Secret.
struct MapGenerator {
    enum Kind: String { case configMap = "ConfigMap", secret = "Secret" }

    var kind: Kind
    var sources: KeyValueSources
    /// `generatorOptions` of the kustomization.
    var globalOptions: Node?

    func resource(from node: Node) throws(Refused) -> Resource {
        let name = node["name"]?.scalarText ?? node["metadata"]?["name"]?.scalarText ?? ""
        guard !name.isEmpty else {
            throw refusal(.generatorInvalid, "a generator needs a name", at: node.place)
        }
        let pairs = try sources.pairs(node, named: name)
        var root = Node(.mapping(Mapping()), at: node.place)
        root["apiVersion"] = Node(.string("v1"), at: node.place)
        root["kind"] = Node(.string(kind.rawValue), at: node.place)
        root["metadata"] = metadata(node, name: name)
        if kind == .secret {
            root["data"] = Node(.mapping(Mapping()), at: node.place)
            root["type"] = Node(.string(node["type"]?.scalarText ?? "Opaque"), at: node["type"]?.place ?? node.place)
        }
        if isSet("immutable", node) { root["immutable"] = Node(.bool(true), at: node.place) }
        for pair in pairs { store(pair, in: &root) }
        let resource = Resource(root)
        resource.needsHash = !isSet("disableNameSuffixHash", node)
        resource.behavior = behavior(node)
        return resource
    }

    private func metadata(_ node: Node, name: String) -> Node {
        var metadata = Node(.mapping(Mapping()), at: node.place)
        metadata["name"] = Node(.string(name), at: node["name"]?.place ?? node.place)
        if let namespace = node["namespace"]?.scalarText ?? node["metadata"]?["namespace"]?.scalarText,
            !namespace.isEmpty
        {
            metadata["namespace"] = Node(.string(namespace), at: node.place)
        }
        for field in ["labels", "annotations"] {
            let pairs = textPairs(globalOptions?[field]) + textPairs(node["options"]?[field])
            guard !pairs.isEmpty else { continue }
            var map = Node(.mapping(Mapping()), at: node.place)
            for pair in pairs { map[pair.key] = pair.value }
            metadata[field] = map
        }
        return metadata
    }

    private func isSet(_ option: String, _ node: Node) -> Bool {
        globalOptions?[option]?.bool == true || node["options"]?[option]?.bool == true
    }

    /// A word that kustomize does not know counts as none.
    private func behavior(_ node: Node) -> Resource.Behavior {
        guard let text = node["behavior"]?.scalarText, !text.isEmpty else { return .unspecified }
        if let behavior = Resource.Behavior(rawValue: text) { return behavior }
        sources.report(
            Finding(
                .kustomizationFieldInvalid, "behavior \"\(text)\" is unknown and has no effect", severity: .warning,
                at: node["behavior"]?.place ?? node.place, hint: "expected \"create\", \"replace\" or \"merge\""))
        return .unspecified
    }

    private func store(_ pair: KeyValueSources.Pair, in root: inout Node) {
        let text = String(validating: pair.bytes, as: UTF8.self)
        switch (kind, text) {
        case (.configMap, let text?):
            root.set(Node(.string(text), at: pair.place, style: style(of: text)), at: ["data", pair.key])
        case (.configMap, nil):
            root.set(Node(.string(base64Lines(pair.bytes)), at: pair.place), at: ["binaryData", pair.key])
        case (.secret, _): root.set(Node(.string(base64Lines(pair.bytes)), at: pair.place), at: ["data", pair.key])
        }
    }
}

/// How kustomize writes down a generated value. It matters when a patch puts a number in its place: quotes stay.
private func style(of text: String) -> ScalarStyle {
    if text.contains("\n") { return .literal }
    guard !text.isEmpty, text.utf8.count <= 64, let read = try? YAMLReader.read(text) else { return .plain }
    guard let node = read.documents.first else { return .doubleQuoted }
    return node.string == nil || node.olderBool != nil ? .doubleQuoted : .plain
}

/// Base 64 in lines of 70 letters when it is longer than one.
func base64Lines(_ bytes: [UInt8]) -> String {
    let encoded = Array(base64(bytes).utf8)
    let width = 70
    guard encoded.count >= width else { return String(decoding: encoded, as: UTF8.self) }
    var lines = ""
    for start in stride(from: 0, to: encoded.count, by: width) {
        lines += String(decoding: encoded[start..<min(start + width, encoded.count)], as: UTF8.self) + "\n"
    }
    return lines
}
