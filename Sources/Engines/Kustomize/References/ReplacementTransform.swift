import Diagnostics
import KubeTypes
import Tree

/// Copies the value of one field into others.
struct ReplacementTransform: Transform {
    var replacements: [Node]

    func apply(to set: inout ResourceSet) throws(Refused) {
        for replacement in replacements {
            let value = try sourceValue(replacement, set)
            guard let targets = replacement["targets"]?.sequence else {
                throw refusal(.replacementInvalid, "a replacement needs \"targets\"", at: replacement.place)
            }
            for target in targets { try write(value, to: target, in: set) }
            set.forgetIndices()
        }
    }

    // MARK: Source

    private func sourceValue(_ replacement: Node, _ set: ResourceSet) throws(Refused) -> Node {
        if let value = replacement["sourceValue"] {
            guard replacement["source"] == nil else {
                throw refusal(
                    .replacementInvalid, "a replacement has \"source\" and \"sourceValue\"", at: value.place,
                    hint: "keep one of them")
            }
            return value
        }
        guard let source = replacement["source"], source.mapping != nil else {
            throw refusal(.replacementInvalid, "a replacement needs a \"source\"", at: replacement.place)
        }
        let found = set.resources.filter { isSource($0, source) }
        guard let resource = found.first, found.count == 1 else {
            throw refusal(
                .replacementInvalid,
                found.isEmpty ? "the source matches no object" : "the source matches \(found.count) objects",
                at: source.place, hint: "name kind, name and namespace of one object")
        }
        let path = DottedPath(source["fieldPath"]?.scalarText ?? "metadata.name")
        guard let value = path.value(in: resource.root), !Self.isEmpty(value) else {
            throw refusal(
                .replacementInvalid, "\(resource.id) has no field \"\(path.text)\"",
                at: source["fieldPath"]?.place ?? source.place)
        }
        return try refined(value, source["options"])
    }

    /// What counts as no value at all.
    private static func isEmpty(_ value: Node) -> Bool {
        value.isNull || value.mapping?.isEmpty == true || value.sequence?.isEmpty == true
    }

    private func isSource(_ resource: Resource, _ source: Node) -> Bool {
        let type = TypeSelector(source)
        let name = source["name"]?.scalarText ?? ""
        let namespace = source["namespace"]?.scalarText ?? ""
        return (resource.previousIDs + [resource.id]).contains { id in
            type.selects(id.type) && (name.isEmpty || name == id.name)
                && (namespace.isEmpty || namespace == id.namespace)
        }
    }

    private func refined(_ value: Node, _ options: Node?) throws(Refused) -> Node {
        guard let delimiter = options?["delimiter"]?.scalarText, !delimiter.isEmpty else { return value }
        guard let text = value.scalarText else {
            throw refusal(
                .replacementInvalid, "\"delimiter\" parts a string, found \(value.typeName)", at: value.place)
        }
        let parts = text.split(separator: delimiter, omittingEmptySubsequences: false)
        let index = options?["index"]?.integer ?? 0
        guard parts.indices.contains(index) else {
            throw refusal(
                .replacementInvalid, "index \(index) is out of bounds: \"\(text)\" has \(parts.count) parts",
                at: options?["index"]?.place ?? value.place)
        }
        return Node(.string(String(parts[index])), at: value.place)
    }

    // MARK: Targets

    private func write(_ value: Node, to target: Node, in set: ResourceSet) throws(Refused) {
        guard let select = target["select"], select.mapping != nil else {
            throw refusal(.replacementInvalid, "a target needs \"select\"", at: target.place)
        }
        let selector = try Target(select)
        var rejects: [Target] = []
        for reject in target["reject"]?.elements ?? [] { rejects.append(try Target(reject)) }
        let options = target["options"]
        var paths = (target["fieldPaths"]?.elements ?? []).compactMap { node in
            node.scalarText.map { (DottedPath($0), node.place) }
        }
        if paths.isEmpty { paths = [(DottedPath("metadata.name"), target.place)] }
        for resource in set.resources where selector.selectsAnyID(of: resource) {
            if rejects.contains(where: { !$0.isEmpty && $0.selectsAnyID(of: resource) }) { continue }
            for (path, place) in paths {
                let isCreating = options?["create"]?.bool ?? false
                let count = try path.visit(&resource.root, creating: isCreating) { (node) throws(Refused) in
                    try put(value, in: &node, options, at: place)
                }
                guard count == 0 else { continue }
                throw refusal(
                    .replacementInvalid, "\(resource.id) has no field \"\(path.text)\"", at: place,
                    hint: "correct the path, or set options.create to true")
            }
            guard !resource.name.isEmpty else {
                throw refusal(
                    .replacementInvalid, "the replacement takes the name away from the object", at: target.place,
                    hint: "write to fields below \"metadata\", and not to all of it")
            }
        }
    }

    private func put(_ value: Node, in node: inout Node, _ options: Node?, at place: Place) throws(Refused) {
        var value = value
        if let delimiter = options?["delimiter"]?.scalarText, !delimiter.isEmpty {
            guard !node.isCollection, let new = value.scalarText else {
                throw refusal(
                    .replacementInvalid, "\"delimiter\" parts a string, found \(node.typeName)", at: place)
            }
            var parts = (node.scalarText ?? "").split(separator: delimiter, omittingEmptySubsequences: false)
                .map(String.init)
            let index = options?["index"]?.integer ?? 0
            if index < 0 {
                parts.insert(new, at: 0)
            } else if index >= parts.count {
                parts.append(new)
            } else {
                parts[index] = new
            }
            value = Node(.string(parts.joined(separator: delimiter)), at: value.place)
        }
        node.value = converted(value, like: node)
        if value.place.isKnown { node.place = value.place }
    }

    /// A scalar keeps the type of the field where it can.
    private func converted(_ value: Node, like node: Node) -> NodeValue {
        guard let text = value.scalarText else { return value.value }
        switch node.value {
        case .string: return .string(text)
        case .integer: return Int64(text).map(NodeValue.integer) ?? value.value
        case .bool: return text == "true" ? .bool(true) : text == "false" ? .bool(false) : value.value
        default: return value.value
        }
    }
}
