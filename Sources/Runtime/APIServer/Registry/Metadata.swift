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
    /// - Parameter isTracked: The owners of the fields in `object` are new already; none of them is left when it names none.
    static func keepSystemFields(of live: KubeObject, in object: inout KubeObject, isTracked: Bool = false) {
        for field in ["uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generation"] {
            let value = live.root[path: "metadata", field]
            object.root.remove(at: ["metadata", field])
            if let value { object.root.set(value, at: ["metadata", field]) }
        }
        if !isTracked, object.root[path: "metadata", "managedFields"] == nil,
            let fields = live.root[path: "metadata", "managedFields"]
        {
            object.root.set(fields, at: ["metadata", "managedFields"])
        }
        object.root.remove(at: ["metadata", "selfLink"])
    }

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

    // MARK: Validity

    static func causes(_ object: KubeObject, _ definition: ResourceDefinition) -> [Status.Cause] {
        var causes: [Status.Cause] = []
        func invalid(_ field: String, _ value: String, _ rule: String) {
            causes.append(
                .init(reason: "FieldValueInvalid", message: "Invalid value: \"\(value)\": \(rule)", field: field))
        }
        if object.name.isEmpty {
            causes.append(
                .init(
                    reason: "FieldValueRequired", message: "Required value: name or generateName is required",
                    field: "metadata.name"))
        } else if let rule = brokenNameRule(object.name, of: definition) {
            invalid("metadata.name", object.name, rule)
        }
        for (key, value) in object.labels.sorted(by: { $0.key < $1.key }) {
            if let rule = brokenKeyRule(key) { invalid("metadata.labels", key, "name part \(rule)") }
            if let rule = brokenLabelValueRule(value) { invalid("metadata.labels", value, rule) }
        }
        for key in object.annotations.keys.sorted() {
            if let rule = brokenKeyRule(key.lowercased()) { invalid("metadata.annotations", key, "name part \(rule)") }
        }
        return causes
    }

    private static func brokenNameRule(_ name: String, of definition: ResourceDefinition) -> String? {
        let isLabel = definition.isBuiltIn && ["Namespace", "Service"].contains(definition.kind)
        if isLabel {
            guard name.utf8.count <= 63 else { return "must be no more than 63 characters" }
            guard isName(name, dots: false) else {
                return
                    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
            }
            return nil
        }
        guard name.utf8.count <= 253 else { return "must be no more than 253 characters" }
        guard isName(name, dots: true) else {
            return
                "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"
        }
        return nil
    }

    static func isName(_ name: String, dots: Bool) -> Bool {
        let parts = dots ? name.split(separator: ".", omittingEmptySubsequences: false) : [name[...]]
        return parts.allSatisfy { part in
            guard let first = part.utf8.first, let last = part.utf8.last else { return false }
            return isLowerAlphanumeric(first) && isLowerAlphanumeric(last)
                && part.utf8.allSatisfy { isLowerAlphanumeric($0) || $0 == UInt8(ascii: "-") }
        }
    }

    private static func brokenKeyRule(_ key: String) -> String? {
        let parts = key.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.last.map(String.init) ?? ""
        if parts.count == 2, !isName(String(parts[0]), dots: true) { return "must have a DNS subdomain as its prefix" }
        if name.isEmpty { return "must be non-empty" }
        if name.utf8.count > 63 { return "must be no more than 63 characters" }
        return isLabelText(name) ? nil : qualifiedNameRule
    }

    private static func brokenLabelValueRule(_ value: String) -> String? {
        if value.isEmpty { return nil }
        if value.utf8.count > 63 { return "must be no more than 63 characters" }
        return isLabelText(value)
            ? nil
            : "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"
    }

    private static let qualifiedNameRule =
        "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"

    private static func isLabelText(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        return isAlphanumeric(first) && isAlphanumeric(last)
            && text.utf8.allSatisfy { isAlphanumeric($0) || "-_.".utf8.contains($0) }
    }

    private static func isLowerAlphanumeric(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLowerAlphanumeric(byte | 0x20) && byte != 0x40 }
}
