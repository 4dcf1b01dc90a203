extension Lowering {
    /// The units of a body, in the order of the text; its scope is open.
    mutating func units(of body: Body) -> [Unit] {
        var units: [Unit] = []
        for expression in body.expressions { units += self.units(of: expression) }
        return units
    }

    /// - Parameter value: takes the expression's value, so that it may be anything, `false` too; nil: it must not be `false`.
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
        if isCovered { units.append(Unit(goals: [Goal(kind: .reached, position: position)], position: position)) }
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

    /// `left == right`: nothing is bound, and a constant side is compared where the other is found.
    private mutating func equal(_ left: Term, _ right: Term, _ draft: inout Draft, at position: Position) {
        if case .scalar(let value) = right.kind, left.isReference {
            seek(left, as: .constant(value), &draft, at: position)
        } else if case .scalar(let value) = left.kind, right.isReference {
            seek(right, as: .constant(value), &draft, at: position)
        } else {
            let first = operand(left, &draft)
            if left.isReference { draft.markCore() }
            let second = operand(right, &draft)
            if right.isReference { draft.markCore() }
            draft.add(.call(.builtin("equal"), [first, second], nil), at: position)
        }
    }

    private mutating func unify(_ left: Term, _ right: Term, _ draft: inout Draft, at position: Position) {
        if left.isSought {
            let value = operand(right, &draft)
            if right.isReference { draft.markCore() }
            seek(left, as: value, &draft, at: position)
        } else {
            let value = operand(left, &draft)
            seek(right, as: value, &draft, at: position)
        }
    }

    /// Adds goals that find the term's value and unify it.
    private mutating func seek(_ term: Term, as value: Operand, _ draft: inout Draft, at position: Position) {
        switch term.kind {
        case .variable, .reference:
            switch place(term, &draft) {
            case .value(let operand): draft.add(.unify(operand, value), at: position)
            case .lookup(let root, let path): draft.add(.lookup(root, path, value), at: position)
            }
        case .call(let name, let arguments) where metadataCall(name, arguments, at: position) == nil:
            guard let callee = callee(name, at: term.position) else { return }
            let operands = operands(arguments, &draft)
            if let arity = environment.arity(of: callee), operands.count != arity {
                refuse(
                    .type, "\(callee.text): arity mismatch",
                    hint: "have \(operands.count) arguments, want \(arity)", at: term.position)
            }
            draft.add(.call(callee, operands, value), at: term.position)
        default: draft.add(.unify(operand(term, &draft), value), at: position)
        }
    }

    private mutating func assign(_ target: Term, _ value: Term, _ draft: inout Draft, at position: Position) {
        if case .variable = target.kind, !value.isSought {
            let operand = operand(value, &draft)
            let pattern = pattern(target, .assigned, &draft)
            draft.add(.unify(pattern, operand), at: position)
            return
        }
        // The value is lowered before its target is declared, since `x := x` speaks of two.
        var found = Draft()
        let result = operand(value, &found)
        let pattern = pattern(target, .assigned, &draft)
        if case .variable(let variable) = result, found.finds(variable, as: pattern) {
            draft.before += found.before
            draft.goals += found.goals
        } else {
            draft.before += found.before
            draft.goals += found.goals
            draft.add(.unify(pattern, result), at: position)
        }
    }

    /// The pattern left of `:=` or after `some`: its variables are new.
    private mutating func pattern(_ term: Term, _ kind: Declaration.Kind, _ draft: inout Draft) -> Operand {
        switch term.kind {
        case .variable(let name):
            if kind == .assigned, name == "input" || name == "data" {
                refuse(.compile, "variables must not shadow \(name) (use a different variable name)", at: term.position)
            }
            return .variable(declare(name, kind, at: term.position))
        case .array(let elements):
            var operands: [Operand] = []
            for element in elements { operands.append(pattern(element, kind, &draft)) }
            return .folded(array: operands)
        case .object(let pairs):
            var lowered: [OperandPair] = []
            for pair in pairs {
                let key = operand(pair.key, &draft)
                lowered.append(OperandPair(key: key, value: pattern(pair.value, kind, &draft)))
            }
            return .folded(object: lowered)
        case .reference, .call, .set, .arrayComprehension, .setComprehension, .objectComprehension, .template:
            if kind == .assigned { refuse(.compile, "cannot assign to \(term.kindName)", at: term.position) }
            return operand(term, &draft)
        case .scalar(let value):
            if kind == .assigned { refuse(.compile, "cannot assign to \(value.typeName)", at: term.position) }
            return .constant(value)
        case .wildcard: return operand(term, &draft)
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

    private mutating func replacement(_ modifier: With, _ draft: inout Draft) -> Replacement? {
        guard let target = target(modifier.target) else { return nil }
        if case .function(let replaced) = target {
            if let callee = function(modifier.value) {
                if let want = environment.arity(of: replaced), let have = environment.arity(of: callee), want != have {
                    refuse(
                        .type, "\(replaced.text): arity mismatch",
                        hint: "the replacement takes \(have) arguments, \(replaced.text) takes \(want)",
                        at: modifier.position)
                }
                return Replacement(target: target, value: .function(callee), position: modifier.position)
            }
        } else if let callee = function(modifier.value) {
            refuse(
                .compile, "with keyword replacing value by function \(callee.text)",
                hint: "only a function can be replaced by a function", at: modifier.position)
            return nil
        }
        return Replacement(
            target: target, value: .operand(operand(modifier.value, &draft)), position: modifier.position)
    }

    /// What `with` replaces, or nil after an error.
    private mutating func target(_ term: Term) -> Replacement.Target? {
        var ignored = Draft()
        if let function = function(term) {
            if case .builtin(let name) = function, Environment.irreplaceable.contains(name) {
                refuse(
                    .compile, "with keyword replacing built-in function: replacement of \(name) is not possible",
                    at: term.position)
                return nil
            }
            return .function(function)
        }
        guard case .lookup(let root, let path) = place(term, &ignored) else {
            refuse(
                .type, "with keyword target must reference existing input, data, or a function",
                hint: "write `with input.… as …` or `with data.… as …`", at: term.position)
            return nil
        }
        let keys = path.compactMap(\.constant)
        guard keys.count == path.count else {
            refuse(
                .type, "with keyword target must be a ground reference", hint: "use constants only in its path",
                at: term.position)
            return nil
        }
        switch root {
        case .input: return .input(keys)
        case .data: return .data(keys)
        case .value:
            refuse(.type, "with keyword target must reference existing input, data, or a function", at: term.position)
            return nil
        }
    }

    /// The function that a term names without calling it.
    private func function(_ term: Term) -> Callee? {
        let name: Reference
        switch term.kind {
        case .variable: name = Reference(head: term, path: [])
        case .reference(let head, let path): name = Reference(head: head, path: path)
        default: return nil
        }
        guard case .variable(let head) = name.head.kind, let text = name.dotted else { return nil }
        if scopes.contains(where: { $0.declared[head] != nil }) { return nil }
        var callee = Callee.builtin(text)
        if case .data(let path)? = names.global(head) {
            callee = .function(path + name.path.compactMap { if case .scalar(let key) = $0.kind { key } else { nil } })
        }
        return environment.arity(of: callee) == nil ? nil : callee
    }
}

extension Term {
    /// A reference or a call: its value is not known from the text.
    fileprivate var isSought: Bool {
        switch kind {
        case .reference, .call: true
        default: false
        }
    }

    fileprivate var isReference: Bool {
        if case .reference = kind { return true }
        return false
    }

    fileprivate var kindName: String {
        switch kind {
        case .reference: "ref"
        case .call: "call"
        case .set: "set"
        case .arrayComprehension: "arraycomprehension"
        case .setComprehension: "setcomprehension"
        case .objectComprehension: "objectcomprehension"
        default: "value"
        }
    }
}

extension Draft {
    /// Lets what finds this temporary variable fill the pattern at once, if the last goal does.
    fileprivate mutating func finds(_ variable: Variable, as pattern: Operand) -> Bool {
        if let last = goals.last {
            guard last.finds(variable) else { return false }
            goals[goals.count - 1] = last.finding(pattern)
            return true
        }
        guard let last = before.last?.goals.last, last.finds(variable) else { return false }
        before[before.count - 1].goals[before[before.count - 1].goals.count - 1] = last.finding(pattern)
        return true
    }
}

extension Goal {
    /// It is a lookup or a call whose result is this variable.
    fileprivate func finds(_ variable: Variable) -> Bool {
        switch kind {
        case .lookup(_, _, .variable(let output)), .call(_, _, .variable(let output)): output == variable
        default: false
        }
    }

    fileprivate func finding(_ output: Operand) -> Goal {
        var goal = self
        switch kind {
        case .lookup(let root, let path, _): goal.kind = .lookup(root, path, output)
        case .call(let callee, let arguments, _): goal.kind = .call(callee, arguments, output)
        default: break
        }
        return goal
    }
}
