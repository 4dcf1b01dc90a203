extension Lowering {
    /// The units of a body, in the order of the text; its scope is open.
    mutating func units(of body: Body) -> [Unit] {
        var units: [Unit] = []
        for expression in body.expressions { units += self.units(of: expression) }
        return units
    }

    /// - Parameter value: takes the expression's value, so that it may be anything, `false` too; nil: it must not be
    ///   `false`.
    mutating func units(of expression: Expression, value: ((Operand) -> Void)? = nil) -> [Unit] {
        let position = expression.position
        var units: [Unit] = []
        if expression.modifiers.isEmpty {
            units = negatable(expression, value)
        } else {
            var draft = Draft()
            var replacements: [Replacement] = []
            for modifier in expression.modifiers {
                if let replacement = replacement(modifier, &draft) { replacements.append(replacement) }
            }
            let inner = negatable(expression, value)
            units =
                draft.units(at: position)
                + [Unit(goals: [Goal(kind: .with(replacements, inner), position: position)], position: position)]
        }
        if isCovered, !units.isEmpty { units[0].beginning = position }
        return units
    }

    private mutating func negatable(_ expression: Expression, _ value: ((Operand) -> Void)?) -> [Unit] {
        if !expression.isNegated, let value, case .term(let term) = expression.kind, !term.isPrint {
            var draft = Draft()
            value(operand(term, &draft))
            return draft.units(at: expression.position)
        }
        value?(.constant(.bool(true)))
        guard expression.isNegated else { return draft(of: expression).units(at: expression.position) }
        let position = expression.position
        switch expression.kind {
        case .assign: refuse(.compile, "cannot assign vars inside negated expression", at: position)
        case .some, .someIn:
            refuse(
                .compile, "cannot declare vars inside negated expression",
                hint: "write a rule that is true for one such value, and `not` before its name", at: position)
        default: break
        }
        let scope = scopes.count - 1
        var bare = expression
        bare.modifiers = []
        for wildcard in Mentions(of: bare).wildcards {
            let reserved = variable("_", at: wildcard)
            scopes[scope].reservedWildcards.append(reserved)
        }
        let start = variables.count
        let draft = draft(of: expression)
        scopes[scope].reservedWildcards = []
        return draft.negated(from: start, to: variables.count, at: position)
    }

    private mutating func draft(of expression: Expression) -> Draft {
        let position = expression.position
        var draft = Draft()
        switch expression.kind {
        case .term(let term): test(term, &draft)
        case .unify(let left, let right): unify(left, right, &draft, at: position)
        case .assign(let target, let value): assign(target, value, &draft, at: position)
        case .some(let terms):
            for term in terms {
                if case .variable(let name) = term.kind { _ = declare(name, .declared, at: term.position) }
            }
        case .someIn(let key, let value, let collection): iterate(key, value, collection, &draft, at: position)
        case .every(let key, let value, let domain, let body): every(key, value, domain, body, &draft, at: position)
        case .not(let body):
            let region = region(Mentions(of: body)) { $0.units(of: body) }
            draft.add(.not(region), at: position)
        }
        draft.markCore()
        return draft
    }

    private mutating func test(_ term: Term, _ draft: inout Draft) {
        switch term.kind {
        case .call(let name, let arguments) where name.isPrint: printCall(arguments, &draft, at: term.position)
        case .call(let name, let arguments) where name.dotted == "equal" && arguments.count == 2:
            equal(arguments[0], arguments[1], &draft, at: term.position)
        case .call(let name, let arguments):
            if let constant = metadataCall(name, arguments, at: term.position) {
                draft.add(.test(constant), at: term.position)
            } else {
                callExpression(name, arguments, &draft, at: term.position)
            }
        case .variable, .reference:
            switch place(term, &draft) {
            case .value(let operand): draft.add(.test(operand), at: term.position)
            case .lookup(let root, let path): draft.add(.lookup(root, path, nil), at: term.position)
            }
        default: draft.add(.test(operand(term, &draft)), at: term.position)
        }
    }

    private mutating func iterate(
        _ key: Term?, _ value: Term, _ collection: Term, _ draft: inout Draft, at position: Position
    ) {
        let start = place(collection, &draft)
        let index = key.map { pattern($0, .declared, &draft) } ?? .variable(variable(at: position))
        let element = pattern(value, .declared, &draft)
        switch start {
        case .value(let operand): draft.add(.lookup(.value(operand), [index], element), at: position)
        case .lookup(let root, let path): draft.add(.lookup(root, path + [index], element), at: position)
        }
    }

    private mutating func every(
        _ key: Term?, _ value: Term, _ domain: Term, _ body: Body, _ draft: inout Draft, at position: Position
    ) {
        let collection = operand(domain, &draft)
        let start = variables.count
        open(Mentions(of: [Term]()))
        let index = key.map { pattern($0, .declared, &draft) } ?? .variable(variable(at: position))
        let element = pattern(value, .declared, &draft)
        open(Mentions(of: body))
        let units = units(of: body)
        closeScope()
        closeScope()
        let region = Region(start: start, end: variables.count, units: units)
        draft.add(.every(key: index, value: element, domain: collection, region), at: position)
    }

}
