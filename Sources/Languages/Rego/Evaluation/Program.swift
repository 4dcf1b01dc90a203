/// Checked policies and base documents, ready for queries. It does not change; many evaluations may share it.
package struct Program: Sendable {
    let policy: CompiledPolicy
    private let modules: [Module]

    /// - Parameter data: the base documents, an object.
    /// - Throws: everything that is wrong with the modules.
    package init(
        modules: [Module], data: RegoValue = .object(.empty), options: CompileOptions = CompileOptions()
    ) throws(RegoErrors) {
        var compiler = PolicyCompiler(modules, options)
        policy = try compiler.compile(data)
        self.modules = modules
        rules = compiler.groups.flatMap { group in
            group.rules.map { source in
                NamedRule(
                    package: modules[source.module].package,
                    name: referenceText(Array(source.path.dropFirst(modules[source.module].package.count)), head: "")
                        .droppingDot,
                    path: source.path, file: source.file, position: source.position, isDefault: source.rule.isDefault,
                    isFunction: source.rule.head.arguments != nil,
                    annotations: source.rule.annotations.map { modules[source.module].annotations[$0] })
            }
        }
    }

    /// All rules, those of one name next to each other.
    package let rules: [NamedRule]

    /// - Parameters:
    ///   - capturesValues: answers have the values of the query's expressions too, and `false` is an answer, as in
    ///     `opa eval`.
    ///   - module: the query is asked within its package, where its imports count; its rules do not.
    package func prepare(
        _ query: Body, capturesValues: Bool = false, in module: Module? = nil
    ) throws(RegoErrors) -> Query {
        let names =
            module.map { PolicyCompiler.names(of: $0, among: modules) }
            ?? Names(file: "query", package: [], version: .v0, globals: [:])
        var lowering = Lowering(names: names, environment: policy.environment)
        let lowered = lowering.query(query, capturesValues: capturesValues)
        if let errors = RegoErrors(lowering.errors) { throw errors }
        let context = PlanningContext(
            functions: policy.plan.functions, builtins: policy.environment.builtins, root: policy.plan.root,
            data: policy.plan.data, kinds: policy.plan.groups.map(\.kind), firstComprehension: policy.comprehensions)
        var planner = Planner(variables: lowering.variables, file: "query", context: context)
        var bound: Set<Variable> = []
        let place = planner.place(query.position)
        let start = planner.body(
            lowered.units, &bound, end: AnswerStep(names: lowered.names, values: lowered.values, place))
        if planner.errors.isEmpty { planner.requireBound(lowered.values, bound, query.position) }
        if let errors = RegoErrors(planner.errors) { throw errors }
        if let errors = RegoErrors(policy.types.errors(lowered.units, lowering.variables, file: "query")) {
            throw errors
        }
        return Query(plan: policy.plan, start: start, frame: lowering.variables.count, place: place)
    }

    /// A query for the value of one path: `data.a.b`.
    package func prepare(path: [String]) throws(RegoErrors) -> Query {
        let start = Position.start
        let steps = path.map { Term(.scalar(.string($0)), at: start) }
        let term = Term(.reference(Term(.variable("data"), at: start), steps), at: start)
        return try prepare(Body([Expression(.term(term), at: start)], at: start), capturesValues: true)
    }
}

extension String {
    fileprivate var droppingDot: String { hasPrefix(".") ? String(dropFirst()) : self }
}

/// A rule of a policy, for who asks for rules by name.
package struct NamedRule: Sendable, Hashable {
    package var package: [String]
    /// Within its package: `deny`, `a.b`.
    package var name: String
    /// Below `data`.
    package var path: [RegoValue]
    package var file: String
    package var position: Position
    package var isDefault: Bool
    package var isFunction: Bool
    package var annotations: [Annotations]
}
