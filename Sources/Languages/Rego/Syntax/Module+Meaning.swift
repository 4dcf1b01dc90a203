extension Module {
    /// The module without what formatting may change: places, comments, `=` for `:=`, imports of keywords.
    var meaning: Module {
        var module = self
        module.version = .v1
        module.comments = []
        module.packagePosition = .none
        module.imports = imports.filter { !["rego", "future"].contains($0.names.first ?? "") }
            .sorted { ($0.names + [$0.alias ?? ""]).lexicographicallyPrecedes($1.names + [$1.alias ?? ""]) }
            .map { Import(path: $0.path.placeless, alias: $0.alias, position: .none) }
        module.rules = rules.map(\.placeless)
        module.annotations = annotations.map { Annotations(scope: $0.scope, value: $0.value, position: .none) }
        return module
    }
}

extension Position {
    package static let none = Position(line: 0, column: 0, offset: 0)
}

extension Rule {
    var placeless: Rule {
        var rule = self
        rule.head.reference = head.reference.placeless
        rule.head.arguments = head.arguments?.map(\.placeless)
        switch head.kind {
        case .value(let value):
            // `p` and `p := true` mean the same.
            rule.head.kind = .value(value?.placeless ?? Term(.scalar(.bool(true)), at: .none))
        case .contains(let element): rule.head.kind = .contains(element.placeless)
        }
        rule.head.isAssigned = true
        rule.head.position = .none
        rule.body = body?.placeless
        rule.alternatives = alternatives.map {
            Alternative(value: $0.value?.placeless, body: $0.body?.placeless, position: .none)
        }
        rule.position = .none
        rule.end = 0
        return rule
    }
}

extension Body {
    var placeless: Body { Body(expressions.map(\.placeless), at: .none) }
}

extension Reference {
    var placeless: Reference { Reference(head: head.placeless, path: path.map(\.placeless)) }
}

extension Expression {
    var placeless: Expression {
        let modifiers = modifiers.map { With(target: $0.target.placeless, value: $0.value.placeless, at: .none) }
        return Expression(kind.placeless, isNegated: isNegated, modifiers: modifiers, at: .none)
    }
}

extension Expression.Kind {
    fileprivate var placeless: Expression.Kind {
        switch self {
        case .term(let term): .term(term.placeless)
        case .unify(let left, let right): .unify(left.placeless, right.placeless)
        case .assign(let left, let right): .assign(left.placeless, right.placeless)
        case .some(let names): .some(names.map(\.placeless))
        case .someIn(let key, let value, let collection):
            .someIn(key: key?.placeless, value: value.placeless, collection: collection.placeless)
        case .every(let key, let value, let domain, let body):
            .every(key: key?.placeless, value: value.placeless, domain: domain.placeless, body.placeless)
        case .not(let body): .not(body.placeless)
        }
    }
}

extension Term {
    var placeless: Term { Term(kind.placeless, at: .none) }
}

extension Term.Kind {
    fileprivate var placeless: Term.Kind {
        switch self {
        case .scalar, .variable, .wildcard: self
        case .reference(let head, let path): .reference(head.placeless, path.map(\.placeless))
        case .call(let name, let arguments): .call(name.placeless, arguments.map(\.placeless))
        case .array(let elements): .array(elements.map(\.placeless))
        case .object(let pairs): .object(pairs.map(\.placeless))
        case .set(let elements): .set(elements.map(\.placeless))
        case .arrayComprehension(let term, let body): .arrayComprehension(term.placeless, body.placeless)
        case .setComprehension(let term, let body): .setComprehension(term.placeless, body.placeless)
        case .objectComprehension(let pair, let body): .objectComprehension(pair.placeless, body.placeless)
        case .template(let parts): .template(parts.map(\.placeless))
        }
    }
}

extension Pair {
    fileprivate var placeless: Pair { Pair(key: key.placeless, value: value.placeless) }
}

extension TemplatePart {
    fileprivate var placeless: TemplatePart {
        switch self {
        case .text: self
        case .term(let term): .term(term.placeless)
        case .expression(let expression): .expression(expression.placeless)
        }
    }
}
