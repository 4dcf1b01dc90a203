// The expressions of a body.
extension Formatter {
    mutating func expression(_ expression: Expression) {
        if expression.isNegated {
            take()
            layout.space()
        }
        switch expression.kind {
        case .term(let term): self.term(term)
        case .unify(let left, let right), .assign(let left, let right):
            term(left)
            takeSpaced()
            term(right)
        case .some(let names): some(names)
        case .someIn(let key, let value, let collection):
            take()
            membership(key, value, collection)
        case .every(let key, let value, let domain, let body):
            take()
            membership(key, value, domain)
            layout.space()
            block(body)
        case .not(let body): not(body)
        }
        for modifier in expression.modifiers { with(modifier) }
    }

    private mutating func some(_ names: [Term]) {
        take()
        layout.space()
        for index in names.indices {
            if index > 0 { layout.space() }
            take()
            if index < names.count - 1 { take() }
        }
    }

    private mutating func membership(_ key: Term?, _ value: Term, _ collection: Term) {
        layout.space()
        if let key {
            term(key)
            take()
            layout.space()
        }
        term(value)
        takeSpaced()
        term(collection)
    }

    private mutating func not(_ body: Body) {
        take()
        layout.space()
        if isAt("{"), token.offset < body.expressions[0].position.offset {
            block(body)
        } else {
            expression(body.expressions[0])
        }
    }

    /// At the `{` of a block inside a body.
    private mutating func block(_ body: Body) {
        let end = tokens.partners[next] ?? next
        if isOnLines(body, until: end) {
            take()
            lines(body)
            closeLines()
        } else {
            take()
            layout.space()
            inline(body)
            layout.space()
            take()
        }
    }

    /// One of the expressions starts a line, or a comment stands between them.
    func isOnLines(_ body: Body, until end: Int) -> Bool {
        if !tokens.all[end].comments.isEmpty { return true }
        return body.expressions.contains { expression in
            let first = tokens.all[tokens.index(at: expression.position)]
            return first.isOnNewLine || !first.comments.isEmpty
        }
    }

    /// `a; b`
    mutating func inline(_ body: Body) {
        for (index, expression) in body.expressions.enumerated() {
            if index > 0 { layout.space() }
            self.expression(expression)
            if isAt(";") { take() }
        }
    }

    private mutating func with(_ modifier: With) {
        let isOnLine = token.isOnNewLine
        if isOnLine {
            layout.level += 1
            layout.newLine()
        } else {
            layout.space()
        }
        take()
        layout.space()
        term(modifier.target)
        takeSpaced()
        term(modifier.value)
        if isOnLine { layout.level -= 1 }
    }
}
