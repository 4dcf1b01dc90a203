// Rules: head, body, `else`.
extension Parser {
    /// At the first token of a rule. Several blocks `p {…} {…}` are several rules.
    mutating func rules() throws(RegoError) -> [Rule] {
        let position = token.position
        readKeywordAsName()
        let isDefault = try take(.default)
        if isDefault { readKeywordAsName() }
        var head = try head(isDefault: isDefault)
        if isDefault { return [try defaultRule(head, at: position)] }

        let hasIf = token.is(.if)
        let hasBody = hasIf || token.is(.leftBrace)
        note(head, hasIf: hasIf, hasBody: hasBody, at: position)
        head.readOldSet(hasIf: hasIf)
        if case .value(nil) = head.kind, !hasBody, head.arguments == nil, head.reference.path.isEmpty {
            throw withoutValue(head)
        }
        let body = hasBody ? try ruleBody() : nil
        var rule = Rule(
            isDefault: false, head: head, body: body, alternatives: [], annotations: [], position: position,
            end: lastEnd)
        guard hasBody else { return [rule] }
        if token.is(.else) {
            try checkAlternatives(of: head)
            while token.is(.else) { rule.alternatives.append(try alternative()) }
            rule.end = lastEnd
        }
        return [rule] + (try furtherBlocks(of: rule))
    }

    private mutating func furtherBlocks(of rule: Rule) throws(RegoError) -> [Rule] {
        var rules: [Rule] = []
        while token.is(.leftBrace) {
            let position = token.position
            guard rule.alternatives.isEmpty else { throw unexpected("`else` or the next rule") }
            try advance()
            var next = rule
            next.position = position
            next.body = try body(until: .rightBrace)
            next.end = lastEnd
            rules.append(next)
        }
        return rules
    }

    // MARK: Head

    private mutating func head(isDefault: Bool) throws(RegoError) -> RuleHead {
        let position = token.position
        guard token.kind == .name else {
            throw unexpected(isDefault ? "the name of a rule" : "a rule, `import` or `package`", hint: hintOfHead)
        }
        guard text != "_" else { throw unexpected("the name of a rule") }
        var head = RuleHead(
            reference: Reference(head: Term(.variable(text), at: position), path: []), arguments: nil,
            kind: .value(nil),
            isAssigned: false, position: position)
        try advance()
        try path(of: &head)
        try value(of: &head)
        return head
    }

    private var hintOfHead: String? {
        switch token.kind {
        case .mark(.rightBrace): "a `}` too many, or a `{` is missing above"
        case .keyword(.not), .keyword(.some), .keyword(.every):
            "an expression belongs into the body of a rule: `allow if { … }`"
        default: nil
        }
    }

    /// `.b[c](x)`; before the first of them a space may stand.
    private mutating func path(of head: inout RuleHead) throws(RegoError) {
        height = 0
        var isFirst = true
        while isFirst ? !token.isOnNewLine : !token.isSpaced {
            isFirst = false
            switch token.kind {
            case .mark(.dot): head.reference.path.append(try field())
            case .mark(.leftBracket): head.reference.path.append(try element())
            case .mark(.leftParenthesis):
                try enter()
                try advance()
                let arguments = try list(until: .rightParenthesis)
                leave()
                head.arguments = arguments.isEmpty ? nil : arguments
                if !token.isSpaced, token.is(.dot) || token.is(.leftBracket) {
                    throw unexpected("`:=`, `if` or the next rule: the name of a function ends before its arguments")
                }
                return
            default: return
            }
        }
    }

    private mutating func value(of head: inout RuleHead) throws(RegoError) {
        switch token.kind {
        case .keyword(.contains):
            guard head.arguments == nil else {
                throw RegoError(
                    .parse, "a function has one value, it cannot have elements with `contains`",
                    hint: "write `:=` and a set, or leave the arguments out", at: token.position)
            }
            try advance()
            head.kind = .contains(try expressionTerm())
        case .mark(.assign), .mark(.unify):
            head.isAssigned = token.is(.assign)
            try advance()
            head.kind = .value(try expressionTerm())
        default: break
        }
    }

    private func withoutValue(_ head: RuleHead) -> RegoError {
        let name = lexer.text(from: head.position.offset, to: max(lastEnd, head.position.offset))
        guard token.isOnNewLine || token.kind == .end else {
            return unexpected("`:=` and a value, or `if` and a body, for the rule `\(name)`")
        }
        return RegoError(
            .parse, "the rule `\(name)` has neither a value nor a body",
            hint: "write `\(name) := …`, or `\(name) if { … }`", at: head.position)
    }

