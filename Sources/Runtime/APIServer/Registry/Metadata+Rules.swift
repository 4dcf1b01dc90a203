internal import KubeTypes
internal import Schema
internal import Tree

/// What is refused in `metadata` (Kubernetes documentation, "Object Names and IDs", "Labels", "Owners", "Finalizers").
extension Metadata {
    static func causes(_ object: KubeObject, _ definition: ResourceDefinition) -> [Status.Cause] {
        var causes = nameCauses(object, definition)
        for (key, value) in object.labels.sorted(by: { $0.key < $1.key }) {
            causes += qualifiedNameProblems(key, named: "label key").map { .invalid("metadata.labels", Node(key), $0) }
            if let rule = brokenLabelValueRule(value) { causes.append(.invalid("metadata.labels", Node(value), rule)) }
        }
        var size = 0
        for (key, value) in object.annotations.sorted(by: { $0.key < $1.key }) {
            size += key.utf8.count + value.utf8.count
            causes += qualifiedNameProblems(key.lowercased()).map { .invalid("metadata.annotations", Node(key), $0) }
        }
        if size > 256 << 10 { causes.append(.tooLong("metadata.annotations", bytes: 256 << 10)) }
        for finalizer in object.finalizers {
            causes += qualifiedNameProblems(finalizer).map { .invalid("metadata.finalizers", Node(finalizer), $0) }
        }
        if Set([Finalization.foreground, Finalization.orphan]).isSubset(of: object.finalizers) {
            let both = object.root[path: "metadata", "finalizers"]
            causes.append(
                .invalid(
                    "metadata.finalizers", both,
                    "finalizer \(Finalization.orphan) and \(Finalization.foreground) cannot be both set"))
        }
        return causes + ownerCauses(object)
    }

    /// What cannot change. Kubernetes asks twice, once for all kinds and once for each, and so gives each cause twice.
    static func changeCauses(_ object: KubeObject, from live: KubeObject) -> [Status.Cause] {
        var causes: [Status.Cause] = []
        for field in ["deletionTimestamp", "deletionGracePeriodSeconds"] {
            let value = object.root[path: "metadata", field]
            guard value != live.root[path: "metadata", field] else { continue }
            causes.append(.invalid("metadata.\(field)", value, "field is immutable"))
        }
        if object.generation < live.generation {
            causes.append(.invalid("metadata.generation", Node(object.generation), "must not be decremented"))
        }
        let added = object.finalizers.filter { !live.finalizers.contains($0) }
        if live.isBeingDeleted, !added.isEmpty {
            let list = added.map { "\"\($0)\"" }.joined(separator: ", ")
            causes.append(
                .forbidden(
                    "metadata.finalizers",
                    "no new finalizers can be added if the object is being deleted, found new finalizers []string{\(list)}"
                ))
        }
        return causes + causes
    }

    // MARK: Names

    private static func nameCauses(_ object: KubeObject, _ definition: ResourceDefinition) -> [Status.Cause] {
        var causes: [Status.Cause] = []
        let isLabel = definition.isBuiltIn && ["Namespace", "Service"].contains(definition.kind)
        let broken = { (name: String) in isLabel ? brokenLabelNameRule(name) : brokenNameRule(name) }
        if let prefix = object.root[path: "metadata", "generateName"]?.string, !prefix.isEmpty {
            // Something will follow the last dash.
            let name = prefix.hasSuffix("-") ? prefix.dropLast() + "a" : prefix[...]
            if let rule = broken(String(name)) {
                causes.append(.invalid("metadata.generateName", Node(prefix), rule))
            }
        }
        if object.name.isEmpty {
            causes.append(.required("metadata.name", "name or generateName is required"))
        } else if let rule = broken(object.name) {
            causes.append(.invalid("metadata.name", Node(object.name), rule))
        }
        return causes
    }

    static func brokenLabelNameRule(_ name: String) -> String? {
        guard name.utf8.count <= 63 else { return "must be no more than 63 bytes" }
        return isName(name, dots: false)
            ? nil
            : "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
    }

    private static func brokenNameRule(_ name: String) -> String? {
        guard name.utf8.count <= 253 else { return "must be no more than 253 bytes" }
        return isName(name, dots: true)
            ? nil
            : "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"
    }

    static func isName(_ name: String, dots: Bool) -> Bool {
        let parts = dots ? name.split(separator: ".", omittingEmptySubsequences: false) : [name[...]]
        return parts.allSatisfy { part in
            guard let first = part.utf8.first, let last = part.utf8.last else { return false }
            return isLowerAlphanumeric(first) && isLowerAlphanumeric(last)
                && part.utf8.allSatisfy { isLowerAlphanumeric($0) || $0 == UInt8(ascii: "-") }
        }
    }

    /// What is wrong with `example.com/name`, or a name alone.
    static func qualifiedNameProblems(_ key: String, named noun: String = "qualified name") -> [String] {
        let parts = key.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let name = parts.last, parts.count <= 2 else {
            return [
                "a valid \(noun) \(qualifiedNameRule) with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"
            ]
        }
        var problems: [String] = []
        if parts.count == 2 {
            if parts[0].isEmpty {
                problems.append("prefix part must be non-empty")
            } else if let rule = brokenNameRule(parts[0]) {
                problems.append("prefix part \(rule)")
            }
        }
        if name.isEmpty {
            problems.append("name part must be non-empty")
        } else if name.utf8.count > 63 {
            problems.append("name part must be no more than 63 bytes")
        }
        if !isLabelText(name) { problems.append("name part \(qualifiedNameRule)") }
        return problems
    }

    private static func brokenLabelValueRule(_ value: String) -> String? {
        if value.isEmpty { return nil }
        if value.utf8.count > 63 { return "must be no more than 63 bytes" }
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

    // MARK: Owners

    private static func ownerCauses(_ object: KubeObject) -> [Status.Cause] {
        let owners = object.root[path: "metadata", "ownerReferences"]
        var causes: [Status.Cause] = []
        var controllers: [String] = []
        for owner in owners?.elements ?? [] {
            let field = { (name: String) in owner[name]?.string ?? "" }
            if field("apiVersion").isEmpty {
                causes.append(.invalid("metadata.ownerReferences.apiVersion", "", "version must not be empty"))
            }
            for name in ["kind", "name", "uid"] where field(name).isEmpty {
                causes.append(.invalid("metadata.ownerReferences.\(name)", "", "must not be empty"))
            }
            if field("apiVersion") == "v1", field("kind") == "Event" {
                causes.append(
                    .invalid("metadata.ownerReferences", owner, "/v1, Kind=Event is disallowed from being an owner"))
            }
            if owner["controller"]?.bool == true { controllers.append("\(field("kind"))/\(field("name"))") }
        }
        if controllers.count > 1 {
            causes.append(
                .invalid(
                    "metadata.ownerReferences", owners,
                    "Only one reference can have Controller set to true. Found \"true\" in references for \(controllers[0]) and \(controllers[1])"
                ))
        }
        return causes
    }
}
