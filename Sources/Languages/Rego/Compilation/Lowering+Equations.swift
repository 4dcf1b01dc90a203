extension Lowering {
    /// `left == right`: nothing is bound, and a constant side is compared where the other is found.
    mutating func equal(_ left: Term, _ right: Term, _ draft: inout Draft, at position: Position) {
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

    mutating func unify(_ left: Term, _ right: Term, _ draft: inout Draft, at position: Position) {
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

    mutating func assign(_ target: Term, _ value: Term, _ draft: inout Draft, at position: Position) {
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
    mutating func pattern(_ term: Term, _ kind: Declaration.Kind, _ draft: inout Draft) -> Operand {
        switch term.kind {
        case .variable(let name):
            if kind == .assigned, name == "input" || name == "data", names.version == .v1 || environment.isStrict {
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
