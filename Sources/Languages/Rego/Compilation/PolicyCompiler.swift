/// Makes a plan of modules and base documents.
struct PolicyCompiler {
    let modules: [Module]
    let options: CompileOptions
    private(set) var groups: [SourceGroup] = []
    private var errors: [RegoError] = []

    init(_ modules: [Module], _ options: CompileOptions) {
        self.modules = modules
        self.options = options
        var order: [[RegoValue]: Int] = [:]
        for (number, module) in modules.enumerated() {
            for rule in module.rules {
                let source = RuleSource(rule, in: module, number: number)
                if let group = order[source.path] {
                    groups[group].rules.append(source)
                } else {
                    order[source.path] = groups.count
                    groups.append(SourceGroup(path: source.path, rules: [source]))
                }
            }
        }
    }

    mutating func compile(_ data: RegoValue) throws(RegoErrors) -> CompiledPolicy {
        errors = RuleConflicts(groups, modules).errors
        try stop()
        let environment = environment()
        errors += StrictChecks(modules, isStrict: options.isStrict).errors
        let lowered = lower(environment)
        try stop()
        let root = RuleTree(groups, modules).node
        let kinds = groups.map(\.kind)
        let order = try order(lowered, root, kinds)
        let context = PlanningContext(
            functions: functions(kinds), builtins: environment.builtins, root: root, data: data, kinds: kinds)
        let planned = plan(lowered, kinds, context)
        try stop()
        let types = TypeChecker(groups, lowered, order: order, root: root, kinds: kinds, context)
        errors += types.errors
        try stop()
        let plan = Plan(groups: planned, root: root, data: data, functions: context.functions, marks: context.marks)
        return CompiledPolicy(plan: plan, environment: environment, types: types, context: context)
    }

    private func stop() throws(RegoErrors) {
        let sorted = errors.sorted { left, right in
            (left.file ?? "", left.position?.offset ?? 0) < (right.file ?? "", right.position?.offset ?? 0)
        }
        if let errors = RegoErrors(sorted) { throw errors }
    }

    private func environment() -> Environment {
        var environment = Environment(isStrict: options.isStrict)
        if let names = options.capabilities {
            environment.builtins = environment.builtins.filter { names.contains($0.key) }
        }
        for group in groups { if case .function(let arity) = group.kind { environment.functions[group.path] = arity } }
        for group in groups where group.kind != .object { environment.documents.insert(group.path) }
        return environment
    }

    private func functions(_ kinds: [Group.Kind]) -> [[RegoValue]: Int] {
        var functions: [[RegoValue]: Int] = [:]
        for (number, kind) in kinds.enumerated() {
            if case .function = kind { functions[groups[number].path] = number }
        }
        return functions
    }

    // MARK: - Names

    /// What names mean in one of `modules`, or in a text of the same package.
    static func names(of module: Module, among modules: [Module]) -> Names {
        let package = module.package.map(RegoValue.string)
        var globals: [String: Global] = [:]
        for other in modules where other.package == module.package {
            for rule in other.rules {
                guard case .variable(let name) = rule.head.reference.head.kind else { continue }
                globals[name] = .data(package + [.string(name)])
            }
        }
        for (name, global) in module.importedNames { globals[name] = global }
        return Names(file: module.file, package: package, version: module.version, globals: globals)
    }

    private mutating func lower(_ environment: Environment) -> [[LoweredRule]] {
        let names = modules.map { Self.names(of: $0, among: modules) }
        var packages: [(path: [String], Annotations)] = []
        for module in modules {
            for annotations in module.annotations where annotations.scope.isForPackages {
                packages.append((module.package, annotations))
            }
        }
        var lowered: [[LoweredRule]] = []
        for group in groups {
            var rules: [LoweredRule] = []
            for source in group.rules {
                let metadata = Metadata(source.rule, path: source.path, in: modules[source.module], packages: packages)
                var lowering = Lowering(
                    names: names[source.module], environment: environment, metadata: metadata,
                    isCovered: options.isCovered)
                rules.append(lowering.rule(source))
                errors += lowering.errors
            }
            lowered.append(rules)
        }
        return lowered
    }

