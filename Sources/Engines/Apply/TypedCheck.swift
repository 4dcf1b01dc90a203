import Schema
import Tree

/// What is wrong with a value that is to be applied: fields without a schema, wrong types, items that cannot be told
/// apart. In the words of structured-merge-diff, which clients of Kubernetes see.
struct TypedCheck {
    private(set) var problems: [String] = []

    static func problems(of root: Node, schema: Schema) -> [String] {
        var check = TypedCheck()
        check.check(root, schema, "")
        return check.problems
    }

    private mutating func check(_ value: Node, _ schema: Schema?, _ path: String) {
        guard let schema, !value.isNull else { return }
        switch schema.type {
        case .any where schema.isIntOrString:
            if value.mapping != nil || value.sequence != nil { expected("any scalar", value, path) }
        case .any: if schema.isEmbeddedResource { checkFields(of: value, schema, path) }
        case .string: if value.string == nil { expected("string", value, path) }
        case .boolean: if value.bool == nil { expected("boolean", value, path) }
        case .integer, .number:
            if value.value.number == nil { expected("numeric (int or float)", value, path) }
        case .object: checkFields(of: value, schema, path)
        case .array: checkItems(of: value, schema, path)
        }
    }

    private mutating func checkFields(of value: Node, _ schema: Schema, _ path: String) {
        guard let mapping = value.mapping else { return expected("map", value, path) }
        for entry in mapping.entries {
            let member = schema.member(entry.key)
            if member == nil, !schema.takesAnyField {
                problems.append("\(path).\(entry.key): field not declared in schema")
            } else if let member {
                check(entry.value, member, "\(path).\(entry.key)")
            }
        }
    }

    private mutating func checkItems(of value: Node, _ schema: Schema, _ path: String) {
        guard let items = value.sequence else { return expected("list", value, path) }
        let isAssociative = schema.listType == .set || schema.listType == .map
        var seen: Set<PathElement> = []
        for (index, item) in items.enumerated() {
            guard isAssociative else {
                check(item, schema.items, "\(path)[\(index)]")
                continue
            }
            guard let element = schema.element(for: item) else {
                let why =
                    item.mapping == nil
                    ? "associative list with keys may not have non-map elements"
                    : "associative list with keys has an element that omits all key fields "
                        + "(and doesn't have default values for any key fields)"
                problems.append("\(path): element \(index): \(why)")
                continue
            }
            if !seen.insert(element).inserted { problems.append("\(path): duplicate entries for key \(element)") }
            check(item, schema.items, "\(path)\(element)")
        }
    }

    private mutating func expected(_ what: String, _ value: Node, _ path: String) {
        // Go's way of printing the value in its wrapper.
        let shown = what == "string" ? "&value.valueUnstructured{Value:\(goSyntax(value))}" : "&{\(goText(value))}"
        problems.append("\(path): expected \(what), got \(shown)")
    }
}

extension Schema {
    /// Whether an object may have fields that are described nowhere.
    var takesAnyField: Bool {
        if preservesUnknownFields || type == .any { return true }
        if case .allowed(true)? = additionalProperties { return true }
        return false
    }
}

/// `%#v` of a value.
private func goSyntax(_ node: Node) -> String {
    switch node.value {
    case .null: "interface {}(nil)"
    case .bool(let flag): "\(flag)"
    case .string, .integer, .unsigned, .float: JSONWriter.text(node)
    case .sequence(let items): "[]interface {}{" + items.map(goSyntax).joined(separator: ", ") + "}"
    case .mapping(let mapping):
        "map[string]interface {}{"
            + mapping.sorted().entries.map { "\"\($0.key)\":\(goSyntax($0.value))" }.joined(separator: ", ") + "}"
    }
}

/// `%v` of a value.
func goText(_ node: Node) -> String {
    switch node.value {
    case .null: "<nil>"
    case .string(let text): text
    case .bool, .integer, .unsigned, .float: JSONWriter.text(node)
    case .sequence(let items): "[" + items.map(goText).joined(separator: " ") + "]"
    case .mapping(let mapping):
        "map[" + mapping.sorted().entries.map { "\($0.key):\(goText($0.value))" }.joined(separator: " ") + "]"
    }
}
