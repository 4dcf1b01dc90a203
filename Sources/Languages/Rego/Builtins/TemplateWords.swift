/// The words of one action, up to its `}}`.
struct TemplateWords {
    private(set) var rest: Substring

    init(_ text: Substring) { rest = text }

    mutating func all() throws(BuiltinFailure) -> [TemplateParser.Word] {
        var words: [TemplateParser.Word] = []
        while let first = rest.unicodeScalars.first {
            if rest.hasPrefix("}}") { break }
            if first.properties.isWhitespace {
                let after = rest.drop(while: \.isWhitespace)
                if after.hasPrefix("}}") || after.hasPrefix("-}}") { break }
                rest = after
                if !words.isEmpty { words.append(.blank) }
                continue
            }
            words.append(try word(first))
        }
        return words
    }

    private mutating func word(_ first: Unicode.Scalar) throws(BuiltinFailure) -> TemplateParser.Word {
        switch first {
        case "(", ")", "|", ",", "=":
            rest.unicodeScalars.removeFirst()
            return .mark(first)
        case ":":
            guard rest.hasPrefix(":=") else { throw BuiltinFailure("template: template: expected :=") }
            rest = rest.dropFirst(2)
            return .define
        case "\"", "'": return try quoted(first)
        case "`":
            let text = rest.dropFirst().prefix { $0 != "`" }
            guard text.endIndex < rest.endIndex else {
                throw BuiltinFailure("template: template: unterminated raw quoted string")
            }
            rest = rest[text.endIndex...].dropFirst()
            return .string(String(text))
        case "$":
            rest.unicodeScalars.removeFirst()
            return .variable("$" + name())
        case ".":
            rest.unicodeScalars.removeFirst()
            return .field(name())
        case "0"..."9", "+", "-":
            let text = rest.prefix { $0.isNumber || $0.isLetter || "+-.".contains($0) }
            rest = rest[text.endIndex...]
            return .number(String(text))
        default:
            let name = name()
            guard !name.isEmpty else {
                throw BuiltinFailure("template: template: unexpected \(goQuoted(String(first))) in action")
            }
            return .name(name)
        }
    }

    private mutating func name() -> String {
        let name = rest.prefix { $0 == "_" || $0.isLetter || $0.isNumber }
        rest = rest[name.endIndex...]
        return String(name)
    }

    private mutating func quoted(_ quote: Unicode.Scalar) throws(BuiltinFailure) -> TemplateParser.Word {
        var text = String.UnicodeScalarView()
        rest.unicodeScalars.removeFirst()
        while let scalar = rest.unicodeScalars.popFirst() {
            if scalar == quote {
                if quote == "'", text.count == 1, let scalar = text.first { return .number(String(scalar.value)) }
                return .string(String(text))
            }
            guard scalar == "\\", let escaped = rest.unicodeScalars.popFirst() else {
                text.append(scalar)
                continue
            }
            let known: [Unicode.Scalar: Unicode.Scalar] = ["n": "\n", "t": "\t", "r": "\r"]
            text.append(known[escaped] ?? escaped)
        }
        throw BuiltinFailure("template: template: unterminated quoted string")
    }
}
