extension Planner {
    /// Whether everything that a region uses from outside is there.
    func captures(_ region: Region, _ bound: Set<Variable>, _ others: [Operand] = []) -> Bool {
        var isReady = true
        let check: (Variable) -> Void = { if !region.owns($0), !bound.contains($0) { isReady = false } }
        region.units.forEachVariable(check)
        for operand in others { operand.forEachVariable(check) }
        return isReady
    }

    /// It uses no variable from outside.
    func isConstant(_ region: Region) -> Bool {
        var isConstant = true
        region.units.forEachVariable { if !region.owns($0) { isConstant = false } }
        return isConstant && !region.units.contains(where: \.talks)
    }

    mutating func collect(_ comprehension: Comprehension, _ place: Site, _ bound: Set<Variable>) -> (any Step)? {
        guard captures(comprehension.region, bound, comprehension.head) else { return nil }
        var inner = bound
        let head = comprehension.head
        let end: any Step =
            head.count == 2 ? CollectMemberStep(head[0], head[1], place) : CollectStep(head[0], place)
        let body = body(comprehension.region.units, &inner, end: end)
        requireBound(head, inner, place.position)
        return body
    }

    mutating func every(
        _ key: Operand, _ value: Operand, _ domain: Operand, _ region: Region, _ place: Site, _ bound: Set<Variable>
    ) -> [Make]? {
        guard isBound(domain, bound), captures(region, bound, [key, value]) else { return nil }
        var inner = bound
        guard let keyPattern = pattern(key, &inner), let valuePattern = pattern(value, &inner) else { return nil }
        let body = body(region.units, &inner, end: FoundStep())
        return [
            {
                EveryStep(key: keyPattern, value: valuePattern, domain: domain, body: body, place, then: $0)
            }
        ]
    }

    mutating func with(
        _ replacements: [Replacement], _ units: [Unit], _ bound: inout Set<Variable>
    ) -> [Make]? {
        for case .operand(let operand) in replacements.map(\.value) where !isBound(operand, bound) { return nil }
        var inner = bound
        let before = errors
        let steps = order(units, &inner)
        guard errors.count == before.count else {
            // Perhaps later, when more variables are bound.
            let wasHopeless = units.allSatisfy { unit in
                var isBound = true
                [unit].forEachVariable { if !bound.contains($0), variables[$0].name != nil { isBound = false } }
                return isBound
            }
            if !wasHopeless { errors = before }
            return wasHopeless ? [] : nil
        }
        bound = inner
        let place = place(replacements.first?.position ?? Position(line: 0, column: 0, offset: 0))
        let planner = self
        return [{ WithStep(replacements, place, planner.chain(steps, end: WithEndStep(then: $0))) }]
    }

    mutating func template(
        _ segments: [TemplateSegment], _ variable: Variable, _ place: Site, _ bound: inout Set<Variable>
    ) -> [Make]? {
        var made: [TemplateStep.Segment] = []
        for segment in segments {
            switch segment {
            case .text(let text): made.append(.text(text))
            case .values(let comprehension):
                guard let body = collect(comprehension, place, bound) else { return nil }
                made.append(.values(body))
            }
        }
        bound.insert(variable)
        return [{ TemplateStep(made, to: variable, place, then: $0) }]
    }
}

extension Unit {
    /// It prints, so that how often it runs can be seen.
    fileprivate var talks: Bool {
        goals.contains { goal in
            switch goal.kind {
            case .print: true
            case .call(.builtin("trace"), _, _): true
            case .with(_, let units): units.contains(where: \.talks)
            case .not(let region), .every(_, _, _, let region): region.units.contains(where: \.talks)
            case .comprehension(let comprehension, _): comprehension.region.units.contains(where: \.talks)
            default: false
            }
        }
    }
}
