// Arrays, sets, objects and their comprehensions. `[a | …` is a comprehension wherever it can be one.
extension Parser {
    /// At `[`.
    mutating func array() throws(RegoError) -> Term {
        let position = token.position
        try advance()
        // Old texts may have a comma first.
        let mayBeComprehension = try !take(.comma)
        if token.is(.rightBracket), mayBeComprehension {
            try advance()
            return Term(.array([]), at: position)
        }
        let first = try term()
        if mayBeComprehension, token.is(.or), let body = try comprehensionBody(until: .rightBracket) {
            return Term(.arrayComprehension(first, body), at: position)
        }
        let elements = try list(from: first, until: .rightBracket)
        try rise(above: height, at: position)
        return Term(.array(elements), at: position)
    }

    /// At `{`.
    mutating func setOrObject() throws(RegoError) -> Term {
        let position = token.position
        try advance()
        let mayBeComprehension = try !take(.comma)
        if token.is(.rightBrace), mayBeComprehension {
            try advance()
            return Term(.object([]), at: position)
        }
        let first = try term()
        if mayBeComprehension, token.is(.or), let body = try comprehensionBody(until: .rightBrace) {
            return Term(.setComprehension(first, body), at: position)
        }
        let below = height
        let element = try listTerm(from: first)
        if token.is(.colon) { return try object(key: element, mayBeComprehension: mayBeComprehension, at: position) }
        height = max(below, height)
        let elements = try rest(of: [element], until: .rightBrace)
        try rise(above: height, at: position)
        return Term(.set(elements), at: position)
    }

    /// At the colon after the first key.
    private mutating func object(
        key: Term, mayBeComprehension: Bool, at position: Position
    ) throws(RegoError) -> Term {
        var tallest = height
        try advance()
        let first = try term()
        tallest = max(tallest, height)
        if mayBeComprehension, token.is(.or), let body = try comprehensionBody(until: .rightBrace) {
            try rise(above: max(tallest, height), at: position)
            return Term(.objectComprehension(Pair(key: key, value: first), body), at: position)
        }
        var pairs = [Pair(key: key, value: try listTerm(from: first))]
        tallest = max(tallest, height)
        while try takeComma(until: .rightBrace) {
            let key = try listTerm()
            tallest = max(tallest, height)
            try expect(.colon, "after the key")
            pairs.append(Pair(key: key, value: try listTerm()))
            tallest = max(tallest, height)
        }
        try rise(above: tallest, at: position)
        return Term(.object(pairs), at: position)
    }

    // MARK: Lists

    /// Terms up to and with `end`; a comma may follow the last.
    mutating func list(until end: Token.Mark) throws(RegoError) -> [Term] {
        height = 0
        if try take(end) { return [] }
        return try rest(of: [try listTerm()], until: end)
    }

    private mutating func list(from first: Term, until end: Token.Mark) throws(RegoError) -> [Term] {
        try rest(of: [try listTerm(from: first)], until: end)
    }

    /// After an element; leaves the tallest height of those it reads and of the last before.
    private mutating func rest(of elements: [Term], until end: Token.Mark) throws(RegoError) -> [Term] {
        var elements = elements
        var tallest = height
        while try takeComma(until: end) {
            elements.append(try listTerm())
            tallest = max(tallest, height)
        }
        height = tallest
        return elements
    }

    /// - Returns: true before a further element; false after `end`.
    private mutating func takeComma(until end: Token.Mark) throws(RegoError) -> Bool {
        if try take(end) { return false }
        guard try take(.comma) else {
            throw unexpected(
                "`,` or `\(end.rawValue)`", hint: token.is(.or) ? "put the union in parentheses: `(a | b)`" : nil)
        }
        return try !take(end)
    }

    // MARK: Comprehensions

    /// At `|`.
    /// - Returns: nil, with the `|` still there, where a list goes on behind it: `[a | b, c]`.
    private mutating func comprehensionBody(until end: Token.Mark) throws(RegoError) -> Body? {
        let start = mark
        let below = height
        do throws(RegoError) {
            try advance()
            let body = try self.body(until: end)
            try rise(above: max(below, height), at: body.position)
            return body
        } catch {
            guard token.is(.comma) else { throw error }
            goBack(to: start)
            height = below
            return nil
        }
    }
}
