extension Builtins {
    private static let textOrObject = RegoType.oneOf([.string, .anyObject])
    private static let problem = RegoType.object(
        known: [
            .string("error"): .string, .string("type"): .string, .string("field"): .string, .string("desc"): .string,
        ], rest: nil)

    static let schemas: [Builtin] = [
        Builtin("json.verify_schema", [textOrObject], .tuple(.boolean, .oneOf([.string, .null]))) {
            arguments, context throws(BuiltinFailure) in
            do throws(BuiltinFailure) {
                try SchemaCheck.check(try document(arguments[0]), context)
                return .array([.bool(true), .null])
            } catch {
                if error.reason == .limit { throw error }
                return .array([.bool(false), .string("jsonschema: \(error.message)")])
            }
        },
        Builtin("json.match_schema", [textOrObject, textOrObject], .tuple(.boolean, .array(of: problem))) {
            arguments, context throws(BuiltinFailure) in
            let value = try document(arguments[0])
            let schema = try document(arguments[1])
            try SchemaCheck.check(schema, context)
            var match = SchemaMatch(root: schema, context: context)
            let problems = try match.problems(of: value, against: schema)
            return .array([.bool(problems.isEmpty), .array(problems.map(\.value))])
        },
    ]

    private static func document(_ value: RegoValue) throws(BuiltinFailure) -> RegoValue {
        switch value {
        case .string(let text):
            guard let document = try? JSONText.read(Array(text.utf8)) else {
                throw BuiltinFailure("invalid JSON string")
            }
            return document
        case .object, .array: return value.plain
        default: throw BuiltinFailure("wrong type, expected string or object")
        }
    }
}

extension RegoValue {
    /// As JSON holds it: sets are arrays, and keys texts.
    var plain: RegoValue {
        switch self {
        case .array(let elements): .array(elements.map(\.plain))
        case .set(let set): .array(set.elements.map(\.plain))
        case .object(let object): .object(RegoObject(object.jsonMembers.map { (.string($0.0), $0.1.plain) }))
        default: self
        }
    }

    subscript(key: String) -> RegoValue? { if case .object(let object) = self { object[key] } else { nil } }

    var text: String? { if case .string(let text) = self { text } else { nil } }

    var items: [RegoValue]? { if case .array(let items) = self { items } else { nil } }

    /// The members of an object whose keys are texts.
    var members: [(String, RegoValue)] {
        guard case .object(let object) = self else { return [] }
        return object.jsonMembers
    }
}

/// Where a schema points with `$ref`: a place in the same document.
func schemaReference(_ reference: String, in root: RegoValue) throws(BuiltinFailure) -> RegoValue {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let base = String(parts.first ?? "")
    guard base.isEmpty || base == root["$id"]?.text || base == root["id"]?.text else {
        throw BuiltinFailure(
            "remote reference loading disabled for \(goQuoted(reference)); put the schema into the same document")
    }
    let pointer = unescaped(parts.count > 1 ? parts[1] : "") ?? ""
    guard pointer.isEmpty || pointer.hasPrefix("/") else {
        if let named = named("#" + pointer, in: root, depth: 0) { return named }
        throw BuiltinFailure("object has no key '\(pointer)'")
    }
    var place = root
    for key in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
        let key = String(key).replacing("~1", with: "/").replacing("~0", with: "~")
        let next = place.items.flatMap { items in Int(key).flatMap { items.indices.contains($0) ? items[$0] : nil } }
        guard let next = next ?? place[key] else { throw BuiltinFailure("object has no key '\(key)'") }
        place = next
    }
    return place
}

/// A schema that gives itself a name with `$id`.
private func named(_ name: String, in value: RegoValue, depth: Int) -> RegoValue? {
    guard depth < 100 else { return nil }
    if value["$id"]?.text == name || value["id"]?.text == name { return value }
    for (_, member) in value.members { if let found = named(name, in: member, depth: depth + 1) { return found } }
    return value.items?.lazy.compactMap { named(name, in: $0, depth: depth + 1) }.first
}
