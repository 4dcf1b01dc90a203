/// Orders goals so that each finds its variables bound, and makes steps of them.
struct Planner {
    typealias Make = (any Step) -> any Step

    let variables: [VariableInfo]
    let file: String
    let context: PlanningContext
    var errors: [RegoError] = []

    init(variables: [VariableInfo], file: String, context: PlanningContext) {
        self.variables = variables
        self.file = file
        self.context = context
    }

    func place(_ position: Position) -> Site { Site(file: file, position: position) }

    /// A body that ends in `end`.
    mutating func body(_ units: [Unit], _ bound: inout Set<Variable>, end: any Step) -> any Step {
        let steps = order(units, &bound)
        return steps.reversed().reduce(end) { next, make in make(next) }
    }

    /// Steps in an order in which they can run. What cannot run is an error.
    mutating func order(_ units: [Unit], _ bound: inout Set<Variable>) -> [Make] {
        var steps: [Make] = []
        var waiting = units
        while !waiting.isEmpty {
            var rest: [Unit] = []
            for unit in waiting {
                if let made = self.steps(of: unit, &bound) { steps += made } else { rest.append(unit) }
            }
            guard rest.count < waiting.count else {
                refuse(rest, bound)
                for unit in rest { [unit].forEachVariable { bound.insert($0) } }
                return steps
            }
            waiting = rest
        }
        return steps
    }

    /// nil when it cannot run yet.
    private mutating func steps(of unit: Unit, _ bound: inout Set<Variable>) -> [Make]? {
        if unit.goals.count == 1 { return steps(of: unit.goals[0], &bound) }
        var tried = bound
        let before = errors
        var steps: [Make] = []
        var waiting = unit.goals
        while !waiting.isEmpty {
            var rest: [Goal] = []
            for goal in waiting {
                if let made = self.steps(of: goal, &tried) { steps += made } else { rest.append(goal) }
            }
            guard rest.count < waiting.count else {
                errors = before
                return nil
            }
            waiting = rest
        }
        bound = tried
        return steps
    }

    mutating func steps(of goal: Goal, _ bound: inout Set<Variable>) -> [Make]? {
        let place = place(goal.position)
        switch goal.kind {
        case .unify(let left, let right): return unify(left, right, &bound)
        case .test(let operand):
            guard isBound(operand, bound) else { return nil }
            return [{ TestStep(operand, then: $0) }]
        case .lookup(let root, let path, let output): return lookup(root, path, output, place, &bound)
        case .call(let callee, let arguments, let output): return call(callee, arguments, output, place, &bound)
        case .comprehension(let comprehension, let variable):
            guard let body = collect(comprehension, place, bound) else { return nil }
            bound.insert(variable)
            let constant = isConstant(comprehension.region) ? context.nextComprehension() : nil
            let kind = comprehension.kind
            return [{ ComprehensionStep(kind, body, to: variable, constant: constant, place, then: $0) }]
        case .not(let region):
            guard captures(region, bound) else { return nil }
            var inner = bound
            let body = body(region.units, &inner, end: FoundStep())
            return [{ NotStep(body, then: $0) }]
        case .known(let goals, let all):
            var isReady = true
            for goal in all {
                goal.forEachVariable { if variables[$0].name != nil, !bound.contains($0) { isReady = false } }
            }
            guard isReady else { return nil }
            return steps(of: Unit(goals: goals, position: goal.position), &bound)
        case .every(let key, let value, let domain, let region):
            return every(key, value, domain, region, place, bound)
        case .with(let replacements, let units): return with(replacements, units, &bound)
        case .print(let arguments):
            var bodies: [any Step] = []
            for argument in arguments {
                guard let body = collect(argument, place, bound) else { return nil }
                bodies.append(body)
            }
            return [{ PrintStep(bodies, place, then: $0) }]
        case .template(let segments, let variable): return template(segments, variable, place, &bound)
        case .reached: return [{ ReachedStep(place, then: $0) }]
        }
    }

    func isBound(_ operand: Operand, _ bound: Set<Variable>) -> Bool { operand.allVariables(are: bound.contains) }

