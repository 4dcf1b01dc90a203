/// Reads an expression by recursive descent and expands its macros.
struct Parser {
    /// More levels than that are refused.
    static let maximumDepth = 250
    /// More letters than that are refused.
    static let maximumSize = 100_000

    private let tokens: [Token]
    private var position = 0
    private var depth = 0
    private var lastID = 0
    /// What is wrong with macros; reading goes on after them.
    private var issues: [CompileIssue] = []

    private init(_ tokens: [Token]) { self.tokens = tokens }

    static func parse(_ source: Source) throws(CompileError) -> Expression {
        guard source.scalars.count <= maximumSize else {
            let message =
                "expression code point size exceeds limit: size: \(source.scalars.count), limit \(maximumSize)"
            throw CompileError([CompileIssue(offset: 0, message: message)], in: source)
        }
        let expression: Expression
        let issues: [CompileIssue]
        do throws(CompileIssue) {
            var parser = Parser(try Lexer.tokens(of: source))
            expression = try parser.expression()
            guard parser.token.kind == .end else { throw parser.unexpected(expecting: "<EOF>") }
            issues = parser.issues
        } catch {
            throw CompileError([error], in: source)
        }
        guard issues.isEmpty else { throw CompileError(issues, in: source) }
        return expression
    }

    // MARK: Tokens

    private var token: Token { tokens[position] }

    private mutating func advance() { if position < tokens.count - 1 { position += 1 } }

    private func isAt(_ symbol: String) -> Bool { token.kind == .symbol(symbol) }

    private mutating func accept(_ symbol: String) -> Bool {
        guard isAt(symbol) else { return false }
        advance()
        return true
    }

    private mutating func expect(_ symbol: String) throws(CompileIssue) {
        guard accept(symbol) else { throw unexpected(expecting: "'\(symbol)'") }
    }

    private func unexpected(expecting wanted: String? = nil) -> CompileIssue {
        let found = token.kind == .end ? "<EOF>" : token.text
        let message =
            wanted.map { "mismatched input '\(found)' expecting \($0)" } ?? "no viable alternative at input '\(found)'"
        return CompileIssue(offset: token.offset, message: "Syntax error: \(message)")
    }

    // MARK: Making nodes

    mutating func node(_ kind: Expression.Kind, at offset: Int) -> Expression {
        lastID += 1
        return Expression(id: lastID, offset: offset, kind: kind)
    }

    // MARK: Operators

    private mutating func expression() throws(CompileIssue) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else {
            let message = "expression recursion limit exceeded: \(Self.maximumDepth)"
            throw CompileIssue(offset: token.offset, message: message)
        }
        let condition = try operation(above: 0)
        let offset = token.offset
        guard accept("?") else { return condition }
        let yes = try operation(above: 0)
        try expect(":")
        let no = try expression()
        return node(.call(Operator.conditional, target: nil, [condition, yes, no]), at: offset)
    }

    private mutating func operation(above precedence: Int) throws(CompileIssue) -> Expression {
        var left = try unary()
        while let (own, function) = Operator.binary[token.text], own > precedence, token.isOperator {
            let offset = token.offset
            advance()
            let right = try operation(above: own)
            left = node(.call(function, target: nil, [left, right]), at: offset)
        }
        return left
    }

    private mutating func unary() throws(CompileIssue) -> Expression {
        let start = token.offset
        for (symbol, function) in [("!", Operator.not), ("-", Operator.negate)] where isAt(symbol) {
            if symbol == "-", case .int(let digits) = tokens[position + 1].kind {
                advance()
                return try members(of: integer("-" + digits, at: start))
            }
            if symbol == "-", case .double(let digits) = tokens[position + 1].kind {
                advance()
                return try members(of: double("-" + digits, at: start))
            }
            var count = 0
            while accept(symbol) { count += 1 }
            let operand = try members(of: primary())
            return count % 2 == 0 ? operand : node(.call(function, target: nil, [operand]), at: start)
        }
        return try members(of: primary())
    }

    // MARK: What follows a value

    private mutating func members(of first: Expression) throws(CompileIssue) -> Expression {
        var value = first
        while true {
            let offset = token.offset
            if accept(".") {
                let isOptional = accept("?")
                let (field, isQuoted) = try fieldName()
                if isOptional {
                    let name = node(.literal(.string(field)), at: offset)
                    value = node(.call(Operator.optionalSelect, target: nil, [value, name]), at: offset)
                } else if isAt("("), !isQuoted {
                    let place = token.offset
                    value = try call(field, target: value, at: place)
                } else {
                    value = node(.select(value, field: field, isTest: false), at: offset)
                }
            } else if accept("[") {
                let function = accept("?") ? Operator.optionalIndex : Operator.index
                let index = try expression()
                try expect("]")
                value = node(.call(function, target: nil, [value, index]), at: offset)
            } else if isAt("{"), let name = value.qualifiedName {
                value = try message(name)
            } else {
                return value
            }
        }
    }

    private mutating func fieldName() throws(CompileIssue) -> (name: String, isQuoted: Bool) {
        defer { advance() }
        switch token.kind {
        case .name(let name) where !literalWords.contains(name): return (name, false)
        case .quotedName(let name): return (name, true)
        default: throw unexpected()
        }
    }

    private mutating func call(
        _ function: String, target: Expression?, at offset: Int
    ) throws(CompileIssue) -> Expression {
        try expect("(")
        var arguments: [Expression] = []
        while !isAt(")") {
            arguments.append(try expression())
            if !accept(",") { break }
        }
        try expect(")")
        do throws(CompileIssue) {
            if let expanded = try expandMacro(function, target: target, arguments, at: offset) { return expanded }
        } catch {
            issues.append(error)
        }
        return node(.call(function, target: target, arguments), at: offset)
    }

    // MARK: Values

    private mutating func primary() throws(CompileIssue) -> Expression {
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

    private mutating func integer(_ digits: String, at offset: Int) throws(CompileIssue) -> Expression {
        advance()
        let isNegative = digits.hasPrefix("-")
        let plain = isNegative ? String(digits.dropFirst()) : digits
        let text = (isNegative ? "-" : "") + (plain.hexDigits ?? plain)
        guard let value = Int64(text, radix: plain.hexDigits == nil ? 10 : 16) else {
            throw CompileIssue(offset: offset, message: "invalid int literal")
        }
        return node(.literal(.int(value)), at: offset)
    }

    private mutating func double(_ digits: String, at offset: Int) throws(CompileIssue) -> Expression {
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

    private mutating func message(_ name: String) throws(CompileIssue) -> Expression {
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
private let literalWords: Set = ["true", "false", "null", "in"]
private let reservedWords: Set = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
    "namespace",
    "return", "var", "void", "while",
]

extension Token {
    var text: String {
        switch kind {
        case .name(let name), .quotedName(let name): name
        case .int(let digits), .double(let digits), .uint(let digits): digits
        case .string(let text): text
        case .bytes: "bytes"
        case .symbol(let symbol): symbol
        case .end: ""
        }
    }

    /// Whether it can stand between two values.
    var isOperator: Bool {
        switch kind {
        case .symbol, .name("in"): true
        default: false
        }
    }
}

extension String {
    /// What follows `0x`.
    fileprivate var hexDigits: String? {
        hasPrefix("0x") || hasPrefix("0X") ? String(dropFirst(2)) : nil
    }
}
