/// Makes goals of one rule's or query's syntax: names become variables or paths, what is nested becomes goals of its
/// own.
struct Lowering {
    let names: Names
    let environment: Environment
    /// What `rego.metadata` answers here.
    let metadata: Metadata
    let isCovered: Bool
    var variables: [VariableInfo] = []
    var scopes: [Scope] = []
    var errors: [RegoError] = []

    init(names: Names, environment: Environment, metadata: Metadata = Metadata(), isCovered: Bool = false) {
        self.names = names
        self.environment = environment
        self.metadata = metadata
        self.isCovered = isCovered
    }

    mutating func variable(_ name: String? = nil, at position: Position) -> Variable {
        variables.append(VariableInfo(name: name, position: position))
        return variables.count - 1
    }

    mutating func refuse(_ code: RegoError.Code, _ message: String, hint: String? = nil, at position: Position) {
        errors.append(RegoError(code, message, hint: hint, file: names.file, at: position))
    }

    // MARK: - Scopes

    /// Opens the scope of a body that uses these names.
    mutating func open(_ mentions: Mentions) {
        scopes.append(Scope())
        for (name, position) in mentions.implicit where find(name) == nil && names.global(name) == nil {
            scopes[scopes.count - 1].implicit[name] = variable(name, at: position)
        }
    }

    @discardableResult
    mutating func close() -> Scope { scopes.removeLast() }

    private func find(_ name: String) -> Variable? {
        for scope in scopes.reversed() {
            if let declaration = scope.declared[name] { return declaration.variable }
        }
        if names.global(name) != nil { return nil }
        for scope in scopes {
            if let variable = scope.implicit[name] { return variable }
        }
        return nil
    }

    /// The variable of a name, or nil for a global one.
    mutating func local(_ name: String, at position: Position) -> Variable? {
        for index in scopes.indices.reversed() where scopes[index].declared[name] != nil {
            scopes[index].declared[name]?.isUsed = true
            return scopes[index].declared[name]?.variable
        }
        if names.global(name) != nil {
            scopes[scopes.count - 1].seen.insert(name)
            return nil
        }
        if let variable = find(name) { return variable }
        let new = variable(name, at: position)
        scopes[scopes.count - 1].implicit[name] = new
        return new
    }

    mutating func declare(_ name: String, _ kind: Declaration.Kind, at position: Position) -> Variable {
        let scope = scopes[scopes.count - 1]
        if let before = scope.declared[name] {
            let how =
                switch before.kind {
                case .argument: "arg \(name) redeclared"
                case .assigned: "var \(name) assigned above"
                case .declared: "var \(name) declared above"
                }
            if !(before.kind == .declared && kind == .assigned) {
                refuse(.compile, how, hint: "use another name, or `==` to compare", at: position)
                return before.variable
            }
            scopes[scopes.count - 1].declared[name]?.kind = .assigned
            return before.variable
        }
        if scopes.count == 2, scopes[0].declared[name]?.kind == .argument {
            refuse(.compile, "arg \(name) redeclared", hint: "use another name, or `==` to compare", at: position)
        }
        if scope.implicit[name] != nil || scope.seen.contains(name) {
            refuse(.compile, "var \(name) referenced above", hint: "declare \(name) before its first use", at: position)
        }
        let new = variable(name, at: position)
        scopes[scopes.count - 1].declared[name] = Declaration(kind: kind, variable: new, position: position)
        return new
    }

    /// Lowers with a scope of its own; the variables made meanwhile belong to the region.
    mutating func region(_ mentions: Mentions, _ lower: (inout Lowering) -> [Unit]) -> Region {
        let start = variables.count
        open(mentions)
        let units = lower(&self)
        closeScope()
        return Region(start: start, end: variables.count, units: units)
    }

    /// Closes a scope and says which of its declarations were never used, in strict mode.
    mutating func closeScope() {
        let scope = close()
        guard environment.isStrict else { return }
        for (name, declaration) in scope.declared.sorted(by: { $0.value.variable < $1.value.variable })
        where !declaration.isUsed {
            switch declaration.kind {
            case .argument:
                refuse(
                    .compile, "unused argument \(name). (hint: use _ (wildcard variable) instead)",
                    at: declaration.position)
            case .assigned: refuse(.compile, "assigned var \(name) unused", at: declaration.position)
            case .declared: refuse(.compile, "declared var \(name) unused", at: declaration.position)
            }
        }
    }
}

/// The goals of an expression while it is lowered.
struct Draft {
    /// Nested calls and comprehensions, which come before.
    var before: [Unit] = []
    var goals: [Goal] = []
    /// Which goals are the expression itself; the others find what it mentions.
    private var core: Set<Int> = []

    mutating func add(_ kind: Goal.Kind, at position: Position) { goals.append(Goal(kind: kind, position: position)) }

    /// The last goal belongs to the expression itself.
    mutating func markCore() {
        if !goals.isEmpty { core.insert(goals.count - 1) }
    }

    func units(at position: Position) -> [Unit] {
        goals.isEmpty ? before : before + [Unit(goals: goals, position: position)]
    }

    /// As in OPA, what a negated expression mentions in arguments and paths is looked up outside of the negation.
    func negated(from start: Variable, to end: Variable, at position: Position) -> [Unit] {
        let outer = goals.indices.filter { !core.contains($0) }.map { goals[$0] }
        let inner = goals.indices.filter(core.contains).map { goals[$0] }
        var foreign: Set<Variable> = []
        var units = before
        if !outer.isEmpty {
            units.append(Unit(goals: [Goal(kind: .known(outer, goals), position: position)], position: position))
        }
        units.forEachVariable { foreign.insert($0) }
        inner.forEach { goal in goal.forEachVariable { if $0 < start { foreign.insert($0) } } }
        let region = Region(
            start: start, end: end, foreign: foreign, units: [Unit(goals: inner, position: position)])
        units.append(Unit(goals: [Goal(kind: .not(region), position: position)], position: position))
        return units
    }
}
