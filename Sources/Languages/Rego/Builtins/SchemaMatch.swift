internal import BigInt

/// What of a document does not match a schema, in the words of gojsonschema.
struct SchemaMatch {
    struct Problem {
        var type: String
        /// `(Root)` or `a.0.b`
        var field: String
        var description: String

        var value: RegoValue {
            let fields = [
                ("desc", description), ("error", "\(field): \(description)"), ("field", field), ("type", type),
            ]
            return .object(RegoObject(fields.map { (.string($0.0), .string($0.1)) }))
        }
    }

    let root: RegoValue
    let context: BuiltinContext
    var found: [Problem] = []
    /// Checks that were made; of schemas that do not match the one with most of them is shown.
    private var score = 0
    private var depth = 0

    init(root: RegoValue, context: BuiltinContext) {
        self.root = root
        self.context = context
    }

    mutating func problems(of value: RegoValue, against schema: RegoValue) throws(BuiltinFailure) -> [Problem] {
        try match(value, schema, at: [])
        return found
    }

    mutating func report(_ type: String, _ description: String, at path: [String]) {
        found.append(
            Problem(type: type, field: path.isEmpty ? "(Root)" : path.joined(separator: "."), description: description))
    }

    mutating func match(_ value: RegoValue, _ schema: RegoValue, at path: [String]) throws(BuiltinFailure) {
        try context.spend(1)
        depth += 1
        defer { depth -= 1 }
        guard depth < 500 else { throw BuiltinFailure("a schema is followed deeper than 500 levels", .limit) }
        if case .bool(let passes) = schema {
            if !passes { report("false", "False always fails validation", at: path) }
            return
        }
        if let reference = schema["$ref"]?.text {
            return try match(value, try schemaReference(reference, in: root), at: path)
        }
        if let type = schema["type"] {
            let names = type.items?.compactMap(\.text) ?? [type.text].compactMap(\.self)
            let given = Self.typeName(value)
            guard names.contains(given) || given == "integer" && names.contains("number") else {
                let expected = names.count == 1 ? names[0] : "[\(names.joined(separator: ","))]"
                return report("invalid_type", "Invalid type. Expected: \(expected), given: \(given)", at: path)
            }
        }
        try matchCombined(value, schema, at: path)
        switch value {
        case .array(let items): try matchArray(items, schema, at: path)
        case .object: try matchObject(value, schema, at: path)
        case .number(let number): try matchNumber(number, schema, at: path)
        case .string(let text): try matchText(text, schema, at: path)
        default: break
        }
        matchChoice(value, schema, at: path)
        if case .object = value, let properties = schema["properties"] {
            for (name, property) in properties.members {
                if let member = value[name] { try match(member, property, at: path + [name]) }
            }
        }
        score += 3
    }

    private static func typeName(_ value: RegoValue) -> String {
        if case .number(let number) = value, number.whole != nil { "integer" } else { value.typeName }
    }

    /// Another look at the same value, of which only the answer counts.
    private mutating func attempt(
        _ value: RegoValue, _ schema: RegoValue, at path: [String]
    ) throws(BuiltinFailure) -> (problems: [Problem], score: Int) {
        let (before, scored) = (found, score)
        (found, score) = ([], 0)
        defer { (found, score) = (before, scored) }
        try match(value, schema, at: path)
        return (found, score)
    }

    private mutating func matchCombined(_ value: RegoValue, _ schema: RegoValue, at path: [String])
        throws(BuiltinFailure)
    {
        if let schemas = schema["anyOf"]?.items { try matchSome(value, schemas, isOne: false, at: path) }
        if let schemas = schema["oneOf"]?.items { try matchSome(value, schemas, isOne: true, at: path) }
        if let schemas = schema["allOf"]?.items {
            let before = found.count
            for schema in schemas { found += try attempt(value, schema, at: path).problems }
            if found.count > before { report("number_all_of", "Must validate all the schemas (allOf)", at: path) }
        }
        if let schema = schema["not"], try attempt(value, schema, at: path).problems.isEmpty {
            report("number_not", "Must not validate the schema (not)", at: path)
        }
        if case .object(let object) = value, let dependencies = schema["dependencies"] {
            for (name, dependency) in dependencies.members where object[name] != nil {
                guard let needed = dependency.items?.compactMap(\.text) else {
                    try match(value, dependency, at: path)
                    continue
                }
                for name in needed where object[name] == nil {
                    report("missing_dependency", "Has a dependency on \(name)", at: path)
                }
            }
        }
        if let condition = schema["if"] {
            let holds = try attempt(value, condition, at: path).problems.isEmpty
            guard let branch = schema[holds ? "then" : "else"] else { return }
            let problems = try attempt(value, branch, at: path).problems
            guard !problems.isEmpty else { return }
            if holds {
                report("condition_then", "Must validate \"then\" as \"if\" was valid", at: path)
            } else {
                report("condition_else", "Must validate \"else\" as \"if\" was not valid", at: path)
            }
            found += problems
        }
    }

    private mutating func matchSome(
        _ value: RegoValue, _ schemas: [RegoValue], isOne: Bool, at path: [String]
    ) throws(BuiltinFailure) {
        var matching = 0
        var best: (problems: [Problem], score: Int)?
        for schema in schemas {
            let attempt = try attempt(value, schema, at: path)
            if attempt.problems.isEmpty { matching += 1 } else if attempt.score > best?.score ?? -1 { best = attempt }
            if !isOne, matching > 0 { return }
        }
        guard matching != 1 else { return }
        if isOne {
            report("number_one_of", "Must validate one and only one schema (oneOf)", at: path)
        } else {
            report("number_any_of", "Must validate at least one schema (anyOf)", at: path)
        }
        if matching == 0 { found += best?.problems ?? [] }
    }

    private mutating func matchChoice(_ value: RegoValue, _ schema: RegoValue, at path: [String]) {
        let field = path.isEmpty ? "(Root)" : path.joined(separator: ".")
        if let only = schema["const"], only != value {
            report("const", "\(field) does not match: \(only.json)", at: path)
        }
        if let allowed = schema["enum"]?.items, !allowed.contains(value) {
            let list = allowed.isEmpty ? "(none)" : allowed.map(\.json).joined(separator: ", ")
            report("enum", "\(field) must be one of the following: \(list)", at: path)
        }
        if let format = schema["format"]?.text, case .string(let text) = value, !matchesFormat(text, format) {
            report("format", "Does not match format '\(format)'", at: path)
        }
    }
}
