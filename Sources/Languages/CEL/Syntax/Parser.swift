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

    var token: Token { tokens[position] }

    mutating func advance() { if position < tokens.count - 1 { position += 1 } }

    func isAt(_ symbol: String) -> Bool { token.kind == .symbol(symbol) }

    mutating func accept(_ symbol: String) -> Bool {
        guard isAt(symbol) else { return false }
        advance()
        return true
    }

    mutating func expect(_ symbol: String) throws(CompileIssue) {
        guard accept(symbol) else { throw unexpected(expecting: "'\(symbol)'") }
    }

    func unexpected(expecting wanted: String? = nil) -> CompileIssue {
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

    mutating func expression() throws(CompileIssue) -> Expression {
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

    mutating func members(of first: Expression) throws(CompileIssue) -> Expression {
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

    mutating func fieldName() throws(CompileIssue) -> (name: String, isQuoted: Bool) {
        defer { advance() }
        switch token.kind {
        case .name(let name) where !literalWords.contains(name): return (name, false)
        case .quotedName(let name): return (name, true)
        default: throw unexpected()
        }
    }

    mutating func call(
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
}

private let literalWords: Set = ["true", "false", "null", "in"]

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
