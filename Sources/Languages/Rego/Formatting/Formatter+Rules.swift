// Rules: heads, bodies, `else`.
extension Formatter {
    mutating func rule(_ rule: Rule) {
        next = tokens.index(at: rule.position)
        var hasIf = isUpgrade
        if rule.position == rule.head.position || rule.isDefault {
            if rule.isDefault { takeSpaced() }
            head(rule)
            if rule.body != nil, isAt("if") {
                layout.space()
                take()
                hasIf = true
            } else if isUpgrade, rule.body != nil {
                writeIf()
            }
        } else {
            hasIf = repeatHead(of: rule)
        }
        if let body = rule.body {
            layout.space()
            ruleBlock(body, mayStandAlone: hasIf)
        }
        for alternative in rule.alternatives { self.alternative(alternative) }
    }

    /// At the `{` of a further block, which gets the head of the rule before it.
    /// - Returns: whether the head ends in `if`.
    private mutating func repeatHead(of rule: Rule) -> Bool {
        let block = next
        layout.write(token.comments)
        tokens.removeComments(of: block)
        let saved = tokens
        next = tokens.index(at: rule.head.position)
        tokens.removeComments(from: next, to: rule.position)
        head(rule)
        let hasIf = isAt("if") || isUpgrade
        if hasIf { writeIf() }
        tokens = saved
        next = block
        return hasIf
    }

    private mutating func writeIf() {
        layout.space()
        layout.write("if")
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

    /// At `{` or the one expression.
    private mutating func ruleBlock(_ body: Body, mayStandAlone: Bool) {
        let first = tokens.index(at: body.expressions[0].position)
        let hasBraces = isAt("{") && next < first
        endedBlock = true
        let isOnLine = tokens.all[first].line == tokens.all[max(next - 1, 0)].endLine
        let canStandAlone = mayStandAlone && isOnLine && body.expressions.count == 1 && !body.expressions[0].isSet
        if !hasBraces {
            if canStandAlone {
                endedBlock = false
                return expression(body.expressions[0])
            }
            layout.write("{")
            unionInDanger = body.expressions[0].leadingUnion?.position
            lines(body)
            layout.newLine()
            layout.write("}")
            return
        }
        let end = tokens.partners[next] ?? next
        if canStandAlone, tokens.all[first].comments.isEmpty, tokens.all[end].comments.isEmpty {
            endedBlock = false
            skip()
            expression(body.expressions[0])
            return skip()
        }
        take()
        if mayStandAlone { unionInDanger = body.expressions[0].leadingUnion?.position }
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
        if endedBlock, token.comments.isEmpty, !token.isOnNewLine {
            layout.space()
        } else {
            layout.newLine(.always)
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
        let hasIf = isAt("if") || isUpgrade
        if isAt("if") { take() } else if isUpgrade { writeIf() }
        layout.space()
        ruleBlock(body, mayStandAlone: hasIf)
    }
}

extension Expression {
    /// A set alone would read as a block.
    fileprivate var isSet: Bool {
        if case .term(let term) = kind, case .set = term.kind, !isNegated { return true }
        return false
    }
}
