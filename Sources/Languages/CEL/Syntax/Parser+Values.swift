/// Literals, names, lists, maps and messages.
extension Parser {
    mutating func primary() throws(CompileIssue) -> Expression {
        let token = token
        switch token.kind {
        case .int(let digits): return try integer(digits, at: token.offset)
        case .double(let digits): return try double(digits, at: token.offset)
        case .uint(let digits):
            advance()
            guard let value = UInt64(digits.hexDigits ?? digits, radix: digits.hexDigits == nil ? 10 : 16) else {
                throw CompileIssue(offset: token.offset, message: "invalid uint literal")
            }
            return node(.literal(.uint(value)), at: token.offset)
        case .string(let text):
            advance()
            return node(.literal(.string(text)), at: token.offset)
        case .bytes(let bytes):
            advance()
            return node(.literal(.bytes(bytes)), at: token.offset)
        case .name(let name): return try named(name, at: token.offset)
        case .symbol("."):
            advance()
            guard case .name(let name) = self.token.kind else { throw unexpected() }
            return try named(name, at: token.offset)
        case .symbol("("):
            advance()
            let inner = try expression()
            try expect(")")
            return inner
        case .symbol("["): return try list()
        case .symbol("{"): return try map()
        default: throw unexpected(expecting: valueStarts)
        }
    }

    private mutating func named(_ name: String, at offset: Int) throws(CompileIssue) -> Expression {
        switch name {
        case "true", "false":
            advance()
            return node(.literal(.bool(name == "true")), at: offset)
        case "null":
            advance()
            return node(.literal(.null), at: offset)
        case "in": throw unexpected()
        default: break
        }
        advance()
        if reservedWords.contains(name) {
            throw CompileIssue(offset: offset, message: "reserved identifier: \(name)")
        }
        let place = token.offset
        if isAt("(") { return try call(name, target: nil, at: place) }
        return node(.name(name), at: offset)
    }

    mutating func integer(_ digits: String, at offset: Int) throws(CompileIssue) -> Expression {
        advance()
        let isNegative = digits.hasPrefix("-")
        let plain = isNegative ? String(digits.dropFirst()) : digits
        let text = (isNegative ? "-" : "") + (plain.hexDigits ?? plain)
        guard let value = Int64(text, radix: plain.hexDigits == nil ? 10 : 16) else {
            throw CompileIssue(offset: offset, message: "invalid int literal")
        }
        return node(.literal(.int(value)), at: offset)
    }

    mutating func double(_ digits: String, at offset: Int) throws(CompileIssue) -> Expression {
        advance()
        guard let value = Double(digits), value.isFinite else {
            throw CompileIssue(offset: offset, message: "invalid double literal")
        }
        return node(.literal(.double(value)), at: offset)
    }

    private mutating func list() throws(CompileIssue) -> Expression {
        let offset = token.offset
        advance()
        var elements: [Expression] = []
        var optional: Set<Int> = []
        while !isAt("]") {
            if accept("?") { optional.insert(elements.count) }
            elements.append(try expression())
            if !accept(",") { break }
        }
        try expect("]")
        return node(.list(elements, optional: optional), at: offset)
    }

    private mutating func map() throws(CompileIssue) -> Expression {
        let offset = token.offset
        advance()
        var entries: [Expression.Entry] = []
        while !isAt("}") {
            let isOptional = accept("?")
            let key = try expression()
            try expect(":")
            entries.append(Expression.Entry(key: key, value: try expression(), isOptional: isOptional))
            if !accept(",") { break }
        }
        try expect("}")
        return node(.map(entries), at: offset)
    }

    mutating func message(_ name: String) throws(CompileIssue) -> Expression {
        let offset = token.offset
        advance()
        var fields: [Expression.Entry] = []
        while !isAt("}") {
            let isOptional = accept("?")
            let place = token.offset
            let key = node(.literal(.string(try fieldName().name)), at: place)
            try expect(":")
            fields.append(Expression.Entry(key: key, value: try expression(), isOptional: isOptional))
            if !accept(",") { break }
        }
        try expect("}")
        return node(.message(name, fields), at: offset)
    }
}

/// What a value can begin with, in the words of cel-go's parser.
private let valueStarts =
    "{'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}"
private let reservedWords: Set = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
    "namespace", "return", "var", "void", "while",
]

extension String {
    /// What follows `0x`.
    fileprivate var hexDigits: String? {
        hasPrefix("0x") || hasPrefix("0X") ? String(dropFirst(2)) : nil
    }
}
