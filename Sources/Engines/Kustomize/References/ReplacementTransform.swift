import Diagnostics
import KubeTypes
import Tree

/// Copies the value of one field into others.
struct ReplacementTransform: Transform {
    var replacements: [Node]
    /// Takes warnings.
    var report: (Finding) -> Void = { _ in }

    func apply(to set: inout ResourceSet) throws(Refused) {
        for replacement in replacements {
            let value = try sourceValue(replacement, set)
            guard let targets = replacement["targets"]?.sequence else {
                throw refusal(.replacementInvalid, "a replacement needs \"targets\"", at: replacement.place)
            }
            if targets.isEmpty {
                report(
                    Finding(
                        .replacementInvalid, "the replacement has no targets", severity: .warning,
                        at: replacement.place, hint: "list them, or remove the replacement"))
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
            var finding = Finding(
                .replacementInvalid,
                found.isEmpty ? "the source matches no object" : "the source matches \(found.count) objects",
                at: source.place,
                hint: (found.isEmpty ? hint(forUnmatched: source, among: set.resources) : nil)
                    ?? "name kind, name and namespace of one object")
            finding.related = found.map { RelatedPlace("\($0.id)", at: $0.place) }
            throw Refused(finding)
        }
        let path = DottedPath(source["fieldPath"]?.scalarText ?? "metadata.name")
        guard var value = path.value(in: resource.root), !Self.isEmpty(value) else {
            throw refusal(
                .replacementInvalid, "\(resource.id) has no field \"\(path.text)\", or nothing in it",
                at: source["fieldPath"]?.place ?? source.place, hint: hint(forMissing: path, in: resource.root))
        }
        if value.string == nil, let text = resource.spellings[value.place] { value.value = .string(text) }
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
        let selected = set.resources.filter { selector.selectsAnyID(of: $0) }
        if selected.isEmpty {
            report(
                Finding(
                    .replacementInvalid, "the target of the replacement matches no object", severity: .warning,
                    at: select.place, hint: hint(forUnmatched: select, among: set.resources)))
        }
        for resource in selected {
            if rejects.contains(where: { $0.rejects(resource) }) { continue }
            for (path, place) in paths {
                if try writeStructured(value, at: path, in: resource, options, at: place) { continue }
                let isCreating = options?["create"]?.bool ?? false
                let count = try path.visit(&resource.root, creating: isCreating) { (node) throws(Refused) in
                    try put(value, in: &node, options, at: place)
                }
                guard count == 0 else { continue }
                throw refusal(
                    .replacementInvalid, "\(resource.id) has no field \"\(path.text)\"", at: place,
                    hint: hint(forMissing: path, in: resource.root)
                        ?? "correct the path, or set options.create to true")
            }
            guard !resource.name.isEmpty else {
                throw refusal(
                    .replacementInvalid, "the replacement takes the name away from the object", at: target.place,
                    hint: "write to fields below \"metadata\", and not to all of it")
            }
        }
    }

    /// Whether the path led into a string that holds JSON or YAML. Delimiters do not reach in there.
    private func writeStructured(
        _ value: Node, at path: DottedPath, in resource: Resource, _ options: Node?, at place: Place
    ) throws(Refused) -> Bool {
        for (head, tail) in path.cuts {
            guard let text = head.value(in: resource.root)?.string, let structured = StructuredText(text) else {
                continue
            }
            let isCreating = options?["create"]?.bool ?? false
            let changed = try structured.changed(at: tail, creating: isCreating) { (node) throws(Refused) in
                node.value = try converted(value, like: node, isNew: isCreating, at: place)
            }
            guard let changed else { return false }
            _ = try head.visit(&resource.root, creating: false) { (node) throws(Refused) in
                node.value = .string(changed)
                if value.place.isKnown { node.place = value.place }
            }
            return true
        }
        return false
    }

    private func put(_ value: Node, in node: inout Node, _ options: Node?, at place: Place) throws(Refused) {
        var value = value
        if let delimiter = options?["delimiter"]?.scalarText, !delimiter.isEmpty {
            guard !node.isCollection, let new = value.scalarText else {
                throw refusal(
                    .replacementInvalid,
                    "\"delimiter\" parts a string, found \((node.isCollection ? node : value).typeName)", at: place)
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
        node.value = try converted(value, like: node, isNew: options?["create"]?.bool == true, at: place)
        if value.place.isKnown { node.place = value.place }
    }

    /// A scalar keeps its type and takes the text of the value, which a collection has none of. A field that has just
    /// been made has the type that its text has without quotes.
    private func converted(
        _ value: Node, like node: Node, isNew: Bool, at place: Place
    ) throws(Refused) -> NodeValue {
        if node.isCollection || node.isNull && isNew && value.isCollection { return value.value }
        let text = value.scalarText ?? ""
        let converted: NodeValue?
        switch node.value {
        case .string: converted = .string(text)
        case .integer, .unsigned:
            converted = Int64(text).map(NodeValue.integer) ?? UInt64(text).map(NodeValue.unsigned)
        case .float: converted = Double(text).map(NodeValue.float)
        case .bool: converted = text == "true" ? .bool(true) : text == "false" ? .bool(false) : nil
        default: converted = isNew ? unquoted(text) : nil
        }
        guard let converted else {
            var finding = Finding(
                .replacementInvalid, "the value is \(value.typeName), and the field holds \(node.typeName)", at: place,
                hint: "give both the same type")
            finding.related = [RelatedPlace("the value", at: value.place), RelatedPlace("the field", at: node.place)]
            throw Refused(finding)
        }
        return converted
    }

    private func unquoted(_ text: String) -> NodeValue {
        let node = try? YAMLReader.read(text).documents.first
        guard let node, !node.isCollection, node.scalarText != nil else { return .string(text) }
        return node.string == nil ? node.value : .string(text)
    }
}
