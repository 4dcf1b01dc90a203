// Terms without operators: what stands between them.
extension Parser {
    mutating func term() throws(RegoError) -> Term {
        try enter()
        let position = token.position
        height = 0
        readKeywordAsName()
        let isNamed = !token.is(.leftParenthesis)
        let head = try primary()
        leave()
        if !isNamed, token.is(.leftParenthesis), !token.isSpaced { throw unnamedCall }
        return try reference(from: head, at: position)
    }

    private mutating func primary() throws(RegoError) -> Term {
        let position = token.position
        switch token.kind {
        case .keyword(.null): return try scalar(.null)
        case .keyword(.true): return try scalar(.bool(true))
        case .keyword(.false): return try scalar(.bool(false))
        case .number, .mark(.minus), .mark(.dot): return try number()
        case .string: return try scalar(.string(LiteralContent.unescaped(contents(1, 1))))
        case .rawString: return try scalar(.string(String(decoding: contents(1, 1), as: UTF8.self)))
        case .templatePart(let isRaw, _): return try template(isRaw: isRaw)
        // In a body `contains` is the built-in function.
        case .name, .keyword(.contains):
            let name = text
            try advance()
            return Term(name == "_" ? .wildcard : .variable(name), at: position)
        case .mark(.leftBracket): return try array()
        case .mark(.leftBrace): return try setOrObject()
        case .mark(.leftParenthesis):
            try advance()
            let inner = try expressionTerm()
            try expect(.rightParenthesis)
            return inner
        default: throw unexpected("a value")
        }
    }

    private mutating func scalar(_ value: RegoValue) throws(RegoError) -> Term {
        let position = token.position
        try advance()
        return Term(.scalar(value), at: position)
    }

    /// The token without its delimiters.
    private func contents(_ leading: Int, _ trailing: Int) -> ArraySlice<UInt8> {
        lexer.bytes[(token.position.offset + leading)..<(token.end - trailing)]
    }

    // MARK: Numbers

    private mutating func number() throws(RegoError) -> Term {
        let position = token.position
        var digits = ""
        if try take(.minus) { digits = "-" }
        if token.is(.dot), !digits.isEmpty || isFollowedByDigit {
            digits += "0."
            try advance()
        }
        guard token.kind == .number else { throw unexpected(digits.isEmpty ? "a value" : "a number") }
        let whole = text.utf8.prefix(while: isDigit)
        if !digits.hasSuffix("."), whole.count > 1, whole.first == UInt8(ascii: "0") {
            throw RegoError(
                .parse, "the number \(text) starts with a zero", hint: "write it without; Rego has no octal numbers",
                at: token.position)
        }
        digits += text
        guard digits.utf8.count <= limits.digits, let number = RegoNumber(text: digits) else {
            throw RegoError(.parse, "the number \(digits.prefix(40)) is too large to count with", at: position)
        }
        try advance()
        return Term(.scalar(.number(number)), at: position)
    }

    private var isFollowedByDigit: Bool { token.end < lexer.bytes.count && isDigit(lexer.bytes[token.end]) }

    // MARK: Templates

    private mutating func template(isRaw: Bool) throws(RegoError) -> Term {
        let position = token.position
        var parts: [TemplatePart] = []
        var tallest = 0
        var opening = 2
        while case .templatePart(_, let isLast) = token.kind {
            let content = contents(opening, 1)
            let text = isRaw ? LiteralContent.unescapedBraces(content) : LiteralContent.unescaped(content)
            if !text.isEmpty { parts.append(.text(text)) }
            opening = 0
            if isLast { break }
            try advance()
            parts.append(try templateExpression())
            tallest = max(tallest, height)
            guard token.is(.rightBrace) else {
                throw unexpected(
                    "`}` after the expression in a template string", hint: "write `\\{` for a brace that is text")
            }
            lastEnd = token.end
            token = try lexer.nextTemplatePart(isRaw: isRaw)
        }
        try advance()
        try rise(above: tallest, at: position)
        return Term(.template(parts), at: position)
    }

    private mutating func templateExpression() throws(RegoError) -> TemplatePart {
        if token.is(.rightBrace) {
            throw unexpected("an expression in the braces", hint: "write `\\{` for a brace that is text")
        }
        let expression = try literal()
        let what: String
        switch expression.kind {
        case .term(let term) where !expression.isNegated:
            return expression.modifiers.isEmpty ? .term(term) : .expression(expression)
        case .term: what = "`not`"
        case .unify: what = "`=`"
        case .assign: what = "`:=`"
        case .some, .someIn: what = "`some`"
        case .every: what = "`every`"
        case .not: what = "`not`"
        }
        throw RegoError(
            .parse, "\(what) cannot stand in a template string", hint: "compute the value before and put its name here",
            at: expression.position)
    }

    // MARK: References and calls

    /// `.b`, `["c"]` and `(x)` right after `head`.
    private mutating func reference(from head: Term, at position: Position) throws(RegoError) -> Term {
        var head = head
        var path: [Term] = []
        while !token.isSpaced {
            switch token.kind {
            case .mark(.dot):
                try checkHead(head, path)
                path.append(try field())
            case .mark(.leftBracket):
                try checkHead(head, path)
                path.append(try element())
            case .mark(.leftParenthesis):
                head = try call(head, path, at: position)
                path = []
            default:
                return path.isEmpty ? head : Term(.reference(head, path), at: position)
            }
        }
        return path.isEmpty ? head : Term(.reference(head, path), at: position)
    }

    /// At `.`: the name after it, which may be a keyword.
    mutating func field() throws(RegoError) -> Term {
        try advance()
        if case .keyword = token.kind { token.kind = .name }
        guard token.kind == .name, !token.isSpaced else { throw unexpected("a name after `.`") }
        let field = Term(.scalar(.string(text)), at: token.position)
        try advance()
        return field
    }

    /// At `[`.
    mutating func element() throws(RegoError) -> Term {
        try enter()
        let below = height
        try advance()
        if token.is(.rightBracket) { throw unexpected("an index, a key or `_`") }
        let element = try expressionTerm()
        try expect(.rightBracket)
        leave()
        try rise(above: max(below, height), at: element.position)
        return element
    }

    private func checkHead(_ head: Term, _ path: [Term]) throws(RegoError) {
        let what: String
        switch head.kind {
        case .scalar(let value): what = value.typeName
        case .template: what = "template string"
        case .reference: what = "reference in parentheses"
        default: return
        }
        guard path.isEmpty else { return }
        throw RegoError(
            .parse, "a \(what) has no members to look into", hint: "give it a name first: `x := …`", at: token.position)
    }

    private var unnamedCall: RegoError {
        RegoError(.parse, "only a function that has a name can be called", at: token.position)
    }

    /// At `(`.
    mutating func call(_ head: Term, _ path: [Term], at position: Position) throws(RegoError) -> Term {
        guard case .variable(let name) = head.kind else {
            throw unnamedCall
        }
        let below = height
        try enter()
        try advance()
        let arguments = try list(until: .rightParenthesis)
        leave()
        try rise(above: max(below, height), at: position)
        if name == "set", path.isEmpty, arguments.isEmpty { return Term(.set([]), at: position) }
        return Term(.call(Reference(head: head, path: path), arguments), at: position)
    }
}
