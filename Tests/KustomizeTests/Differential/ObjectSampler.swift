import Tree

/// Takes samples of the templates: fields left out, lists of other lengths, values of every sort.
struct ObjectSampler {
    static let names = ["app", "web", "db", "settings", "cache"]

    /// How many of a hundred fields are left out.
    var thinning = 25
    /// How many of a hundred strings are odd ones.
    var oddity = 40

    func object(_ random: inout SeededRandom) throws -> Draft {
        let template =
            random.chance(35)
            ? random.pick(ObjectTemplates.workloads, or: "") : random.pick(ObjectTemplates.others, or: "")
        var object = try sample(template, &random, isRoot: true)
        if Self.clusterScoped.contains(object.kind) {
            var metadata = object["metadata"]
            metadata?["namespace"] = nil
            object["metadata"] = metadata
        }
        return object
    }

    private static let clusterScoped: Set<String> = [
        "Namespace", "ClusterRole", "ClusterRoleBinding", "PersistentVolume", "StorageClass", "PriorityClass",
        "IngressClass",
        "APIService", "CustomResourceDefinition", "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration",
    ]

    func sample(_ template: String, _ random: inout SeededRandom, isRoot: Bool = false) throws -> Draft {
        let node = try YAMLReader.read(template).documents.first ?? Node(.null)
        return try draft(node, &random, depth: isRoot ? 0 : 2)
    }

    private func draft(_ node: Node, _ random: inout SeededRandom, depth: Int) throws -> Draft {
        switch node.value {
        case .mapping(let mapping):
            var entries: [Draft.Entry] = []
            for entry in mapping.entries {
                let isNeeded = depth == 0 || Self.needed.contains(entry.key)
                guard isNeeded || !random.chance(thinning) else { continue }
                let key = try entry.key.hasPrefix("$") ? placeholder(entry.key, &random).text : entry.key
                guard let key, !entries.contains(where: { $0.key == key }) else { continue }
                entries.append(.init(key, try draft(entry.value, &random, depth: depth + 1)))
            }
            return .map(entries)
        case .sequence(let elements):
            var entries: [Draft.Entry] = []
            for element in elements where !random.chance(thinning / 2) {
                for _ in 0..<(random.chance(5) ? 2 : 1) {
                    entries.append(.init(nil, try draft(element, &random, depth: depth + 1)))
                }
            }
            return .list(entries)
        case .string(let text) where text.hasPrefix("$") && !text.hasPrefix("$("):
            return try placeholder(text, &random)
        case .string(let text): return .text(text, .plain)
        case .integer(let number): return .raw(String(number))
        case .bool(let flag): return .raw(String(flag))
        case .unsigned(let number): return .raw(String(number))
        case .float(let number): return .raw("\(number)")
        case .null: return .raw("null")
        }
    }

    private static let needed: Set<String> = [
        "apiVersion", "kind", "metadata", "name", "template", "containers", "containerPort", "mountPath", "path",
        "operator", "protocol", "port", "roleRef", "topologyKey", "whenUnsatisfiable", "ip",
    ]

    private func placeholder(_ word: String, _ random: inout SeededRandom) throws -> Draft {
        switch word {
        case "$name": .text(random.pick(Self.names, or: ""), .plain)
        case "$namespace": .text(random.word("default", "prod", "other"), .plain)
        case "$workload": .text(random.word("Deployment", "StatefulSet", "ReplicaSet"), .plain)
        case "$role": .text(random.word("Role", "ClusterRole"), .plain)
        case "$word": .text(random.word("one", "two", "three", "four"), .plain)
        case "$image": .text(random.pick(Self.images, or: ""), .plain)
        case "$bool": .raw(random.word("true", "false"))
        case "$count": .raw(random.word("0", "1", "3", "10"))
        case "$long":
            random.chance(60)
                ? .text(random.longText(), random.pick(Draft.Style.allCases, or: .plain)) : oddText(&random)
        case "$text": oddText(&random)
        case "$scalar": random.chance(oddity) ? random.scalar() : .text("plain", .plain)
        case "$key", "$key2": .text(random.pick(Self.keys, or: ""), .plain)
        case "$pod": try sample(ObjectTemplates.pod, &random)
        case "$container": try sample(ObjectTemplates.container, &random)
        case "$metadata": metadata(&random)
        default: .text(word, .plain)
        }
    }

    private func oddText(_ random: inout SeededRandom) -> Draft {
        guard random.chance(oddity) else { return .text(random.word("x", "value", "a-b", "v1"), .plain) }
        // What is written plain and means no string would be no string in the object.
        switch random.text() {
        case .text(let text, .plain) where !DraftWriter.mayBePlain(text): return .text(text, .double)
        case let draft: return draft
        }
    }

    private func metadata(_ random: inout SeededRandom) -> Draft {
        var metadata = Draft.map(["name": .text(random.pick(Self.names, or: ""), .plain)])
        if random.chance(25) { metadata["namespace"] = .text(random.word("default", "prod", "other"), .plain) }
        if random.chance(40) {
            metadata["labels"] = .map(["app": .text(random.word("app", "web"), .plain), "tier": oddText(&random)])
        }
        if random.chance(40) {
            var annotations = Draft.map([:])
            for _ in 0..<random.number(in: 1..<4) {
                annotations[random.pick(Self.keys, or: "")] =
                    random.chance(70)
                    ? oddText(&random) : .raw(random.word("plain", "a b", "x/y", "1.2.3"))
            }
            metadata["annotations"] = annotations
        }
        if random.chance(8) { metadata["creationTimestamp"] = .raw("null") }
        if random.chance(4) { metadata["finalizers"] = .texts(["a/b", "c/d"]) }
        return metadata
    }

    static let images = [
        "nginx", "nginx:1.25", "registry.example:5000/team/app:v1", "nginx@sha256:abc", "nginx:1@sha256:abc",
        "app:latest",
        "quay.io/a/b",
    ]

    static let keys = [
        "a", "b", "app", "c.d", "x_y", "config.yaml", "A", "B-C", "app.kubernetes.io/name", "a1", "a2", "a10", "z",
        "example.com/x",
        "kk-1", "k0", "note",
    ]
}
