extension Machine {
    /// The value of all rules of one path; nil is undefined.
    func document(_ number: Int) throws(RegoError) -> RegoValue? {
        switch world.document(number) {
        case .value(let value): return value
        case .undefined: return nil
        case .unknown: break
        }
        let group = plan.groups[number]
        let value: RegoValue? =
            switch group.kind {
            case .complete: try single(group, [])
            case .set: try elements(group)
            case .object: try members(group).value
            case .function: nil
            }
        world.remember(number, value)
        return value
    }

    func call(_ number: Int, _ arguments: [RegoValue]) throws(RegoError) -> RegoValue? {
        let key = CallKey(arguments: arguments)
        switch world.call(number, key) {
        case .value(let value): return value
        case .undefined: return nil
        case .unknown: break
        }
        let value = try single(plan.groups[number], arguments)
        try account(4 + 2 * arguments.count, plan.groups[number].place)
        world.remember(number, key, value)
        return value
    }

    private func single(_ group: Group, _ arguments: [RegoValue]) throws(RegoError) -> RegoValue? {
        var result: RegoValue?
        for number in group.index.clauses(self, arguments: arguments) {
            let clause = group.clauses[number]
            guard let value = try value(of: clause, arguments) else { continue }
            if let before = result, before != value { throw conflict(group.kind, clause.place) }
            result = value
            if group.endsEarly { break }
        }
        if result == nil, let fallback = group.fallback { result = try value(of: fallback, arguments) }
        return result
    }

    private func value(of clause: Clause, _ arguments: [RegoValue]) throws(RegoError) -> RegoValue? {
        let back = try enter(clause.frame, clause.place)
        for (slot, argument) in arguments.enumerated() { self[slot] = argument }
        var value: RegoValue?
        for branch in clause.branches {
            delivered.append(nil)
            _ = try branch.run(self)
            value = delivered.removeLast()
            if value != nil { break }
        }
        leave(back)
        return value
    }

    func conflict(_ kind: Group.Kind, _ place: Site) -> RegoError {
        switch kind {
        case .function: place.error(.conflict, "functions must not produce multiple outputs for same inputs")
        case .object: place.error(.conflict, "object keys must be unique")
        case .complete, .set:
            place.error(
                .conflict, "complete rules must not produce multiple outputs",
                hint: "give the rule one value, or make it a set with `contains`")
        }
    }

    private func elements(_ group: Group) throws(RegoError) -> RegoValue {
        collected.append([])
        try run(group)
        return .set(RegoSet(collected.removeLast()))
    }

    /// The elements that each clause of a set gives, not yet in order and perhaps several times.
    func elementsByClause(_ number: Int) throws(RegoError) -> [(clause: Int, values: [RegoValue])] {
        let group = plan.groups[number]
        var found: [(clause: Int, values: [RegoValue])] = []
        for clause in group.index.clauses(self, arguments: []) {
            collected.append([])
            try run(group.clauses[clause])
            let values = collected.removeLast()
            if !values.isEmpty { found.append((clause, values)) }
        }
        world.remember(number, .set(RegoSet(found.flatMap(\.values))))
        return found
    }

    /// What rules with computed paths say.
    func members(_ group: Group, into tree: MemberTree = MemberTree()) throws(RegoError) -> MemberTree {
        built.append(tree)
        try run(group)
        built.removeLast()
        return tree
    }

    private func run(_ group: Group) throws(RegoError) {
        for number in group.index.clauses(self, arguments: []) { try run(group.clauses[number]) }
    }

    private func run(_ clause: Clause) throws(RegoError) {
        let back = try enter(clause.frame, clause.place)
        for branch in clause.branches { _ = try branch.run(self) }
        leave(back)
    }
}
