// Going through everything that a part of a policy is made of, in the order of the text.

/// What a walk meets.
enum SyntaxNode {
    case term(Term)
    case expression(Expression)
}

/// - Returns: false to leave out what is inside.
typealias SyntaxVisit = (SyntaxNode) -> Bool

extension Module {
    func walk(_ visit: SyntaxVisit) {
        for rule in rules { rule.walk(visit) }
    }
}

extension Rule {
    func walk(_ visit: SyntaxVisit) {
        head.walk(visit)
        body?.walk(visit)
        for alternative in alternatives {
            alternative.value?.walk(visit)
            alternative.body?.walk(visit)
        }
    }
}

extension RuleHead {
    func walk(_ visit: SyntaxVisit) {
        for step in reference.path { step.walk(visit) }
        for argument in arguments ?? [] { argument.walk(visit) }
        switch kind {
        case .value(let value): value?.walk(visit)
        case .contains(let element): element.walk(visit)
        }
    }
}

extension Body {
    func walk(_ visit: SyntaxVisit) {
        for expression in expressions { expression.walk(visit) }
    }
}

extension Expression {
    func walk(_ visit: SyntaxVisit) {
        guard visit(.expression(self)) else { return }
        switch kind {
        case .term(let term): term.walk(visit)
        case .unify(let left, let right), .assign(let left, let right):
            left.walk(visit)
            right.walk(visit)
        case .some(let names): for name in names { name.walk(visit) }
        case .someIn(let key, let value, let collection):
            key?.walk(visit)
            value.walk(visit)
            collection.walk(visit)
        case .every(let key, let value, let domain, let body):
            key?.walk(visit)
            value.walk(visit)
            domain.walk(visit)
            body.walk(visit)
        case .not(let body): body.walk(visit)
        }
        for modifier in modifiers {
            modifier.target.walk(visit)
            modifier.value.walk(visit)
        }
    }
}

extension Term {
    func walk(_ visit: SyntaxVisit) {
        guard visit(.term(self)) else { return }
        switch kind {
        case .scalar, .variable, .wildcard: break
        case .reference(let head, let path):
            head.walk(visit)
            for step in path { step.walk(visit) }
        case .call(let name, let arguments):
            for step in name.path { step.walk(visit) }
            for argument in arguments { argument.walk(visit) }
        case .array(let elements), .set(let elements): for element in elements { element.walk(visit) }
        case .object(let pairs): for pair in pairs { pair.walk(visit) }
        case .arrayComprehension(let term, let body), .setComprehension(let term, let body):
            term.walk(visit)
            body.walk(visit)
        case .objectComprehension(let pair, let body):
            pair.walk(visit)
            body.walk(visit)
        case .template(let parts):
            for part in parts {
                switch part {
                case .text: break
                case .term(let term): term.walk(visit)
                case .expression(let expression): expression.walk(visit)
                }
            }
        }
    }
}

extension Pair {
    func walk(_ visit: SyntaxVisit) {
        key.walk(visit)
        value.walk(visit)
    }
}
