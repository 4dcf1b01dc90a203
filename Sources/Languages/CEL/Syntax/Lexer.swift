/// A word of the language with its place.
struct Token: Sendable {
    enum Kind: Hashable, Sendable {
        case name(String)
        /// In backquotes: a field with any letters.
        case quotedName(String)
        case int(String)
        case uint(String)
        case double(String)
        case string(String)
        case bytes([UInt8])
        case symbol(String)
        case end
    }

    var kind: Kind
    var offset: Int
    var length: Int
}

/// Cuts a text into tokens.
struct Lexer {
    let source: Source
    private var position = 0
    private var text: [Unicode.Scalar] { source.scalars }

    init(_ source: Source) { self.source = source }

    /// - Throws: the place of a letter that begins no token, or of a literal that does not end.
    static func tokens(of source: Source) throws(CompileIssue) -> [Token] {
        var lexer = Lexer(source)
        var tokens: [Token] = []
        while true {
            let token = try lexer.next()
            tokens.append(token)
            if token.kind == .end { return tokens }
        }
    }

    private mutating func next() throws(CompileIssue) -> Token {
        skipBlanks()
        let start = position
        guard position < text.count else { return Token(kind: .end, offset: start, length: 0) }
        let kind = try kind(startingWith: text[position])
        return Token(kind: kind, offset: start, length: position - start)
    }

    private mutating func skipBlanks() {
        while position < text.count {
            switch text[position] {
            case " ", "\t", "\n", "\r", "\u{0C}": position += 1
            case "/" where peek(1) == "/":
                while position < text.count, text[position] != "\n" { position += 1 }
            default: return
            }
        }
    }

    private mutating func kind(startingWith first: Unicode.Scalar) throws(CompileIssue) -> Token.Kind {
        if first.isDigit || (first == "." && (peek(1)?.isDigit ?? false)) { return number() }
        if first == "\"" || first == "'" { return try literal(isRaw: false, isBytes: false) }
        if first == "`" { return try quotedName() }
        if first.isNameStart {
            if let prefix = literalPrefix() {
                position += prefix.length
                return try literal(isRaw: prefix.isRaw, isBytes: prefix.isBytes)
            }
            let start = position
            while position < text.count, text[position].isNamePart { position += 1 }
            return .name(string(start..<position))
        }
        for symbol in symbols where matches(symbol) {
            position += symbol.unicodeScalars.count
            return .symbol(symbol)
        }
        let found = String(first)
        throw CompileIssue(offset: position, message: "Syntax error: token recognition error at: '\(found)'")
    }

    private func literalPrefix() -> (length: Int, isRaw: Bool, isBytes: Bool)? {
        let letters = text[position...].prefix(3).map { $0.properties.lowercaseMapping }
        for (prefix, isRaw, isBytes) in [
            ("r", true, false), ("b", false, true), ("br", true, true), ("rb", true, true),
        ] {
            let length = prefix.count
            guard letters.count > length, letters.prefix(length).joined() == prefix else { continue }
            if letters[length] == "\"" || letters[length] == "'" { return (length, isRaw, isBytes) }
        }
        return nil
    }

    private mutating func number() -> Token.Kind {
        let start = position
        if text[position] == "0", peek(1) == "x" || peek(1) == "X", peek(2)?.isHexDigit ?? false {
            position += 2
            while position < text.count, text[position].isHexDigit { position += 1 }
            let digits = string(start..<position)
            if peek(0) == "u" || peek(0) == "U" {
                position += 1
                return .uint(digits)
            }
            return .int(digits)
        }
        skipDigits()
        var isDouble = false
        if peek(0) == ".", peek(1)?.isDigit ?? false {
            isDouble = true
            position += 1
            skipDigits()
        }
        if peek(0) == "e" || peek(0) == "E" {
            let sign = peek(1) == "+" || peek(1) == "-" ? 1 : 0
            if peek(1 + sign)?.isDigit ?? false {
                isDouble = true
                position += 1 + sign
                skipDigits()
            }
        }
        let digits = string(start..<position)
        if isDouble { return .double(digits) }
        if peek(0) == "u" || peek(0) == "U" {
            position += 1
            return .uint(digits)
        }
        return .int(digits)
    }

    private mutating func skipDigits() {
        while position < text.count, text[position].isDigit { position += 1 }
    }

    private mutating func quotedName() throws(CompileIssue) -> Token.Kind {
        let start = position
        position += 1
        while position < text.count, text[position] != "`", text[position] != "\n" { position += 1 }
        guard peek(0) == "`", position > start + 1 else {
            throw CompileIssue(offset: start, message: "Syntax error: token recognition error at: '`'")
        }
        position += 1
        return .quotedName(string(start + 1..<position - 1))
    }

    private mutating func literal(isRaw: Bool, isBytes: Bool) throws(CompileIssue) -> Token.Kind {
        let start = position
        let quote = text[position]
        let isLong = peek(1) == quote && peek(2) == quote
        position += isLong ? 3 : 1
        var content = LiteralContent(isRaw: isRaw, isBytes: isBytes)
        while true {
            guard position < text.count, isLong || (text[position] != "\n" && text[position] != "\r") else {
                let found = string(start..<position)
                throw CompileIssue(offset: start, message: "Syntax error: token recognition error at: '\(found)'")
            }
            if text[position] == quote, !isLong || (peek(1) == quote && peek(2) == quote) {
                position += isLong ? 3 : 1
                return isBytes ? .bytes(content.bytes) : .string(String(decoding: content.bytes, as: UTF8.self))
            }
            position = try content.take(from: text, at: position)
        }
    }

    private func peek(_ ahead: Int) -> Unicode.Scalar? {
        position + ahead < text.count ? text[position + ahead] : nil
    }

    private func matches(_ symbol: String) -> Bool {
        text[position...].starts(with: symbol.unicodeScalars)
    }

    private func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text[range])
        return String(view)
    }
}

extension CompileIssue: Error {}

/// Longer ones first.
private let symbols = [
    "&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", ",", ".", "(", ")", "[", "]",
    "{", "}",
]

extension Unicode.Scalar {
    var isDigit: Bool { self >= "0" && self <= "9" }
    var isHexDigit: Bool { properties.isASCIIHexDigit }
    var isNameStart: Bool { (self >= "a" && self <= "z") || (self >= "A" && self <= "Z") || self == "_" }
    var isNamePart: Bool { isNameStart || isDigit }
}
