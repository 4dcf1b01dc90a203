internal import RE2

/// Whether a document is a JSON schema that can be used (drafts 4, 6 and 7). The words are those of gojsonschema.
struct SchemaCheck {
    private static let typeNames = ["array", "boolean", "integer", "number", "null", "object", "string"]
    private static let texts = ["$id", "id", "$ref", "title", "description", "format", "pattern"]
    private static let counts = ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"]
    private static let numbers = ["minimum", "maximum", "multipleOf"]
    private static let schemas = ["not", "if", "then", "else", "contains", "propertyNames"]
    private static let schemaLists = ["allOf", "anyOf", "oneOf"]
    private static let schemaMaps = ["properties", "patternProperties", "definitions"]

    private let root: RegoValue
    private let context: BuiltinContext
    private var seen: Set<RegoValue> = []

    static func check(_ schema: RegoValue, _ context: BuiltinContext) throws(BuiltinFailure) {
        var check = SchemaCheck(root: schema, context: context)
        try check.check(schema, depth: 0)
    }

    private init(root: RegoValue, context: BuiltinContext) {
        self.root = root
        self.context = context
    }

    private mutating func check(_ schema: RegoValue, depth: Int) throws(BuiltinFailure) {
        try context.spend(1)
        guard depth < 200 else { throw BuiltinFailure("a schema nests deeper than 200 levels", .limit) }
        if case .bool = schema { return }
        guard case .object = schema else { throw wrong("valid schema", given: schema.typeName) }
        for (key, value) in schema.members { try check(key, value, depth: depth + 1) }
    }

    private mutating func check(_ key: String, _ value: RegoValue, depth: Int) throws(BuiltinFailure) {
        switch key {
        case "type": try checkType(value)
        case "required": try checkRequired(value)
        case "enum": guard value.items != nil else { throw BuiltinFailure("enum must be of an array") }
        case "items":
            for schema in value.items ?? [value] { try check(schema, depth: depth) }
        case "additionalProperties", "additionalItems": try check(value, depth: depth)
        case "dependencies": try checkDependencies(value, depth: depth)
        case "exclusiveMinimum", "exclusiveMaximum":
            if case .bool = value { return }
            guard case .number = value else { throw BuiltinFailure("\(key) must be of a number") }
        case _ where Self.texts.contains(key):
            guard let text = value.text else { throw wrong("string", given: key) }
            if key == "pattern" { try checkPattern(text, key) }
            if key == "$ref" { try checkReference(value, depth: depth) }
        case _ where Self.counts.contains(key):
            guard case .number(let number) = value, let count = number.int else {
                throw BuiltinFailure("\(key) must be of an integer")
            }
            guard count >= 0 else { throw BuiltinFailure("\(key) must be greater than or equal to 0") }
        case _ where Self.numbers.contains(key):
            guard case .number(let number) = value else { throw BuiltinFailure("\(key) must be of a number") }
            guard key != "multipleOf" || number.compare(RegoNumber(0)) > 0 else {
                throw BuiltinFailure("\(number.text) must be strictly greater than 0")
            }
        case _ where Self.schemas.contains(key): try check(value, depth: depth)
        case _ where Self.schemaLists.contains(key):
            guard let list = value.items, !list.isEmpty else { throw BuiltinFailure("\(key) must be of an array") }
            for schema in list { try check(schema, depth: depth) }
        case _ where Self.schemaMaps.contains(key):
            guard case .object = value else { throw BuiltinFailure("\(key) must be of type object") }
            for (name, schema) in value.members {
                if key == "patternProperties" { try checkPattern(name, key) }
                try check(schema, depth: depth)
            }
        default: return
        }
    }

    private func wrong(_ expected: String, given: String) -> BuiltinFailure {
        BuiltinFailure("Invalid type. Expected: \(expected), given: \(given)")
    }

    private func checkType(_ value: RegoValue) throws(BuiltinFailure) {
        var seen: Set<String> = []
        guard let names = value.items ?? (value.text == nil ? nil : [value]) else {
            throw wrong("string/array", given: "type")
        }
        for name in names {
            guard let name = name.text, Self.typeNames.contains(name) else {
                let given = name.text ?? name.json
                throw BuiltinFailure(
                    "has a primitive type that is NOT VALID -- given: /\(given)/ "
                        + "Expected valid values are:[\(Self.typeNames.joined(separator: " "))]"
                )
            }
            guard seen.insert(name).inserted else { throw BuiltinFailure("\(name) type is duplicated") }
        }
    }

    private func checkRequired(_ value: RegoValue) throws(BuiltinFailure) {
        guard let names = value.items else { throw BuiltinFailure("required must be of an array") }
        var seen: Set<String> = []
        for name in names {
            guard let name = name.text else { throw BuiltinFailure("required items must be string") }
            guard seen.insert(name).inserted else { throw BuiltinFailure("required items must be unique") }
        }
    }

    private mutating func checkDependencies(_ value: RegoValue, depth: Int) throws(BuiltinFailure) {
        guard case .object = value else { throw wrong("valid schema", given: "dependencies") }
        for (_, dependency) in value.members {
            guard let names = dependency.items else {
                try check(dependency, depth: depth)
                continue
            }
            guard names.allSatisfy({ $0.text != nil }) else {
                throw BuiltinFailure("dependency must be of string or schema or array of strings")
            }
        }
    }

    private func checkPattern(_ pattern: String, _ key: String) throws(BuiltinFailure) {
        do throws(BuiltinFailure) {
            _ = try context.expression(pattern)
        } catch {
            if error.reason == .limit { throw error }
            throw BuiltinFailure(
                key == "pattern" ? "pattern must be a valid regex" : "Invalid regex pattern '\(pattern)'")
        }
    }

    /// A schema may point at itself.
    private mutating func checkReference(_ value: RegoValue, depth: Int) throws(BuiltinFailure) {
        guard let text = value.text, seen.insert(value).inserted else { return }
        try check(try schemaReference(text, in: root), depth: depth)
    }
}
