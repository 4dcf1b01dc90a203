internal import RE2

extension Builtins {
    static let globs: [Builtin] = [
        Builtin("glob.match", [.string, .oneOf([.stringArray, .null]), .string], .boolean) {
            arguments, context throws(BuiltinFailure) in
            let pattern = try arguments.string(0)
            let separators = try separators(arguments)
            let text = try arguments.string(2)
            try context.spend(1 + pattern.utf8.count / 16)
            return .bool(try context.expression(try Glob(pattern, separators).expression).matchesWhole(text))
        },
        Builtin("glob.quote_meta", [.string], .string) { arguments, _ throws(BuiltinFailure) in
            let special = Set("*,?\\[]{}".unicodeScalars)
            let text = try arguments.string(0)
            return .string(text.unicodeScalars.reduce(into: "") { $0 += special.contains($1) ? "\\\($1)" : "\($1)" })
        },
    ]

    private static func separators(_ arguments: [RegoValue]) throws(BuiltinFailure) -> [Unicode.Scalar] {
        switch arguments[1] {
        case .null: return []
        case .array([]): return ["."]
        case .array(let elements):
            var separators: [Unicode.Scalar] = []
            for element in elements {
                guard case .string(let text) = element else {
                    throw .element(1, of: arguments[1], is: element, not: "string")
                }
                guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else {
                    throw .element(1, of: arguments[1], is: element, not: "rune")
                }
                separators.append(scalar)
            }
            return separators
        default: throw .operand(1, "must be one of {array, null} but got \(arguments[1].typeName)")
        }
    }
}

/// A glob as a regular expression: `*` stays between separators, `**` does not, `?`, `[abc]`, `[!a-z]`, `{a,b*}`, and
/// `\` before what means itself.
private struct Glob {
    private(set) var expression = ""
    private let scalars: [Unicode.Scalar]
    private let single: String
    private var position = 0
    private var depth = 0

    init(_ pattern: String, _ separators: [Unicode.Scalar]) throws(BuiltinFailure) {
        scalars = Array(pattern.unicodeScalars)
        single = separators.isEmpty ? "(?s:.)" : "[^\(separators.map(Self.inClass).joined())]"
        while position < scalars.count { expression += try next() }
        guard depth == 0 else { throw BuiltinFailure("glob \(goQuoted(pattern)): \"{\" without \"}\"") }
    }

    private mutating func next() throws(BuiltinFailure) -> String {
        let scalar = scalars[position]
        position += 1
        switch scalar {
        case "*":
            guard position < scalars.count, scalars[position] == "*" else { return single + "*" }
            position += 1
            return "(?s:.*)"
        case "?": return single
        case "[": return try characterClass()
        case "{":
            depth += 1
            guard depth <= 50 else { throw BuiltinFailure("a glob nests alternatives deeper than 50 levels", .limit) }
            return "(?:"
        case "}" where depth > 0:
            depth -= 1
            return ")"
        case "," where depth > 0: return "|"
        case "\\" where position < scalars.count:
            position += 1
            return regexQuoted(String(scalars[position - 1]))
        default: return regexQuoted(String(scalar))
        }
    }

    private mutating func characterClass() throws(BuiltinFailure) -> String {
        var isNegated = false
        if position < scalars.count, scalars[position] == "!" {
            isNegated = true
            position += 1
        }
        var members: [String] = []
        if position + 2 < scalars.count, scalars[position + 1] == "-" {
            let (low, high) = (scalars[position], scalars[position + 2])
            guard low <= high else { throw BuiltinFailure("hi character '\(high)' should be greater than lo '\(low)'") }
            members = ["\(Self.inClass(low))-\(Self.inClass(high))"]
            position += 3
        } else {
            while position < scalars.count, scalars[position] != "]" {
                if scalars[position] == "\\", position + 1 < scalars.count { position += 1 }
                members.append(Self.inClass(scalars[position]))
                position += 1
            }
        }
        guard position < scalars.count, scalars[position] == "]", !members.isEmpty else {
            throw BuiltinFailure("a glob has \"[\" without \"]\"")
        }
        position += 1
        return "[\(isNegated ? "^" : "")\(members.joined())]"
    }

    private static func inClass(_ scalar: Unicode.Scalar) -> String { "\\x{\(String(scalar.value, radix: 16))}" }
}
