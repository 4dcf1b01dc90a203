/// Orders goals so that each finds its variables bound, and makes steps of them.
struct Planner {
    typealias Make = (any Step) -> any Step

    let variables: [VariableInfo]
    let file: String
    let context: PlanningContext
    var errors: [RegoError] = []
    /// How many bodies lie around each other; one is a rule's own.
    private var nesting = 0
    /// Expressions of the rule's own bodies so far; only for a trace.
    private var attempts = 0

    init(variables: [VariableInfo], file: String, context: PlanningContext) {
        self.variables = variables
        self.file = file
        self.context = context
    }

    func place(_ position: Position) -> Site { Site(file: file, position: position) }

    /// A body that ends in `end`.
    mutating func body(_ units: [Unit], _ bound: inout Set<Variable>, end: any Step) -> any Step {
        nesting += 1
        defer { nesting -= 1 }
        guard units.count <= Self.longestBody else {
            errors.append(
                RegoError(
                    .compile, "a body has more than \(Self.longestBody) expressions",
                    hint: "split it into several rules",
                    file: file, at: units[Self.longestBody].position))
            return end
        }
        return chain(order(units, &bound), end: end)
    }

    /// Expressions of one body, with those that the compiler makes of nested calls.
    private static let longestBody = 5_000

    func chain(_ steps: [Make], end: any Step) -> any Step { steps.reversed().reduce(end) { next, make in make(next) } }

    /// Steps in an order in which they can run. What cannot run is an error.
    mutating func order(_ units: [Unit], _ bound: inout Set<Variable>) -> [Make] {
        var steps: [Make] = []
        var waiting = units
        while !waiting.isEmpty {
            var rest: [Unit] = []
            for unit in waiting {
                let before = bound
                if let made = self.steps(of: unit, &bound) {
                    if let position = unit.beginning { steps.append(attempt(position, before)) }
                    steps += made
                } else {
                    rest.append(unit)
                }
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

    /// Notes that an expression begins, with the variables that have values before it.
    private mutating func attempt(_ position: Position, _ bound: Set<Variable>) -> Make {
        let mark = context.nextMark(place(position))
        guard nesting == 1 else { return { AttemptStep(mark, of: nil, then: $0) } }
        attempts += 1
        let known = bound.sorted().compactMap { variable in
            variables[variable].name.flatMap { $0 == "_" ? nil : (name: $0, slot: variable) }
        }
        let attempt = AttemptStep.Own(number: attempts, variables: known)
        return { AttemptStep(mark, of: attempt, then: $0) }
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
        case .unify(let left, let right): return unify(left, right, place, &bound)
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
            guard all.allSatisfy({ hasNamesBound($0, bound) }) else { return nil }
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
        }
    }

    /// Whether all variables with a name are bound, but for those of nested bodies.
    private func hasNamesBound(_ goal: Goal, _ bound: Set<Variable>) -> Bool {
        var regions: [Region] = []
        goal.forEachRegion { regions.append($0) }
        var isReady = true
        goal.forEachVariable { variable in
            if variables[variable].name != nil, !bound.contains(variable),
                !regions.contains(where: { $0.owns(variable) })
            {
                isReady = false
            }
        }
        return isReady
    }

    func isBound(_ operand: Operand, _ bound: Set<Variable>) -> Bool { operand.allVariables(are: bound.contains) }

}