    // MARK: Bodies

    /// At `if` or `{`.
    private mutating func ruleBody() throws(RegoError) -> Body {
        guard try take(.if) else {
            try advance()
            return try body(until: .rightBrace)
        }
        guard token.is(.leftBrace) else {
            if token.kind == .end { throw unexpected("the body of the rule after `if`") }
            let expression = try literal()
            if token.is(.semicolon) {
                throw unexpected("the next rule", hint: "several expressions stand in braces: `if { a; b }`")
            }
            return Body([expression], at: expression.position)
        }
        return try bracedBody()
    }

    /// At the `{` after `if`.
    private mutating func bracedBody() throws(RegoError) -> Body {
        let position = token.position
        switch try blockOrExpression() {
        case .block(let body): return body
        case .expression(let expression): return Body([expression], at: position)
        }
    }

    // MARK: else

    private func checkAlternatives(of head: RuleHead) throws(RegoError) {
        if case .contains = head.kind {
            throw RegoError(
                .parse, "`else` cannot follow a rule that adds to a set",
                hint: "each rule adds its own elements: write a second rule with the opposite condition",
                at: token.position)
        }
        guard head.reference.path.allSatisfy(\.isGround) else {
            throw RegoError(
                .parse, "`else` cannot follow a rule with variables in its name",
                hint: "write a second rule with the opposite condition", at: token.position)
        }
    }

    /// At `else`.
    private mutating func alternative() throws(RegoError) -> Alternative {
        let position = token.position
        try advance()
        var value: Term?
        if token.is(.assign) || token.is(.unify) {
            try advance()
            value = try expressionTerm()
        } else if !token.is(.leftBrace), !token.is(.if) {
            throw unexpected("`:=` and a value, or `if` and a body, after `else`")
        }
        if token.is(.leftBrace) { outdated.append(OutdatedSyntax(.alternativeWithoutIf, at: position)) }
        let hasBody = token.is(.leftBrace) || token.is(.if)
        return Alternative(value: value, body: hasBody ? try alternativeBody() : nil, position: position)
    }

    /// Here `{` is always a block.
    private mutating func alternativeBody() throws(RegoError) -> Body {
        if token.is(.if) {
            let start = mark
            try advance()
            if !token.is(.leftBrace) { goBack(to: start) }
        }
        return try ruleBody()
    }

    // MARK: default

    private mutating func defaultRule(_ head: RuleHead, at position: Position) throws(RegoError) -> Rule {
        guard case .value(let written) = head.kind else {
            throw RegoError(
                .parse, "a set has no default: without elements it is empty", hint: "leave this line out", at: position)
        }
        guard let value = written else { throw unexpected("`:=` and a value, which a default must have") }
        if let (what, place) = value.firstUnfixed {
            throw RegoError(
                .parse, "the value of a default cannot contain a \(what)",
                hint: "write a constant, or a rule without `default` that has a condition", at: place)
        }
        try checkDefaultArguments(head.arguments ?? [])
        guard !token.is(.leftBrace), !token.is(.if) else {
            throw unexpected("the next rule", hint: "a default has no body: it holds where no other rule does")
        }
        return Rule(
            isDefault: true, head: head, body: nil, alternatives: [], annotations: [], position: position, end: lastEnd)
    }

    private func checkDefaultArguments(_ arguments: [Term]) throws(RegoError) {
        var seen: Set<String> = []
        for argument in arguments {
            switch argument.kind {
            case .wildcard: continue
            case .variable(let name) where seen.insert(name).inserted: continue
            case .variable(let name):
                throw RegoError(
                    .parse, "the default has the argument `\(name)` twice", hint: "write `_` for it",
                    at: argument.position)
            default:
                throw RegoError(
                    .parse, "the arguments of a default are plain names", hint: "write `_` for it",
                    at: argument.position)
            }
        }
    }
}

extension RuleHead {
    /// Before `contains` there was `p[x] {…}` for an element of a set.
    fileprivate mutating func readOldSet(hasIf: Bool) {
        guard case .value(nil) = kind, !hasIf, arguments == nil, reference.path.count == 1 else { return }
        kind = .contains(reference.path[0])
        reference.path = []
    }
}
