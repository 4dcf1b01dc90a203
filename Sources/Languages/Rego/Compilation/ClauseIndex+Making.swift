extension ClauseIndex {
    /// Looks for one reference that most of the rules compare with constants.
    init(_ rules: [LoweredRule]) {
        let wanted = rules.map { rule in
            (rule.branches.count == 1 ? rule.branches[0].units.wantedValues : [:]).filter { key, _ in
                if case .argument(let number) = key { number < rule.arity } else { true }
            }
        }
        var counts: [Key: Int] = [:]
        for key in wanted.flatMap(\.keys) { counts[key, default: 0] += 1 }
        let best = counts.max { ($0.value, "\($1.key)") < ($1.value, "\($0.key)") }
        guard rules.count > 1, let key = best?.key else {
            self.init(key: nil, wanted: rules.map { _ in nil })
            return
        }
        self.init(key: key, wanted: wanted.map { $0[key] })
    }
}

extension [Unit] {
    /// Values that references must have for the body to hold.
    fileprivate var wantedValues: [ClauseIndex.Key: Set<RegoValue>] {
        var wanted: [ClauseIndex.Key: Set<RegoValue>] = [:]
        for unit in self {
            var places: [Variable: ClauseIndex.Key] = [:]
            func key(_ operand: Operand) -> ClauseIndex.Key? {
                guard case .variable(let variable) = operand else { return nil }
                return places[variable] ?? .argument(variable)
            }
            func want(_ key: ClauseIndex.Key?, _ values: [RegoValue]) {
                if let key { wanted[key] = wanted[key]?.intersection(values) ?? Set(values) }
            }
            func compare(_ left: Operand, _ right: Operand) {
                if let value = right.constant { want(key(left), [value]) }
                if let value = left.constant { want(key(right), [value]) }
            }
            for goal in unit.goals {
                switch goal.kind {
                case .lookup(.input, let path, let output?):
                    let keys = path.compactMap(\.constant)
                    guard keys.count == path.count, !keys.isEmpty else { continue }
                    if let constant = output.constant { want(.input(keys), [constant]) }
                    if case .variable(let variable) = output { places[variable] = .input(keys) }
                case .unify(let left, let right): compare(left, right)
                case .call(.builtin("equal"), let sides, nil) where sides.count == 2: compare(sides[0], sides[1])
                case .call(.builtin("internal.member_2"), let sides, nil) where sides.count == 2:
                    switch sides[1].constant {
                    case .set(let set)?: want(key(sides[0]), set.elements)
                    case .array(let elements)?: want(key(sides[0]), elements)
                    default: break
                    }
                default: break
                }
            }
        }
        return wanted
    }
}
