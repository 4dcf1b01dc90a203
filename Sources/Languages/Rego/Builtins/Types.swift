extension Builtins {
    static let types: [Builtin] = [
        asked("is_null", "null"), asked("is_boolean", "boolean"), asked("is_number", "number"),
        asked("is_string", "string"),
        asked("is_array", "array"), asked("is_object", "object"), asked("is_set", "set"),
        Builtin("type_name", [.any], .string) { arguments, _ in .string(arguments[0].typeName) },
    ]

    private static func asked(_ name: String, _ type: String) -> Builtin {
        Builtin(name, [.any], .boolean) { arguments, _ in .bool(arguments[0].typeName == type) }
    }

    static let casts: [Builtin] = [
        cast("cast_null", .null, "null"), cast("cast_boolean", .boolean, "boolean"),
        cast("cast_string", .string, "string"),
        cast("cast_object", .anyObject, "object"),
        Builtin("cast_array", [.any], .anyArray) { arguments, _ throws(BuiltinFailure) in
            .array(try arguments.elements(0, "array, set"))
        }.deprecated(),
        Builtin("cast_set", [.any], .anySet) { arguments, _ throws(BuiltinFailure) in
            if case .set = arguments[0] { return arguments[0] }
            return .set(RegoSet(try arguments.elements(0, "array, set")))
        }.deprecated(),
    ]

    private static func cast(_ name: String, _ type: RegoType, _ typeName: String) -> Builtin {
        Builtin(name, [.any], type) { arguments, _ throws(BuiltinFailure) in
            guard arguments[0].typeName == typeName else { throw .operand(0, is: arguments[0], not: typeName) }
            return arguments[0]
        }.deprecated()
    }

    static let conversions: [Builtin] = [
        Builtin("to_number", [.oneOf([.number, .string, .boolean, .null])], .number) {
            arguments, _ throws(BuiltinFailure) in
            switch arguments[0] {
            case .null: return .int(0)
            case .bool(let value): return .int(value ? 1 : 0)
            case .number: return arguments[0]
            case .string(let text): return .number(try parsed(text))
            default:
                throw .operand(0, "must be one of {null, boolean, number, string} but got \(arguments[0].typeName)")
            }
        }
    ]

    /// As Go's `ParseFloat` takes it, but for infinities and what is no number.
    private static func parsed(_ text: String) throws(BuiltinFailure) -> RegoNumber {
        guard text.utf8.count <= SyntaxLimits.standard.digits else {
            throw BuiltinFailure("a number of more than \(SyntaxLimits.standard.digits) digits", .limit)
        }
        if let number = RegoNumber(text: text) { return number }
        var word = text.lowercased()[...]
        if word.hasPrefix("-") || word.hasPrefix("+") { word.removeFirst() }
        if ["nan", "inf", "infinity"].contains(word) {
            throw .operand(0, "must be valid number but got \(goQuoted(text))")
        }
        // `+1`, `.5`, `1.` and `01` are numbers for Go, but not for JSON.
        let isBelow = text.hasPrefix("-")
        let parts = word.split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
        var digits = parts.first ?? ""
        while digits.hasPrefix("0"), digits.dropFirst().utf8.first.map(isDigit) ?? false { digits.removeFirst() }
        if digits.hasPrefix("."), digits.utf8.count > 1 { digits = "0" + digits }
        if digits.hasSuffix("."), digits.utf8.count > 1 { digits.removeLast() }
        let exponent = parts.count > 1 ? "e" + parts[1] : ""
        guard let number = RegoNumber(text: (isBelow ? "-" : "") + digits + exponent) else {
            throw BuiltinFailure("strconv.ParseFloat: parsing \(goQuoted(text)): invalid syntax")
        }
        return number
    }
}
