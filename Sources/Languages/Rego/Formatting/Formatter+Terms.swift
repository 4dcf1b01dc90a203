// Terms. Parentheses stay where they were written.
extension Formatter {
    mutating func term(_ term: Term) {
        if term.position == unionInDanger, term.isUnion {
            unionInDanger = nil
            layout.write(token.comments)
            tokens.removeComments(of: next)
            layout.write("(")
            self.term(term)
            layout.write(")")
            return
        }
        if isAt("("), let end = tokens.partners[next], encloses(end, term) {
            // Of parentheses around parentheses the inner ones are enough.
            let isDouble = tokens.all[next + 1].text == "(" && tokens.partners[next + 1] == end - 1
            isDouble ? skip() : take()
            self.term(term)
            isDouble ? skip() : take()
            return
        }
        switch term.kind {
        case .scalar: literal()
        case .variable, .wildcard, .template: take()
        case .reference(let head, let path):
            self.term(head)
            for step in path { self.step(step) }
        case .call(let name, let arguments): call(name, arguments)
        case .array(let elements), .set(let elements):
            if isAt("set") { take() }
            list(elements) { formatter, element in formatter.term(element) }
        case .object(let pairs): list(pairs) { formatter, pair in formatter.pair(pair) }
        case .arrayComprehension(let term, let body), .setComprehension(let term, let body):
            comprehension(body) { formatter in formatter.term(term) }
        case .objectComprehension(let pair, let body):
            comprehension(body) { formatter in formatter.pair(pair) }
        }
    }

    /// `(…)`, which ends at `end`, is around the whole term and not only around its first operand.
    private func encloses(_ end: Int, _ term: Term) -> Bool {
        let last: Position?
        switch term.kind {
        case .reference(_, let path): last = path.last?.position
        case .call(let name, let arguments) where name.isInfix(arguments): last = arguments.last?.position
        default: return true
        }
        return last.map { $0.offset < tokens.all[end].offset } ?? true
    }

    /// `-1.5`, `.5`
    private mutating func literal() {
        while isAt("-") || isAt(".") { take() }
        take()
    }

    /// At `.` or `[`.
    mutating func step(_ step: Term) {
        if isAt(".") {
            take()
            take()
        } else {
            take()
            term(step)
            take()
        }
    }

    private mutating func call(_ name: Reference, _ arguments: [Term]) {
        if name.isInfix(arguments) { return infix(arguments) }
        take()
        for step in name.path { self.step(step) }
        list(arguments) { formatter, argument in formatter.term(argument) }
    }

    private mutating func infix(_ operands: [Term]) {
        for (index, operand) in operands.enumerated() {
            if index > 0, isAt(",") {
                take()
                layout.space()
            } else if index > 0 {
                takeSpaced()
            }
            term(operand)
        }
    }

    private mutating func pair(_ pair: Pair) {
        term(pair.key)
        take()
        layout.space()
        term(pair.value)
    }

    // MARK: Lists

    /// At the opening bracket. Elements that start in one line of the source stay in one line; if there are several
    /// such lines, the brackets have lines of their own.
    mutating func list<Element>(_ elements: [Element], _ write: (inout Formatter, Element) -> Void) {
        let isOnLines = isListOnLines(from: next, to: tokens.partners[next] ?? next)
        var line = token.line
        take()
        if isAt(",") { skip() }
        if isOnLines { layout.level += 1 }
        var endsLine = true
        for (index, element) in elements.enumerated() {
            if isOnLines, endsLine || token.line > line || !token.comments.isEmpty {
                layout.newLine()
            } else if index > 0 {
                layout.space()
            }
            line = token.line
            write(&self, element)
            if index < elements.count - 1 || isOnLines { layout.write(",") }
            // A comment before the comma goes behind it.
            endsLine = isAt(",") && !token.comments.isEmpty
            if isAt(",") { skip() }
        }
        if isOnLines { layout.level -= 1 }
        isOnLines ? closeLines() : take()
    }

    /// Not all elements start in the line of the bracket, or a comment stands between them.
    private func isListOnLines(from start: Int, to end: Int) -> Bool {
        var index = start + 1
        var isStart = true
        while index < end {
            let token = tokens.all[index]
            if !token.comments.isEmpty, isStart || token.text == "," { return true }
            if isStart, token.line > tokens.all[start].line { return true }
            isStart = token.text == ","
            index = (tokens.partners[index].map { max($0, index) } ?? index) + 1
        }
        return !tokens.all[end].comments.isEmpty
    }

    // MARK: Comprehensions

    /// At the opening bracket.
    private mutating func comprehension(_ body: Body, _ head: (inout Formatter) -> Void) {
        let end = tokens.partners[next] ?? next
        let isOnLines = isOnLines(body, until: end)
        take()
        head(&self)
        takeSpaced()
        if isOnLines {
            lines(body)
            closeLines()
        } else {
            inline(body)
            take()
        }
    }
}
