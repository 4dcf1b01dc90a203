internal import KubeTypes
internal import Tree

/// Which fields of which objects do not count as drift: `spec.ignoreDifferences`.
struct IgnoreRules: Sendable {
    private struct Rule: Sendable {
        var group: String
        var kind: String
        var name: String?
        var namespace: String?
        var pointers: [JSONPointer]

        /// Group and kind are globs, name and namespace exact. Without a group only the core group is meant.
        func applies(to object: KubeObject) -> Bool {
            globMatches(group, object.type.group) && globMatches(kind, object.kind)
                && (name ?? object.name) == object.name
                && (namespace ?? object.namespace) == object.namespace
        }
    }

    private var rules: [Rule] = []
    /// What in the rules is wrong or not supported, in words that name the field.
    private(set) var problem: String?

    init(_ list: Node?) {
        for (index, item) in (list?.elements ?? []).enumerated() {
            let field = "spec.ignoreDifferences[\(index)]"
            for unsupported in ["jqPathExpressions", "managedFieldsManagers"]
            where item[unsupported]?.elements.isEmpty == false {
                problem = problem ?? "\(field).\(unsupported) is not supported; name the fields in jsonPointers"
            }
            let texts = item["jsonPointers"]?.elements.compactMap(\.string) ?? []
            for text in texts where JSONPointer(parsing: text) == nil {
                problem =
                    problem ?? "\(field).jsonPointers has \"\(text)\", which is no JSON pointer; it begins with a slash"
            }
            rules.append(
                Rule(
                    group: item["group"]?.string ?? "", kind: item["kind"]?.string ?? "", name: text(item["name"]),
                    namespace: text(item["namespace"]), pointers: texts.compactMap { JSONPointer(parsing: $0) }))
        }
    }

    /// The object without the fields that do not count.
    func stripped(_ object: KubeObject) -> KubeObject {
        var object = object
        for pointer in pointers(for: object) { object.root.remove(pointer) }
        return object
    }

    /// The desired object with the ignored fields as they are in the cluster, so that a sync leaves them alone.
    func keepingIgnored(of live: KubeObject, in desired: KubeObject) -> KubeObject {
        var desired = desired
        for pointer in pointers(for: desired) where pointer.tokens.first != "status" {
            // Put in place: a removal first would shift the elements of a list.
            if let value = live.root.at(pointer) {
                desired.root.put(value, at: pointer)
            } else {
                desired.root.remove(pointer)
            }
        }
        return desired
    }

    private func pointers(for object: KubeObject) -> [JSONPointer] {
        rules.filter { $0.applies(to: object) }.flatMap(\.pointers)
    }
}

private func text(_ node: Node?) -> String? { node?.string.flatMap { $0.isEmpty ? nil : $0 } }
