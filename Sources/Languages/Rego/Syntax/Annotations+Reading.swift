internal import Diagnostics
internal import Tree

/// What a METADATA block says, before it is known what it belongs to.
struct ReadAnnotations {
    var scope: Annotations.Scope?
    var isEntrypoint: Bool
    var members: [(String, RegoValue)]
    let position: Position
}

/// Reads the keys that OPA knows; others are left alone, as OPA does.
struct AnnotationsReader {
    private let block: MetadataBlock

    init(_ block: MetadataBlock) { self.block = block }

    func read() throws(RegoError) -> ReadAnnotations {
        let node = try block.read()
        var result = ReadAnnotations(scope: nil, isEntrypoint: false, members: [], position: block.start)
        for entry in node.entries where !entry.value.isNull {
            let value = entry.value
            switch entry.key {
            case "scope": result.scope = try scope(value)
            case "title", "description":
                let text = try self.text(value, entry.key)
                if !text.isEmpty { result.members.append((entry.key, .string(text))) }
            case "entrypoint":
                guard let flag = value.bool else { throw wrong(value, "`entrypoint` is true or false") }
                result.isEntrypoint = flag
                if flag { result.members.append((entry.key, .bool(true))) }
            case "organizations": append(try texts(value), entry.key, to: &result)
            case "authors": append(try list(value, entry.key).map(author), entry.key, to: &result)
            case "related_resources": append(try list(value, entry.key).map(resource), entry.key, to: &result)
            case "schemas": append(try list(value, entry.key).map(schema), entry.key, to: &result)
            case "custom":
                guard let mapping = value.mapping else { throw wrong(value, "`custom` is a mapping") }
                if !mapping.isEmpty { result.members.append((entry.key, RegoValue(value))) }
            case "compile":
                guard value.mapping != nil else { throw wrong(value, "`compile` is a mapping") }
            default: break
            }
        }
        return result
    }

    private func append(_ elements: [RegoValue], _ key: String, to result: inout ReadAnnotations) {
        if !elements.isEmpty { result.members.append((key, .array(elements))) }
    }

    private func scope(_ node: Node) throws(RegoError) -> Annotations.Scope {
        let name = try text(node, "scope")
        guard let scope = Annotations.Scope(rawValue: name) else {
            throw wrong(node, "unknown scope `\(name)`", hint: "there are `rule`, `document`, `package`, `subpackages`")
        }
        return scope
    }

    private func author(_ node: Node) throws(RegoError) -> RegoValue {
        var name = ""
        var email = ""
        if node.mapping != nil {
            name = trimmed(node["name"]?.string ?? "")
            email = trimmed(node["email"]?.string ?? "")
            guard !name.isEmpty || !email.isEmpty else { throw wrong(node, "an author needs `name` or `email`") }
        } else {
            var words = try text(node, "authors").split(whereSeparator: \.isWhitespace)
            guard let last = words.last else { throw wrong(node, "an author without a name") }
            if last.count >= 2, last.hasPrefix("<"), last.hasSuffix(">") {
                email = String(last.dropFirst().dropLast())
                words.removeLast()
            }
            name = words.joined(separator: " ")
        }
        return .object(
            RegoObject(
                [("name", name), ("email", email)].filter { !$0.1.isEmpty }.map { (.string($0.0), .string($0.1)) }))
    }

    private func resource(_ node: Node) throws(RegoError) -> RegoValue {
        var members: [(RegoValue, RegoValue)] = []
        let address: String
        if node.mapping != nil {
            address = trimmed(node["ref"]?.string ?? "")
            guard !address.isEmpty else { throw wrong(node, "a related resource needs `ref`, its address") }
            let description = trimmed(node["description"]?.string ?? "")
            if !description.isEmpty { members.append((.string("description"), .string(description))) }
        } else {
            address = try text(node, "related_resources")
            guard !address.isEmpty else { throw wrong(node, "a related resource without an address") }
        }
        members.append((.string("ref"), .string(address)))
        return .object(RegoObject(members))
    }

    /// `input.x: schema.y`, or a schema in place.
    private func schema(_ node: Node) throws(RegoError) -> RegoValue {
        guard let entry = node.entries.first, node.entries.count == 1, let path = steps(of: entry.key) else {
            throw wrong(node, "a schema is written `input.x: schema.y`")
        }
        var members: [(RegoValue, RegoValue)] = [(.string("path"), path)]
        switch entry.value.value {
        case .string(let name):
            guard let schema = steps(of: name), case .array(let steps) = schema, steps.first == .string("schema") else {
                throw wrong(entry.value, "`\(name)` is no schema", hint: "its name starts with `schema`")
            }
            members.append((.string("schema"), schema))
        case .mapping: members.append((.string("definition"), RegoValue(entry.value)))
        default: throw wrong(entry.value, "a schema is a name or a mapping")
        }
        return .object(RegoObject(members))
    }

    private func steps(of path: String) -> RegoValue? {
        guard let term = try? Term(parsing: path, as: .v1) else { return nil }
        switch term.kind {
        case .variable(let name): return .array([.string(name)])
        case .reference(let head, let path):
            guard case .variable(let name) = head.kind else { return nil }
            let names = path.compactMap(\.fieldName)
            return names.count == path.count ? .array(([name] + names).map(RegoValue.string)) : nil
        default: return nil
        }
    }

    // MARK: Parts

    private func list(_ node: Node, _ key: String) throws(RegoError) -> [Node] {
        guard let elements = node.sequence else { throw wrong(node, "`\(key)` is a list") }
        return elements
    }

    private func texts(_ node: Node) throws(RegoError) -> [RegoValue] {
        var result: [RegoValue] = []
        for element in try list(node, "organizations") { result.append(.string(try text(element, "organizations"))) }
        return result
    }

    /// Any scalar is a text.
    private func text(_ node: Node, _ key: String) throws(RegoError) -> String {
        switch node.value {
        case .string(let text): return text
        case .integer(let number): return String(number)
        case .float(let number): return "\(number)"
        case .bool(let flag): return flag ? "true" : "false"
        default: throw wrong(node, "`\(key)` is a text, not \(node.typeName)")
        }
    }

    private func trimmed(_ text: String) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(
            start.prefix(upTo: start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex))
    }

    private func wrong(_ node: Node, _ message: String, hint: String? = nil) -> RegoError {
        RegoError(.parse, "METADATA: \(message)", hint: hint, at: block.position(of: node.place))
    }
}
