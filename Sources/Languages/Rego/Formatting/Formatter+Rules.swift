// Rules: heads, bodies, `else`.
extension Formatter {
    mutating func rule(_ rule: Rule) {
        next = tokens.index(at: rule.position)
        if rule.position == rule.head.position || rule.isDefault {
            if rule.isDefault { takeSpaced() }
            head(rule)
        } else {
            repeatHead(of: rule)
        }
        if let body = rule.body { self.body(of: rule, body) }
        for alternative in rule.alternatives { self.alternative(alternative) }
    }

    /// At the `{` of a further block, which gets the head of the rule before it.
    private mutating func repeatHead(of rule: Rule) {
        let block = next
        layout.write(token.comments)
        tokens.removeComments(of: block)
        let saved = tokens
        next = tokens.index(at: rule.head.position)
        tokens.removeComments(from: next, to: rule.position)
        head(rule)
        if isAt("if"), !isUpgrade {
            layout.space()
            layout.write("if")
        }
        tokens = saved
        next = block
    }

    // MARK: Head

    private mutating func head(_ rule: Rule) {
        let head = rule.head
        take()
        if case .contains(let element) = head.kind, !hasContains(head, element) {
            oldSet(head, element)
            return
        }
        for step in head.reference.path { self.step(step) }
        if isAt("("), head.arguments != nil || tokens.partners[next] == next + 1 {
            list(head.arguments ?? []) { formatter, argument in formatter.term(argument) }
        }
        switch head.kind {
        case .contains(let element):
            takeSpaced()
            term(element)
        case .value(let value?):
            layout.space()
            isV1 ? take(as: ":=") : take()
            layout.space()
            term(value)
        case .value(nil):
            if isUpgrade, rule.body == nil { layout.write(" := true") }
        }
    }

    private func hasContains(_ head: RuleHead, _ element: Term) -> Bool {
        let step = tokens.index(at: element.position)
        return !head.reference.path.isEmpty || isAt("contains") && tokens.all[next].offset < tokens.all[step].offset
    }

    /// `p[x]`, `p.x`.
    private mutating func oldSet(_ head: RuleHead, _ element: Term) {
        guard isUpgrade else { return step(element) }
        layout.space()
        layout.write("contains")
        layout.space()
        let isDot = isAt(".")
        skip()
        if isDot {
            take(as: "\"\(token.text)\"")
        } else {
            term(element)
            skip()
        }
    }

    // MARK: Bodies

    /// At `if` or `{`.
    private mutating func body(of rule: Rule, _ body: Body) {
        layout.space()
        if isAt("if") {
            take()
            layout.space()
        } else if isUpgrade {
            layout.write("if")
            layout.space()
        }
        let isConditional = isUpgrade || tokens.all[next].text != "{" || tokens.all[max(next - 1, 0)].text == "if"
        ruleBlock(body, mayStandAlone: isConditional && (rule.alternatives.isEmpty || !isAt("{")))
    }

    /// At `{` or the one expression.
    private mutating func ruleBlock(_ body: Body, mayStandAlone: Bool) {
        let first = tokens.index(at: body.expressions[0].position)
        let hasBraces = isAt("{") && next < first
        let isOnLine = tokens.all[first].line == tokens.all[max(next - 1, 0)].endLine
        let canStandAlone = mayStandAlone && isOnLine && body.expressions.count == 1 && !body.expressions[0].isSet
        if !hasBraces {
            if canStandAlone { return expression(body.expressions[0]) }
            layout.write("{")
            lines(body)
            layout.newLine()
            layout.write("}")
            return
        }
        let end = tokens.partners[next] ?? next
        if canStandAlone, tokens.all[first].comments.isEmpty, tokens.all[end].comments.isEmpty {
            skip()
            expression(body.expressions[0])
            return skip()
        }
        take()
        lines(body)
        closeLines()
    }

    /// The expressions, each on a line of its own.
    mutating func lines(_ body: Body) {
        layout.level += 1
        for (index, expression) in body.expressions.enumerated() {
            layout.newLine(index == 0 ? .notYet : .kept)
            self.expression(expression)
            if isAt(";") { skip() }
        }
        layout.level -= 1
    }

    /// At the bracket that ends what stands on lines of its own.
    mutating func closeLines() {
        layout.level += 1
        layout.newLine(.kept)
        layout.write(token.comments)
        layout.level -= 1
        layout.newLine()
        tokens.removeComments(of: next)
        take()
    }

    // MARK: else

    private mutating func alternative(_ alternative: Alternative) {
        let follows = next > 0 && tokens.all[next - 1].text == "}"
        if !token.comments.isEmpty || token.isOnNewLine && !follows {
            layout.newLine(.kept)
        } else {
            layout.space()
        }
        take()
        if let value = alternative.value {
            layout.space()
            isV1 ? take(as: ":=") : take()
            layout.space()
            term(value)
        }
        guard let body = alternative.body else { return }
        layout.space()
        if isAt("if") { take() } else if isUpgrade { layout.write("if") }
        layout.space()
        ruleBlock(body, mayStandAlone: tokens.index(at: body.expressions[0].position) == next)
    }
}

extension Expression {
    /// A set alone would read as a block.
    fileprivate var isSet: Bool {
        if case .term(let term) = kind, case .set = term.kind, !isNegated { return true }
        return false
    }
}
