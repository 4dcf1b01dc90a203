/// What the expression speaks of at which a rule stopped, and the questions that give its values.
package struct Probe: Sendable {
    /// The expression, on one line.
    package let text: String
    package let place: ReachedPlace
    /// Parts of the expression as they are written. The query for each, asked within the module, binds `Probe.answer`.
    package let subjects: [(text: String, query: Body)]

    /// No text can use this name.
    package static let answer = "the value"

    /// - Parameter rules: the first names of the package's rules.
    /// - Returns: nil where the rule has no such expression.
    package init?(_ stop: Stop, in module: Module, _ source: String, rule: Rule, beside rules: Set<String>) {
        guard let expression = rule.expression(at: stop.place.position),
            var formatter = try? Formatter(source, module)
        else { return nil }
        let shown = rules.union(stop.variables.map(\.name))
        let known = shown.union(module.importNames).union(["input", "data"])
        var finder = Subjects(known: known, shown: shown)
        finder.visit(expression)
        text = formatter.line(at: expression.position) { $0.expression(expression) }
        place = stop.place
        var subjects: [(text: String, query: Body)] = []
        for term in finder.terms.prefix(12) {
            let text = formatter.line(at: term.position) { $0.term(term) }
            guard !subjects.contains(where: { $0.text == text }) else { continue }
            subjects.append((text, Self.query(term, expression.modifiers, stop.variables)))
        }
        self.subjects = subjects
    }

    private static func query(
        _ term: Term, _ modifiers: [With], _ variables: [(name: String, value: RegoValue)]
    ) -> Body {
        let start = term.position
        func name(_ text: String) -> Term { Term(.variable(text), at: start) }
        var expressions = variables.map { variable in
            Expression(.assign(name(variable.name), Term(.scalar(variable.value), at: start)), at: start)
        }
        expressions.append(Expression(.assign(name(answer), term), modifiers: modifiers, at: start))
        return Body(expressions, at: start)
    }
}

/// The parts of an expression whose values tell why it does not hold: variables, references, calls.
private struct Subjects {
    /// Names that have a value.
    let known: Set<String>
    /// Those among them that are not too much to show: `input`, `data` and imports are.
    let shown: Set<String>
    var terms: [Term] = []

    mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .term(let term): visit(term)
        case .unify(let left, let right):
            visit(left)
            visit(right)
        case .assign(_, let value): visit(value)
        case .some: break
        case .someIn(_, _, let collection): visit(collection)
        case .every(_, _, let domain, _): visit(domain)
        case .not(let body): for expression in body.expressions { visit(expression) }
        }
        for modifier in expression.modifiers { visit(modifier.value) }
    }

    private mutating func visit(_ term: Term) {
        switch term.kind {
        case .scalar, .wildcard, .template: break
        case .variable(let name): if shown.contains(name) { terms.append(term) }
        case .reference(let head, let path):
            let start = path.prefix(while: isKnown)
            if isKnown(head), !start.isEmpty { terms.append(Term(.reference(head, Array(start)), at: term.position)) }
            visit(head)
            for step in path { visit(step) }
        case .call(let name, let arguments):
            let isOperator = name.head.position == arguments.first?.position
            if !isOperator, isKnown(term) { terms.append(term) }
            for argument in arguments { visit(argument) }
        case .array(let elements), .set(let elements): for element in elements { visit(element) }
        case .object(let pairs):
            for pair in pairs {
                visit(pair.key)
                visit(pair.value)
            }
        case .arrayComprehension, .setComprehension, .objectComprehension: break
        }
    }

    private func isKnown(_ term: Term) -> Bool {
        var isKnown = true
        term.walk { node in
            guard case .term(let part) = node else { return false }
            switch part.kind {
            case .variable(let name): if !known.contains(name) { isKnown = false }
            case .wildcard, .arrayComprehension, .setComprehension, .objectComprehension, .template: isKnown = false
            default: break
            }
            return isKnown
        }
        return isKnown
    }
}

extension Rule {
    fileprivate func expression(at position: Position) -> Expression? {
        let bodies = [body] + alternatives.map(\.body)
        return bodies.lazy.compactMap { $0?.expressions.first { $0.position == position } }.first
    }
}

extension Formatter {
    /// What is written from this place on, without line breaks.
    fileprivate mutating func line(at position: Position, _ write: (inout Formatter) -> Void) -> String {
        next = tokens.index(at: position)
        layout = Layout()
        write(&self)
        return layout.finished().split(separator: "\n").map { $0.drop { $0 == "\t" } }.joined(separator: " ")
    }
}
