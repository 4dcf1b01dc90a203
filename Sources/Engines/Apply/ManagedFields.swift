package import KubeTypes
package import Tree

/// `metadata.managedFields`: who owns which fields, and since when.
package struct ManagedFields: Equatable, Sendable {
    package struct Entry: Equatable, Sendable {
        package var owner: FieldOwner
        package var fields: FieldSet
        package var time: Timestamp?

        package init(owner: FieldOwner, fields: FieldSet, time: Timestamp? = nil) {
            self.owner = owner
            self.fields = fields
            self.time = time
        }
    }

    package var entries: [Entry]

    package init(_ entries: [Entry] = []) { self.entries = entries }

    package var isEmpty: Bool { entries.isEmpty }

    package func index(of owner: FieldOwner) -> Int? { entries.firstIndex { $0.owner.isSameManager(as: owner) } }

    /// Reads the list; nil when an entry is not one. Kubernetes then goes on as if there were none.
    package init?(_ node: Node?) {
        entries = []
        for element in node?.elements ?? [] {
            guard let operation = FieldOwner.Operation(rawValue: element["operation"]?.string ?? ""),
                element["fieldsType"]?.string ?? "FieldsV1" == "FieldsV1",
                let fields = FieldSet(fieldsV1: element["fieldsV1"] ?? .emptyMapping)
            else { return nil }
            let owner = FieldOwner(
                element["manager"]?.string ?? "", operation, apiVersion: element["apiVersion"]?.string ?? "",
                subresource: element["subresource"]?.string ?? "")
            let time = element["time"]?.string.flatMap { Timestamp($0) }
            entries.append(Entry(owner: owner, fields: fields, time: time))
        }
    }

    /// The list as Kubernetes writes it: appliers first, then by time and name.
    package var node: Node {
        let sorted = entries.sorted { a, b in
            let (one, other) = (a.owner, b.owner)
            if one.operation != other.operation { return one.operation < other.operation }
            if a.time != b.time { return (a.time?.seconds ?? 0) < (b.time?.seconds ?? 0) }
            return (one.manager, one.apiVersion, one.subresource)
                < (other.manager, other.apiVersion, other.subresource)
        }
        return Node(sorted.map(\.node))
    }
}

extension ManagedFields.Entry {
    fileprivate var node: Node {
        var mapping = Mapping()
        mapping["manager"] = Node(owner.manager)
        mapping["operation"] = Node(owner.operation.rawValue)
        mapping["apiVersion"] = Node(owner.apiVersion)
        if let time { mapping["time"] = Node(time.description) }
        mapping["fieldsType"] = "FieldsV1"
        mapping["fieldsV1"] = fields.fieldsV1
        if !owner.subresource.isEmpty { mapping["subresource"] = Node(owner.subresource) }
        return Node(mapping)
    }
}

extension KubeObject {
    /// Writes `managedFields` into the object, or removes them when there are none.
    mutating func setManagedFields(_ fields: ManagedFields) {
        root.remove(at: ["metadata", "managedFields"])
        if !fields.isEmpty { root.set(fields.node, at: ["metadata", "managedFields"]) }
    }
}
