internal import RE2

extension Builtins {
    static let regularExpressions: [Builtin] = [
        matched("regex.match"), matched("re_match").deprecated(),
        Builtin("regex.is_valid", [.string], .boolean) { arguments, context in
            guard case .string(let pattern) = arguments[0] else { return .bool(false) }
            return .bool((try? context.expression(pattern)) != nil)
        },
        Builtin("regex.find_n", [.string, .string, .number], .stringArray) {
            arguments, context throws(BuiltinFailure) in
            let (text, matches) = try found(arguments, context)
            return .strings(matches.map { text[$0[0]] })
        },
        Builtin("regex.find_all_string_submatch_n", [.string, .string, .number], .array(of: .stringArray)) {
            arguments, context throws(BuiltinFailure) in
            let (text, matches) = try found(arguments, context)
            return .array(matches.map { .strings($0.map { text[$0] }) })
        },
        Builtin("regex.split", [.string, .string], .stringArray) { arguments, context throws(BuiltinFailure) in
            let expression = try context.expression(try arguments.string(0))
            let text = try arguments.string(1)
            try context.spend(text.utf8.count / 16)
            return .strings(try split(text, expression, context))
        },
        Builtin("regex.replace", [.string, .string, .string], .string) { arguments, context throws(BuiltinFailure) in
            let (text, template) = (try arguments.string(0), try arguments.string(2))
            let expression = try context.expression(try arguments.string(1))
            return .string(try replaced(text, expression, template, context))
        },
        Builtin("regex.template_match", [.string, .string, .string, .string], .boolean) {
            arguments, context throws(BuiltinFailure) in
            let (template, text) = (try arguments.string(0), try arguments.string(1))
            let delimiters = (Array(try arguments.string(2).utf8), Array(try arguments.string(3).utf8))
            for (name, bytes) in [("start", delimiters.0), ("end", delimiters.1)] where bytes.count != 1 {
                throw BuiltinFailure(
                    "\(name) delimiter has to be exactly one character long but is \(bytes.count) long")
            }
            let pattern = try templatePattern(template, open: delimiters.0[0], close: delimiters.1[0], context)
            return .bool(try context.expression(pattern).matches(text))
        },
        Builtin("regex.globs_match", [.string, .string], .boolean) { arguments, context throws(BuiltinFailure) in
            let (left, right) = (try arguments.string(0), try arguments.string(1))
            return .bool(try GlobExpression(left).intersects(try GlobExpression(right), context))
        },
    ]

    private static func matched(_ name: String) -> Builtin {
        Builtin(name, [.string, .string], .boolean) { arguments, context throws(BuiltinFailure) in
            .bool(try context.expression(try arguments.string(0)).matches(try arguments.string(1)))
        }
    }

    private static func found(
        _ arguments: [RegoValue], _ context: BuiltinContext
    ) throws(BuiltinFailure) -> (ByteText, [RegularExpression.Match]) {
        let expression = try context.expression(try arguments.string(0))
        let text = try arguments.string(1)
        let count = try arguments.integer(2)
        let matches = try matches(of: expression, in: text, limit: count < 0 ? nil : count, context)
        return (ByteText(text), matches)
    }

    private static func matches(
        of expression: RegularExpression, in text: String, limit: Int? = nil, _ context: BuiltinContext
    ) throws(BuiltinFailure) -> [RegularExpression.Match] {
        let largest = 1_000_000
        let matches = expression.matches(in: text, limit: min(limit ?? largest, largest))
        // Each has its groups in memory of its own.
        try context.spend(matches.count * (4 + expression.groupCount))
        guard matches.count < largest || limit == largest else {
            throw BuiltinFailure("the expression is found \(largest) times or more in one text", .limit)
        }
        return matches
    }

    /// As Go's `Split`: no empty part where an empty match stands at the end or at the start.
    private static func split(
        _ text: String, _ expression: RegularExpression, _ context: BuiltinContext
    ) throws(BuiltinFailure) -> [String] {
        if !expression.pattern.isEmpty, text.isEmpty { return [""] }
        let bytes = ByteText(text)
        var parts: [String] = []
        var start = 0
        for match in try matches(of: expression, in: text, context) {
            guard let whole = match[0], whole.upperBound > 0 else { continue }
            if whole.isEmpty, whole.lowerBound == bytes.count { continue }
            parts.append(bytes[start..<whole.lowerBound])
            start = whole.upperBound
        }
        return parts + [bytes[start..<bytes.count]]
    }

    private static func replaced(
        _ text: String, _ expression: RegularExpression, _ template: String, _ context: BuiltinContext
    ) throws(BuiltinFailure) -> String {
        let bytes = ByteText(text)
        let pieces = ExpansionTemplate(template, groups: expression)
        var output = ""
        var start = 0
        for match in try matches(of: expression, in: text, context) {
            guard let whole = match[0] else { continue }
            let replacement = pieces.expanded(match, bytes)
            try context.spend(1 + replacement.utf8.count / 64)
            output += bytes[start..<whole.lowerBound] + replacement
            start = whole.upperBound
        }
        return output + bytes[start..<bytes.count]
    }

    /// What stands between the delimiters is an expression; the rest stands for itself.
    private static func templatePattern(
        _ template: String, open: UInt8, close: UInt8, _ context: BuiltinContext
    ) throws(BuiltinFailure) -> String {
        var pattern = "^"
        var depth = 0
        var start = 0
        let text = ByteText(template)
        for (index, byte) in template.utf8.enumerated() {
            if byte == open, open != close || depth == 0 {
                if depth == 0 {
                    pattern += regexQuoted(text[start..<index])
                    start = index + 1
                }
                depth += 1
            } else if byte == close {
                depth -= 1
                guard depth >= 0 else { throw unbalanced(template) }
                guard depth == 0 else { continue }
                let expression = text[start..<index]
                _ = try context.expression("^\(expression)$")
                pattern += "(\(expression))"
                start = index + 1
            }
        }
        guard depth == 0 else { throw unbalanced(template) }
        return pattern + regexQuoted(text[start..<text.count]) + "$"
    }

    private static func unbalanced(_ template: String) -> BuiltinFailure {
        BuiltinFailure("mux: unbalanced braces in \(goQuoted(template))")
    }
}

/// With everything escaped that means something in a regular expression.
func regexQuoted(_ text: String) -> String {
    let special = Set("\\.+*?()|[]{}^$".unicodeScalars)
    return text.unicodeScalars.reduce(into: "") { $0 += special.contains($1) ? "\\\($1)" : "\($1)" }
}

/// A text whose parts are named by bytes.
struct ByteText {
    private let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    var count: Int { bytes.count }

    /// A group that took no part is empty.
    subscript(range: Range<Int>?) -> String { range.map { String(decoding: bytes[$0], as: UTF8.self) } ?? "" }
}

extension BuiltinContext {
    private static let mostExpressions = 1000

    /// Compiled once an evaluation.
    func expression(_ pattern: String) throws(BuiltinFailure) -> RegularExpression {
        if let known = expressions[pattern] { return known }
        try spend(1 + pattern.utf8.count / 4)
        do throws(RegularExpression.Mistake) {
            let expression = try RegularExpression(pattern)
            if expressions.count >= Self.mostExpressions { expressions.removeAll() }
            expressions[pattern] = expression
            return expression
        } catch {
            throw BuiltinFailure("error parsing regexp: \(error.message)")
        }
    }
}