    // MARK: - Regions

    /// Whether everything that a region uses from outside is there.
    private func captures(_ region: Region, _ bound: Set<Variable>, _ others: [Operand] = []) -> Bool {
        var isReady = true
        let check: (Variable) -> Void = { if !region.owns($0), !bound.contains($0) { isReady = false } }
        region.units.forEachVariable(check)
        for operand in others { operand.forEachVariable(check) }
        return isReady
    }

    /// It uses no variable from outside.
    private func isConstant(_ region: Region) -> Bool {
        var isConstant = true
        region.units.forEachVariable { if !region.owns($0) { isConstant = false } }
        return isConstant && !region.units.contains(where: \.talks)
    }

    private mutating func collect(_ comprehension: Comprehension, _ place: Site, _ bound: Set<Variable>) -> (any Step)?
    {
        guard captures(comprehension.region, bound, comprehension.head) else { return nil }
        var inner = bound
        let head = comprehension.head
        let end: any Step =
            head.count == 2 ? CollectMemberStep(head[0], head[1], place) : CollectStep(head[0], place)
        let body = body(comprehension.region.units, &inner, end: end)
        requireBound(head, inner, place.position)
        return body
    }

    private mutating func every(
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

    private mutating func with(
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
        return [
            { next in
                WithStep(replacements, steps.reversed().reduce(WithEndStep(then: next)) { next, make in make(next) })
            }
        ]
    }

    private mutating func template(
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

    // MARK: - Calls

    private func isWildcard(_ operand: Operand) -> Bool {
        if case .variable(let variable) = operand { return variables[variable].name == "_" }
        return false
    }

    private mutating func call(
        _ callee: Callee, _ arguments: [Operand], _ output: Operand?, _ place: Site, _ bound: inout Set<Variable>
    ) -> [Make]? {
        guard arguments.allSatisfy({ isBound($0, bound) }) else { return nil }
        var walked: Output?
        if callee == .builtin("walk"), case .array(let pair)? = output, pair.count == 2, isWildcard(pair[0]) {
            guard let element = self.output(pair[1], &bound) else { return nil }
            walked = element
        }
        guard let output = self.output(output, &bound) else { return nil }
        switch callee {
        case .function(let path):
            guard let group = context.functions[path] else { return [] }
            return [{ FunctionStep(callee, group, arguments, output, place, then: $0) }]
        case .builtin(let name):
            guard let builtin = context.builtins[name] else { return [] }
            if let element = walked, let value = arguments.first {
                return [{ WalkValuesStep(builtin, value, element, place, then: $0) }]
            }
            return [{ BuiltinStep(builtin, arguments, output, place, then: $0) }]
        }
    }
}

extension Unit {
    /// It prints, so that how often it runs can be seen.
    fileprivate var talks: Bool {
        goals.contains { goal in
            switch goal.kind {
            case .print, .reached: true
            case .call(.builtin("trace"), _, _): true
            case .with(_, let units): units.contains(where: \.talks)
            case .not(let region), .every(_, _, _, let region): region.units.contains(where: \.talks)
            case .comprehension(let comprehension, _): comprehension.region.units.contains(where: \.talks)
            default: false
            }
        }
    }
}

/// What the planner has to know of all policies.
final class PlanningContext {
    let functions: [[RegoValue]: Int]
    let builtins: [String: Builtin]
    let root: TreeNode
    let data: RegoValue
    /// Paths of rules that stand at a node, by number.
    let kinds: [Group.Kind]
    private(set) var comprehensions: Int

    init(
        functions: [[RegoValue]: Int], builtins: [String: Builtin], root: TreeNode, data: RegoValue,
        kinds: [Group.Kind],
        firstComprehension: Int = 0
    ) {
        self.functions = functions
        self.builtins = builtins
        self.root = root
        self.data = data
        self.kinds = kinds
        comprehensions = firstComprehension
    }

    func nextComprehension() -> Int {
        comprehensions += 1
        return comprehensions
    }
}
