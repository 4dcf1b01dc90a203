/// A rule as goals.
struct LoweredRule {
    var source: RuleSource
    var variables: [VariableInfo]
    var branches: [Branch]

    /// The body, or one `else`.
    struct Branch {
        var units: [Unit]
        var value: Operand
        /// The computed rest of the rule's name.
        var rest: [Operand]
        var position: Position
    }

    var arity: Int {
        if case .function(let arity) = source.kind { return arity }
        return 0
    }
}

extension Lowering {
    mutating func rule(_ source: RuleSource) -> LoweredRule {
        scopes.append(Scope())
        let start = arguments(source.rule.head.arguments ?? [], at: source.position)
        let rule = source.rule
        let value: Term
        switch rule.head.kind {
        case .value(let written): value = written ?? Term(.scalar(.bool(true)), at: source.position)
        case .contains(let element): value = element
        }
        var branches = [branch(start, rule.body, value, source.rest, at: source.position)]
        for alternative in rule.alternatives {
            let value = alternative.value ?? Term(.scalar(.bool(true)), at: alternative.position)
            branches.append(branch(start, alternative.body, value, source.rest, at: alternative.position))
        }
        closeScope()
        return LoweredRule(source: source, variables: variables, branches: branches)
    }

    /// Arguments are the first variables; what is more than a name is taken apart first.
    private mutating func arguments(_ terms: [Term], at position: Position) -> [Unit] {
        var patterns: [(Variable, Term)] = []
        for term in terms {
            if case .variable(let name) = term.kind, scopes[0].declared[name] == nil {
                _ = declare(name, .argument, at: term.position)
            } else {
                let argument = variable(at: term.position)
                if case .wildcard = term.kind { continue }
                patterns.append((argument, term))
            }
        }
        for name in Mentions(of: patterns.map(\.1)).names where scopes[0].declared[name.name] == nil {
            if names.global(name.name) == nil { _ = declare(name.name, .argument, at: name.position) }
        }
        var units: [Unit] = []
        for (argument, term) in patterns {
            var draft = Draft()
            let pattern = operand(term, &draft)
            draft.add(.unify(.variable(argument), pattern), at: term.position)
            units += draft.units(at: term.position)
        }
        return units
    }

    private mutating func branch(
        _ start: [Unit], _ body: Body?, _ value: Term, _ rest: [Term], at position: Position
    ) -> LoweredRule.Branch {
        let body = body ?? Body([], at: position)
        var mentions = Mentions(of: body)
        mentions.add(rest + [value])
        open(mentions)
        var units = start + self.units(of: body)
        var draft = Draft()
        let rest = operands(rest, &draft)
        let value = operand(value, &draft)
        units += draft.units(at: position)
        closeScope()
        return LoweredRule.Branch(units: units, value: value, rest: rest, position: position)
    }
}
