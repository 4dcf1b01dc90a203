// Questions that several rules ask.

extension Term {
    /// The call of a built-in or of a function, by its dotted name.
    func call(_ names: String...) -> [Term]? {
        guard case .call(let name, let arguments) = kind, let dotted = name.dottedName, names.contains(dotted) else {
            return nil
        }
        return arguments
    }

    /// It looks through all members of something: `xs[_]`.
    var iterates: Bool {
        guard case .reference(_, let path) = kind else { return false }
        return path.contains { if case .wildcard = $0.kind { true } else { false } }
    }

    /// It is written out and has no parts that could differ.
    var isConstant: Bool {
        switch kind {
        case .scalar: true
        case .array(let elements), .set(let elements): elements.allSatisfy(\.isConstant)
        case .object(let pairs): pairs.allSatisfy { $0.key.isConstant && $0.value.isConstant }
        default: false
        }
    }

    /// The variables that it gives a value where it stands left of `:=` or after `some`.
    var declared: [(name: String, Position)] {
        switch kind {
        case .variable(let name): [(name, position)]
        case .array(let elements): elements.flatMap(\.declared)
        case .object(let pairs): pairs.flatMap(\.value.declared)
        default: []
        }
    }
}

extension Rule {
    /// `p`, `a.b`; nil where a variable is part of it.
    var name: String? { head.reference.dottedName }

    /// How often each variable stands somewhere in the rule.
    var occurrences: [String: Int] {
        var counts: [String: Int] = [:]
        walk { node in
            if case .term(let term) = node { term.count(into: &counts) }
            return true
        }
        return counts
    }

    /// All expressions, those of comprehensions and `every` included.
    var expressions: [Expression] {
        var result: [Expression] = []
        walk { node in
            if case .expression(let expression) = node { result.append(expression) }
            return true
        }
        return result
    }

    var bodies: [Body] { [body].compactMap { $0 } + alternatives.compactMap(\.body) }
}

extension Term {
    fileprivate func count(into counts: inout [String: Int]) {
        switch kind {
        case .variable(let name): counts[name, default: 0] += 1
        case .call(let name, let arguments) where name.head.position != arguments.first?.position:
            if case .variable(let name) = name.head.kind { counts[name, default: 0] += 1 }
        default: break
        }
    }
}

extension Module {
    /// Every term, with those inside it.
    func terms(_ visit: (Term) -> Void) {
        walk { node in
            if case .term(let term) = node { visit(term) }
            return true
        }
    }
}
