internal import KubeTypes
internal import Schema
internal import Tree

/// The rules for `metadata` (Kubernetes API conventions, "Metadata"; "Object Names and IDs").
enum Metadata {
    /// Gives a new object what only the server gives.
    static func stampNew(_ object: inout KubeObject, uid: String, time: Timestamp, hasGeneration: Bool) {
        for field in ["selfLink", "deletionTimestamp", "deletionGracePeriodSeconds"] {
            object.root.remove(at: ["metadata", field])
        }
        object.root.set(Node(uid), at: ["metadata", "uid"])
        object.root.set(Node(time.description), at: ["metadata", "creationTimestamp"])
        if hasGeneration { object.root.set(1, at: ["metadata", "generation"]) }
    }

    /// Takes over from `live` what a client cannot change.
    ///
    /// A time of deletion that differs stays, so that it is refused.
    ///
    /// - Parameters:
    ///   - isTracked: The owners of the fields in `object` are new already; none of them is left when it names none.
    ///   - hasGeneration: Whether the server counts generations; otherwise the client's number is kept as data.
    static func keepSystemFields(
        of live: KubeObject, in object: inout KubeObject, isTracked: Bool = false, hasGeneration: Bool = true
    ) {
        for field in ["uid", "creationTimestamp"] + (hasGeneration ? ["generation"] : []) {
            let value = live.root[path: "metadata", field]
            object.root.remove(at: ["metadata", field])
            if let value { object.root.set(value, at: ["metadata", field]) }
        }
        for field in ["deletionTimestamp", "deletionGracePeriodSeconds"]
        where object.root[path: "metadata", field] == nil {
            if let value = live.root[path: "metadata", field] { object.root.set(value, at: ["metadata", field]) }
        }
        if !isTracked, object.root[path: "metadata", "managedFields"] == nil,
            let fields = live.root[path: "metadata", "managedFields"]
        {
            object.root.set(fields, at: ["metadata", "managedFields"])
        }
        object.root.remove(at: ["metadata", "selfLink"])
    }

    /// Kubernetes writes built-in kinds in the order of their types, and custom resources by name.
    static func order(_ object: inout KubeObject, isBuiltIn: Bool) {
        guard let metadata = object.root["metadata"]?.mapping else { return }
        let ordered = isBuiltIn ? metadata.entries.sorted { rank($0.key) < rank($1.key) } : metadata.sorted().entries
        object.root["metadata"] = Node(Mapping(ordered))
    }

    private static let ranks = Dictionary(
        ObjectMeta.schema.properties.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    private static func rank(_ field: String) -> Int { ranks[field] ?? ranks.count }

    /// Reads null as Kubernetes does: a field that is null is not set, a label or annotation that is null is empty.
    static func settleNulls(in root: inout Node) {
        guard case .mapping(var metadata)? = root["metadata"]?.value else { return }
        for key in metadata.keys where metadata[key]?.isNull == true { metadata[key] = nil }
        for field in ["labels", "annotations"] {
            guard case .mapping(var texts)? = metadata[field]?.value else { continue }
            texts.updateEach { _, value in if value.isNull { value = "" } }
            metadata[field] = Node(texts)
        }
        root["metadata"] = Node(metadata)
    }

    /// A new generation begins with every change outside metadata and status.
    static func isNewGeneration(_ object: KubeObject, _ live: KubeObject, hasStatus: Bool) -> Bool {
        func relevant(_ object: KubeObject) -> Node {
            var root = object.root
            root["metadata"] = nil
            root["apiVersion"] = nil
            if hasStatus { root["status"] = nil }
            return root
        }
        return relevant(object) != relevant(live)
    }

    /// Drops what names the same owner again, and gives the warning for it.
    static func dropRepeatedOwners(in root: inout Node) -> String? {
        guard let owners = root[path: "metadata", "ownerReferences"]?.elements, owners.count > 1 else { return nil }
        var seen: Set<String> = []
        var repeated: [String] = []
        let kept = owners.filter { owner in
            let uid = owner["uid"]?.string ?? ""
            if seen.insert(uid).inserted { return true }
            if !repeated.contains(uid) { repeated.append(uid) }
            return false
        }
        guard !repeated.isEmpty else { return nil }
        root.set(Node(kept), at: ["metadata", "ownerReferences"])
        return
            ".metadata.ownerReferences contains duplicate entries; API server dedups owner references in 1.20+, and may reject such requests as early as 1.24; please fix your requests; duplicate UID(s) observed: \(repeated.joined(separator: ", "))"
    }
}
