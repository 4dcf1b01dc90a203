extension Planner {
    /// Says which variables never get a value, each once and where it stands first.
    mutating func refuse(_ units: [Unit], _ bound: Set<Variable>) {
        var unbound: [Variable] = []
        var seen: Set<Variable> = []
        units.forEachVariable { variable in
            if !bound.contains(variable), variables[variable].name != nil, seen.insert(variable).inserted {
                unbound.append(variable)
            }
        }
        var found: Set<Variable> = []
        for unit in units { for goal in unit.goals { goal.outputs { found.insert($0) } } }
        var inner: Set<Variable> = []
        for goal in units.flatMap(\.goals) {
            goal.forEachRegion { region in (region.start..<region.end).forEach { inner.insert($0) } }
        }
        unbound.removeAll(where: inner.contains)
        let roots = unbound.filter { !found.contains($0) }
        for variable in roots.isEmpty ? unbound : roots { refuse(variable, in: units) }
        if unbound.isEmpty, let unit = units.first {
            errors.append(
                RegoError(
                    .unsafeVariable, "the parts of this expression need each other's values", file: file,
                    at: unit.position))
        }
    }

    mutating func requireBound(_ operands: [Operand], _ bound: Set<Variable>, _ position: Position) {
        var unbound: [Variable] = []
        for operand in operands { operand.forEachVariable { if !bound.contains($0) { unbound.append($0) } } }
        for variable in unbound where variables[variable].name != nil { refuse(variable, in: []) }
    }

    private mutating func refuse(_ variable: Variable, in units: [Unit]) {
        let info = variables[variable]
        let name = info.name ?? "_"
        let error = RegoError(
            .unsafeVariable, "var \(name) is unsafe", hint: hint(variable, name, units), file: file, at: info.position)
        if !errors.contains(error) { errors.append(error) }
    }

    private func hint(_ variable: Variable, _ name: String, _ units: [Unit]) -> String {
        let isNegated = units.flatMap(\.goals).contains { goal in
            var isInside = false
            switch goal.kind {
            case .not(let region): region.units.forEachVariable { if $0 == variable { isInside = true } }
            case .known(let goals, _):
                for goal in goals { goal.forEachVariable { if $0 == variable { isInside = true } } }
            default: break
            }
            return isInside
        }
        if isNegated, name == "_" {
            return "`not` asks about known values; it does not look for one, so `_` inside it stands for nothing. "
                + "To say that no element fits, write a rule `found if { some x in xs; … }` and `not found`; "
                + "to speak of the element at hand, write `some x in xs` first and `not x.field` after it"
        }
        if isNegated {
            return "`not` does not give \(name) a value; bind it before, as in `some \(name) in xs`, "
                + "or write a rule `found if { some \(name) in xs; … }` and `not found`"
        }
        if name == "_" { return "`_` has to stand where values are found, as in `xs[_]`" }
        return "nothing gives \(name) a value; bind it with `some \(name) in …`, `\(name) := …`, or as an argument"
    }
}

extension Goal {
    /// Calls `visit` with the variables that it could bind.
    fileprivate func outputs(_ visit: (Variable) -> Void) {
        switch kind {
        case .unify(let left, let right):
            left.forEachVariable(visit)
            right.forEachVariable(visit)
        case .lookup(_, let path, let output):
            for operand in path { operand.forEachVariable(visit) }
            output?.forEachVariable(visit)
        case .call(_, _, let output): output?.forEachVariable(visit)
        case .comprehension(_, let variable), .template(_, let variable): visit(variable)
        case .with(_, let units): for unit in units { for goal in unit.goals { goal.outputs(visit) } }
        case .known, .test, .not, .every, .print: break
        }
    }

    func forEachRegion(_ visit: (Region) -> Void) {
        switch kind {
        case .comprehension(let comprehension, _): visit(comprehension.region)
        case .not(let region), .every(_, _, _, let region): visit(region)
        case .print(let values): for comprehension in values { visit(comprehension.region) }
        case .template(let segments, _): for case .values(let comprehension) in segments { visit(comprehension.region) }
        case .with(_, let units): for unit in units { for goal in unit.goals { goal.forEachRegion(visit) } }
        case .known(let goals, _): for goal in goals { goal.forEachRegion(visit) }
        case .unify, .test, .lookup, .call: break
        }
    }
}
