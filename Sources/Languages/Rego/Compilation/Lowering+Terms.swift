extension Lowering {
    /// The value of a term; what has to be found first is added to the draft.
    mutating func operand(_ term: Term, _ draft: inout Draft) -> Operand {
        switch term.kind {
        case .scalar(let value): return .constant(value)
        case .wildcard: return .variable(wildcard(at: term.position))
        case .variable, .reference:
            switch place(term, &draft) {
            case .value(let operand): return operand
            case .lookup(let root, let path):
                let output = variable(at: term.position)
                draft.add(.lookup(root, path, .variable(output)), at: term.position)
                return .variable(output)
            }
        case .call(let name, let arguments):
            if let constant = metadataCall(name, arguments, at: term.position) { return constant }
            let output = Operand.variable(variable(at: term.position))
            call(name, arguments, output: output, &draft, at: term.position)
            return output
        case .array(let elements): return .folded(array: operands(elements, &draft))
        case .set(let elements): return .folded(set: operands(elements, &draft))
        case .object(let pairs):
            var lowered: [OperandPair] = []
            for pair in pairs {
                lowered.append(OperandPair(key: operand(pair.key, &draft), value: operand(pair.value, &draft)))
            }
            return .folded(object: lowered)
        case .arrayComprehension(let head, let body): return collect(.array, [head], body, &draft, at: term.position)
        case .setComprehension(let head, let body): return collect(.set, [head], body, &draft, at: term.position)
        case .objectComprehension(let pair, let body):
            return collect(.object, [pair.key, pair.value], body, &draft, at: term.position)
        case .template(let parts): return template(parts, &draft, at: term.position)
        }
    }

    mutating func operands(_ terms: [Term], _ draft: inout Draft) -> [Operand] {
        var operands: [Operand] = []
        for term in terms { operands.append(operand(term, &draft)) }
        return operands
    }

    mutating func wildcard(at position: Position) -> Variable {
        let scope = scopes.count - 1
        if scope >= 0, !scopes[scope].reservedWildcards.isEmpty { return scopes[scope].reservedWildcards.removeFirst() }
        return variable("_", at: position)
    }

    enum Place {
        case value(Operand)
        case lookup(Root, [Operand])
    }

    /// Where a variable or reference leads; anything else is a value.
    mutating func place(_ term: Term, _ draft: inout Draft) -> Place {
        switch term.kind {
        case .variable(let name):
            if let local = local(name, at: term.position) { return .value(.variable(local)) }
            return global(name)
        case .reference(let head, let path):
            let start = place(head, &draft)
            let rest = operands(path, &draft)
            switch start {
            case .value(let operand): return .lookup(.value(operand), rest)
            case .lookup(let root, let prefix): return .lookup(root, prefix + rest)
            }
        default: return .value(operand(term, &draft))
        }
    }

    private func global(_ name: String) -> Place {
        switch names.global(name) {
        case .input(let path): .lookup(.input, path.map(Operand.constant))
        case .data(let path): .lookup(.data, path.map(Operand.constant))
        case nil: .value(.constant(.null))
        }
    }

    // MARK: - Comprehensions and templates

    private mutating func collect(
        _ kind: Comprehension.Kind, _ head: [Term], _ body: Body, _ draft: inout Draft, at position: Position
    ) -> Operand {
        let comprehension = comprehension(kind, head, body)
        let output = variable(at: position)
        draft.before.append(
            Unit(goals: [Goal(kind: .comprehension(comprehension, output), position: position)], position: position))
        return .variable(output)
    }

    mutating func comprehension(_ kind: Comprehension.Kind, _ head: [Term], _ body: Body) -> Comprehension {
        var mentions = Mentions(of: body)
        mentions.add(head)
        var lowered: [Operand] = []
        let region = region(mentions) { lowering in
            var units = lowering.units(of: body)
            var draft = Draft()
            lowered = lowering.operands(head, &draft)
            units += draft.units(at: head[0].position)
            return units
        }
        return Comprehension(kind: kind, head: lowered, region: region)
    }

    /// All values of a term, so that one that is undefined is none.
    mutating func values(of term: Term) -> Comprehension {
        comprehension(.set, [term], Body([], at: term.position))
    }

    /// The same for a term with modifiers.
    private mutating func values(of expression: Expression) -> Comprehension {
        guard case .term(let term) = expression.kind else {
            return values(of: Term(.scalar(.null), at: expression.position))
        }
        let result = Term(.variable("result"), at: expression.position)
        var assignment = expression
        assignment.kind = .assign(result, term)
        return comprehension(.set, [result], Body([assignment], at: expression.position))
    }

    private mutating func template(_ parts: [TemplatePart], _ draft: inout Draft, at position: Position) -> Operand {
        var segments: [TemplateSegment] = []
        for part in parts {
            switch part {
            case .text(let text): segments.append(.text(text))
            case .term(let term): segments.append(.values(values(of: term)))
            case .expression(let expression): segments.append(.values(values(of: expression)))
            }
        }
        let output = variable(at: position)
        draft.before.append(
            Unit(goals: [Goal(kind: .template(segments, output), position: position)], position: position))
        return .variable(output)
    }
}
