extension Module {
    /// The first names of its rules.
    package var ruleNames: [String] {
        rules.compactMap { rule in
            if case .variable(let name) = rule.head.reference.head.kind { return name }
            return nil
        }
    }

    /// The names that its imports give.
    var importNames: [String] { importedNames.map(\.0) }

    /// The lines on which rules and expressions begin; a declaration alone (`some x`) is none.
    package var codeLines: Set<Int> {
        var lines: Set<Int> = []
        for rule in rules {
            lines.insert(rule.head.position.line)
            for alternative in rule.alternatives { lines.insert(alternative.position.line) }
        }
        walk { node in
            if case .expression(let expression) = node, !expression.isDeclaration {
                lines.insert(expression.position.line)
            }
            return true
        }
        return lines
    }
}

extension Expression {
    fileprivate var isDeclaration: Bool {
        if case .some = kind { return true }
        return false
    }
}
