// Bodies and their expressions.
extension Parser {
    /// Expressions up to and with `end`; at its first one.
    mutating func body(until end: Token.Mark) throws(RegoError) -> Body {
        try enter()
        let position = token.position
        if token.is(end) {
            throw RegoError(.parse, "an empty body", hint: "write `true` for what always holds", at: position)
        }
        let expressions = try self.expressions(until: .mark(end), "`\(end.rawValue)`")
        try advance()
        leave()
        return Body(expressions, at: position)
    }

    /// Expressions that newlines or semicolons keep apart, up to `end`.
    mutating func expressions(until end: Token.Kind, _ name: String) throws(RegoError) -> [Expression] {
        var expressions: [Expression] = []
        var tallest = 0
        let line = token.position.line
        while true {
            if token.kind == .end, end != .end {
                throw unexpected(name, hint: "what starts in line \(line) is not closed")
            }
            expressions.append(try literal())
            tallest = max(tallest, height)
            if try take(.semicolon) {
                if token.kind == end { throw unexpected("an expression after `;`", hint: "leave the last `;` out") }
                continue
            }
            if token.kind == end { break }
            guard token.isOnNewLine else { throw unexpected("a new line, `;` or \(name)") }
        }
        height = tallest
        return expressions
    }

    mutating func literal() throws(RegoError) -> Expression {
        let position = token.position
        readKeywordAsName()
        if token.is(.some) { return try some(at: position) }
        if token.is(.every) { return try every(at: position) }
        let isNegated = try take(.not)
        if isNegated, token.is(.some) || token.is(.every) {
            guard isFollowedByPath() else {
                throw unexpected(
                    "an expression", hint: "put `\(text) …` into a rule of its own and write `not` before its name")
            }
        }
        if isNegated, lexer.keywords.contains(.not) { return try negation(at: position) }
        let kind = try simpleExpression()
        return Expression(kind, isNegated: isNegated, modifiers: try modifiers(), at: position)
    }

    /// After the `not` of `import future.keywords.not`, whose `{` starts a block.
    private mutating func negation(at position: Position) throws(RegoError) -> Expression {
        let body: Body
        let inner = token.position
        if token.is(.leftBrace) {
            switch try blockOrExpression() {
            case .block(let block): body = block
            case .expression(var expression):
                let modifiers = expression.modifiers
                expression.modifiers = []
                return Expression(.not(Body([expression], at: inner)), modifiers: modifiers, at: position)
            }
        } else {
            body = Body([Expression(try simpleExpression(), at: inner)], at: inner)
        }
        return Expression(.not(body), modifiers: try modifiers(), at: position)
    }

    private mutating func simpleExpression() throws(RegoError) -> Expression.Kind {
        let left = try expressionTerm()
        guard token.is(.assign) || token.is(.unify) else { return .term(left) }
        let isAssignment = token.is(.assign)
        let below = height
        try advance()
        let right = try expressionTerm()
        height = max(below, height)
        return isAssignment ? .assign(left, right) : .unify(left, right)
    }

    private mutating func modifiers() throws(RegoError) -> [With] {
        var modifiers: [With] = []
        var tallest = height
        while token.is(.with) {
            let position = token.position
            try advance()
            readKeywordAsName()
            guard token.kind == .name else {
                throw unexpected("what to replace: `input`, `data`, or the name of a function")
            }
            let target = try term()
            switch target.kind {
            case .variable, .reference: break
            default:
                throw RegoError(.parse, "`with` replaces a document or a function, not a value", at: target.position)
            }
            guard try take(.as) else { throw unexpected("`as` and the value to use instead") }
            let value = try expressionTerm()
            tallest = max(tallest, height)
            modifiers.append(With(target: target, value: value, at: position))
        }
        height = tallest
        return modifiers
    }

    enum BlockOrExpression {
        case block(Body)
        case expression(Expression)
    }

    /// At `{`: a block, unless it reads as an object or a comprehension; a set alone is a block too.
    mutating func blockOrExpression() throws(RegoError) -> BlockOrExpression {
        let start = mark
        var failure: RegoError?
        do throws(RegoError) {
            let expression = try literal()
            if !isSet(expression) { return .expression(expression) }
        } catch {
            failure = error
        }
        goBack(to: start)
        do throws(RegoError) {
            try advance()
            return .block(try body(until: .rightBrace))
        } catch {
            guard let failure, let far = failure.position, let near = error.position, near < far else { throw error }
            throw failure
        }
    }

    private func isSet(_ expression: Expression) -> Bool {
        if case .term(let term) = expression.kind, case .set = term.kind, !expression.isNegated { return true }
        return false
    }

    // MARK: some, every

    private mutating func some(at position: Position) throws(RegoError) -> Expression {
        let start = mark
        try advance()
        if let kind = try someIn() {
            return Expression(kind, modifiers: try modifiers(), at: position)
        }
        goBack(to: start)
        var names: [Term] = []
        repeat {
            try advance()
            guard token.kind == .name else { throw unexpected("a variable") }
            names.append(Term(text == "_" ? .wildcard : .variable(text), at: token.position))
            try advance()
        } while token.is(.comma)
        if token.kind == .name, !token.isOnNewLine, text == "in" {
            throw RegoError(
                .parse, "`in` is no keyword of this text", hint: "add `import rego.v1` or `import future.keywords.in`",
                at: token.position)
        }
        height = 0
        return Expression(.some(names), at: position)
    }

    /// After `some`.
    /// - Returns: nil where no `in` stands.
    private mutating func someIn() throws(RegoError) -> Expression.Kind? {
        guard lexer.keywords.contains(.in) else { return nil }
        guard let (key, value, collection) = try membership() else {
            if token.is(.comma) || lexer.bytes[..<lastEnd].last.map(isNamePart) ?? false { return nil }
            throw unexpected("`in` and a collection", hint: "write `some x in xs`")
        }
        return .someIn(key: key, value: value, collection: collection)
    }

    private mutating func every(at position: Position) throws(RegoError) -> Expression {
        try advance()
        guard let (key, value, domain) = try membership() else {
            throw unexpected("`in` and a collection", hint: "write `every x in xs { … }`")
        }
        for name in [key, value].compactMap({ $0 }) where !name.isName {
            throw RegoError(.parse, "`every` needs a variable before `in`", at: name.position)
        }
        let below = height
        try expect(.leftBrace, "and the expressions that hold for every element")
        let body = try self.body(until: .rightBrace)
        try rise(above: max(below, height), at: position)
        return Expression(
            .every(key: key, value: value, domain: domain, body), modifiers: try modifiers(), at: position)
    }

    /// `x in xs` or `k, v in xs`.
    /// - Returns: nil, somewhere behind `x`, where no `in` stands.
    private mutating func membership() throws(RegoError) -> (key: Term?, value: Term, collection: Term)? {
        var key: Term?
        var value = try termBesideIn()
        var tallest = height
        if token.is(.comma) {
            key = value
            try advance()
            value = try termBesideIn()
            tallest = max(tallest, height)
        }
        guard try take(.in) else { return nil }
        let collection = try termBesideIn()
        height = max(tallest, height)
        return (key, value, collection)
    }
}

private func isNamePart(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

extension Term {
    /// A variable, `_` included.
    var isName: Bool {
        switch kind {
        case .variable, .wildcard: true
        default: false
        }
    }
}
