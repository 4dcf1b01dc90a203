extension Planner {
    /// Steps that make two sides the same, or nil when too little is bound.
    func unify(_ left: Operand, _ right: Operand, _ place: Site, _ bound: inout Set<Variable>) -> [Make]? {
        var tried = bound
        var steps: [Make] = []
        var waiting = [(left, right)]
        while !waiting.isEmpty {
            var rest: [(Operand, Operand)] = []
            var isBetter = false
            for (left, right) in waiting {
                if let made = step(left, right, place, &tried) {
                    steps += made
                    isBetter = true
                } else if let parts = parts(left, right) {
                    rest += parts
                    isBetter = true
                } else {
                    rest.append((left, right))
                }
            }
            guard isBetter else { return nil }
            waiting = rest
        }
        bound = tried
        return steps
    }

    private func step(
        _ left: Operand, _ right: Operand, _ place: Site, _ bound: inout Set<Variable>
    ) -> [Make]? {
        switch (isBound(left, bound), isBound(right, bound)) {
        case (true, true): return [{ EqualStep(left, right, place, then: $0) }]
        case (true, false): return match(right, with: left, place, &bound)
        case (false, true): return match(left, with: right, place, &bound)
        case (false, false): return nil
        }
    }

    private func match(
        _ target: Operand, with value: Operand, _ place: Site, _ bound: inout Set<Variable>
    ) -> [Make]? {
        if case .variable(let slot) = target {
            bound.insert(slot)
            return [{ BindStep(slot, to: value, place, then: $0) }]
        }
        guard let pattern = pattern(target, &bound) else { return nil }
        return [{ MatchStep(value, pattern, then: $0) }]
    }

    /// The pairs that two composites consist of; one impossible pair when they can never be the same.
    private func parts(_ left: Operand, _ right: Operand) -> [(Operand, Operand)]? {
        switch (left.opened, right.opened) {
        case (.array(let left), .array(let right)):
            guard left.count == right.count else { return Self.impossible(left + right) }
            return Array(zip(left, right))
        case (.object(let left), .object(let right)):
            guard left.count == right.count else { return Self.impossible((left + right).map(\.value)) }
            var pairs: [(Operand, Operand)] = []
            for pair in left {
                guard let other = right.first(where: { $0.key == pair.key }) else {
                    let areKnown = (left + right).allSatisfy { $0.key.constant != nil }
                    return areKnown ? Self.impossible((left + right).map(\.value)) : nil
                }
                pairs.append((pair.value, other.value))
            }
            return pairs
        case (.array, .object), (.object, .array): return Self.impossible([left, right])
        default: return nil
        }
    }

    /// Never holds, and binds what would have been bound.
    private static func impossible(_ operands: [Operand]) -> [(Operand, Operand)] {
        [(.constant(.bool(true)), .constant(.bool(false)))]
            + operands.map { ($0, .constant(.null)) }
            .filter { pair in if case .variable = pair.0 { true } else { false } }
    }

    /// The way to take a value apart, or nil when it needs more variables.
    func pattern(_ operand: Operand, _ bound: inout Set<Variable>) -> Pattern? {
        if isBound(operand, bound) { return .equal(operand) }
        switch operand {
        case .constant: return .equal(operand)
        case .variable(let slot):
            bound.insert(slot)
            return .bind(slot)
        case .array(let elements):
            var patterns: [Pattern] = []
            for element in elements {
                guard let pattern = pattern(element, &bound) else { return nil }
                patterns.append(pattern)
            }
            return .array(patterns)
        case .object(let pairs):
            var members: [(key: Operand, pattern: Pattern)] = []
            for pair in pairs {
                guard isBound(pair.key, bound), let pattern = pattern(pair.value, &bound) else { return nil }
                members.append((pair.key, pattern))
            }
            return .object(members)
        case .set: return nil
        }
    }

    func output(_ operand: Operand?, _ bound: inout Set<Variable>) -> Output? {
        guard let operand else { return .truthy }
        if let constant = operand.constant { return .constant(constant) }
        var tried = bound
        guard let pattern = pattern(operand, &tried) else { return nil }
        bound = tried
        if case .bind(let slot) = pattern { return .bind(slot) }
        return .pattern(pattern)
    }
}

extension Operand {
    /// A constant composite by its parts.
    fileprivate var opened: Operand {
        switch self {
        case .constant(.array(let elements)): .array(elements.map(Operand.constant))
        case .constant(.object(let object)):
            .object(
                zip(object.keys, object.values).map { OperandPair(key: .constant($0), value: .constant($1)) })
        default: self
        }
    }
}