    // MARK: - Rules

    /// The groups, each after those that it needs.
    private mutating func order(
        _ lowered: [[LoweredRule]], _ root: TreeNode, _ kinds: [Group.Kind]
    ) throws(RegoErrors) -> [Int] {
        let needs = lowered.map { rules in
            var needs: Set<Int> = []
            for branch in rules.flatMap(\.branches) {
                branch.units.forEachNeed { needs.formUnion(root.groups(at: $0[...], kinds: kinds)) }
            }
            return needs
        }
        let recursion = Recursion(groups, needs: needs)
        errors += recursion.errors
        try stop()
        return recursion.order
    }

    private mutating func plan(
        _ lowered: [[LoweredRule]], _ kinds: [Group.Kind], _ context: PlanningContext
    ) -> [Group] {
        var planned: [Group] = []
        for (number, rules) in lowered.enumerated() {
            let clauses = rules.map { clause($0, kinds[number], context) }
            let ordinary = rules.indices.filter { !rules[$0].source.rule.isDefault }
            let fallback = rules.indices.first { rules[$0].source.rule.isDefault }
            planned.append(
                Group(
                    number: number, path: groups[number].path, kind: kinds[number],
                    clauses: ordinary.map { clauses[$0] },
                    fallback: fallback.map { clauses[$0] }, index: ClauseIndex(ordinary.map { rules[$0] }),
                    place: Site(file: groups[number].rules[0].file, position: groups[number].rules[0].position),
                    endsEarly: endsEarly(ordinary.map { rules[$0] }, kinds[number])))
        }
        return planned
    }

    private func endsEarly(_ rules: [LoweredRule], _ kind: Group.Kind) -> Bool {
        guard kind != .set, kind != .object else { return false }
        let values = Set(rules.flatMap(\.branches).map(\.value))
        return values.count == 1 && values.first?.constant != nil
    }

    private mutating func clause(_ rule: LoweredRule, _ kind: Group.Kind, _ context: PlanningContext) -> Clause {
        var planner = Planner(variables: rule.variables, file: rule.source.file, context: context)
        var branches: [any Step] = []
        for branch in rule.branches {
            let place = planner.place(branch.position)
            var bound = Set(0..<rule.arity)
            var end: any Step =
                switch kind {
                case .complete, .function: DeliverStep(branch.value, kind, place)
                case .set: CollectStep(branch.value, place)
                case .object: MemberStep(branch.rest, branch.value, isElement: rule.source.isElement, place)
                }
            if options.isCovered { end = HeldStep(context.nextMark(place), then: end) }
            branches.append(planner.body(branch.units, &bound, end: end))
            if planner.errors.isEmpty { planner.requireBound([branch.value] + branch.rest, bound, branch.position) }
        }
        errors += planner.errors
        return Clause(frame: rule.variables.count, branches: branches, place: planner.place(rule.source.position))
    }
}

/// What the compiler leaves for queries.
struct CompiledPolicy: Sendable {
    var plan: Plan
    var environment: Environment
    var types: TypeChecker
    /// How many comprehensions are numbered already.
    var comprehensions: Int

    init(plan: Plan, environment: Environment, types: TypeChecker, context: PlanningContext) {
        self.plan = plan
        self.environment = environment
        self.types = types
        comprehensions = context.comprehensions
    }
}

extension Module {
    /// The names that imports give, in order.
    var importedNames: [(String, Global)] {
        imports.compactMap { (imported: Import) -> (String, Global)? in
            guard case .variable(let head) = imported.path.head.kind else { return nil }
            let path = imported.path.path.compactMap { if case .scalar(let key) = $0.kind { key } else { nil } }
            var name = imported.alias ?? head
            if imported.alias == nil, case .string(let last)? = path.last { name = last }
            return switch head {
            case "input": (name, .input(path))
            case "data": (name, .data(path))
            default: nil
            }
        }
    }
}
