internal import Diagnostics
internal import FileTree
internal import KubeTypes
internal import Tree

private let scopePrefix = "sealedsecrets.bitnami.com/"

/// Who may open a SealedSecret: the label of its cipher holds these parts of its name.
private enum SealScope {
    case strict, namespace, cluster

    init(_ item: Item) {
        func isSet(_ name: String) -> Bool { item.object.annotation(scopePrefix + name) == "true" }
        self = isSet("cluster-wide") ? .cluster : isSet("namespace-wide") ? .namespace : .strict
    }
}

extension Judge {
    /// Whether what a SealedSecret holds can be opened.
    static let sealedSecrets = Judge(.sealedSecret) { item, world in
        let values = (item.spec["encryptedData"]?.entries ?? []).prefix(1000)
        return values.compactMap { ciphertext(item, $0) } + moved(item, world)
    }

    private static func ciphertext(_ item: Item, _ entry: Mapping.Entry) -> Finding? {
        guard let text = entry.value.string, let problem = problem(text) else { return nil }
        return item.finding(
            .ciphertextInvalid, "the value of \"\(entry.key)\" \(problem)", at: entry.value,
            effect: "the controller cannot open it, so there is no Secret \"\(item.name)\"",
            hint: "seal the value with kubeseal, and commit what it prints")
    }

    /// Base 64 of the length of a key of RSA, that key, and at least the seal of the value.
    private static func problem(_ text: String) -> String? {
        if ["...", "…", "<"].contains(where: text.contains) { return "is a placeholder, no ciphertext" }
        guard !text.contains("-"), !text.contains("_"), text.utf8.count % 4 == 0, let bytes = decodedBase64(text) else {
            return "is no base64, so it is no ciphertext"
        }
        let isLong = bytes.count >= 2 && bytes.count >= 2 + (Int(bytes[0]) << 8 | Int(bytes[1])) + 16
        let isKey = bytes.count >= 2 && [0x0100, 0x0180, 0x0200].contains(Int(bytes[0]) << 8 | Int(bytes[1]))
        return isLong && isKey ? nil : "is base64, and no ciphertext of sealed-secrets, or a part of one"
    }

    /// A name or a namespace that a kustomization has changed since the value was sealed.
    private static func moved(_ item: Item, _ world: GitOpsWorld) -> [Finding] {
        let scope = SealScope(item)
        guard scope != .cluster, let source = original(item, world) else { return [] }
        let metadata = item.root["metadata"] ?? Node(.null)
        let fields = scope == .namespace ? ["namespace"] : ["namespace", "name"]
        return fields.compactMap { field -> Finding? in
            let before = source[path: "metadata", field]
            guard let before, let sealed = before.string, let now = metadata[field], let name = now.string,
                name != sealed
            else { return nil }
            return item.finding(
                .sealMoved, "the \(field) becomes \"\(name)\" here, and the SealedSecret is sealed for \"\(sealed)\"",
                at: now, related: [RelatedPlace("it was sealed as this", at: before.place)],
                effect: "it cannot be decrypted, so there is no Secret \"\(item.name)\"",
                hint:
                    "seal it for \"\(name)\", or with the scope \(field == "name" ? "namespace-wide" : "cluster-wide")")
        }
    }

    /// The object as its own file has it; nil when it was generated.
    private static func original(_ item: Item, _ world: GitOpsWorld) -> Node? {
        let place = item.root.place
        guard place.isKnown, let bytes = try? world.files.read(TreePath(place.file.path)), bytes.count < 4 << 20,
            let documents = try? YAMLReader.read(bytes, file: place.file).documents
        else { return nil }
        return documents.first { $0.place == place }
    }

    /// Annotations that should widen who may open it, and do not.
    static let sealScopes = Judge(.sealedSecret) { item, _ in
        let known = ["namespace-wide", "cluster-wide", "managed", "patch", "skip-set-owner-references"]
        return (item.root[path: "metadata", "annotations"]?.entries ?? []).compactMap { entry in
            guard entry.key.hasPrefix(scopePrefix) else { return nil }
            let name = String(entry.key.dropFirst(scopePrefix.count))
            if known.prefix(2).contains(name), !["true", "false"].contains(entry.value.string ?? "") {
                return item.finding(
                    .sealScopeUnread, .warning,
                    "\"\(entry.value.scalarText ?? "")\" does not set the scope: only \"true\" does",
                    at: entry.value, effect: "it is opened as strict, which fails when it was sealed for more",
                    hint: "write \"true\" in quotes")
            }
            guard !known.contains(name), let near = nearestName(to: name, among: known) else { return nil }
            return item.finding(
                .sealScopeUnread, .warning, "sealed-secrets does not know the annotation \"\(entry.key)\"",
                at: entry.value,
                effect: "it is opened as strict, which fails when it was sealed for more",
                hint: "did you mean \"\(scopePrefix)\(near)\"?")
        }
    }
}
