/// What types rules have, and which expressions can never hold because of them.
struct TypeChecker: Sendable {
    private(set) var errors: [RegoError] = []
    /// Of the values of groups; of functions, their results.
    private(set) var types: [RegoType]
    /// What the arguments of functions can be.
    private(set) var arguments: [[RegoType]]

    private let root: TreeNode
    private let kinds: [Group.Kind]
    private let functions: [[RegoValue]: Int]
    private let builtins: [String: Builtin]

    /// - Parameter order: the groups, each after those that it needs.
    init(
        _ groups: [SourceGroup], _ rules: [[LoweredRule]], order: [Int], root: TreeNode, kinds: [Group.Kind],
        _ context: PlanningContext
    ) {
        types = Array(repeating: .any, count: groups.count)
        arguments = Array(repeating: [], count: groups.count)
        self.root = root
        self.kinds = kinds
        functions = context.functions
        builtins = context.builtins
        for number in order { check(number, rules[number]) }
    }

    private mutating func check(_ number: Int, _ rules: [LoweredRule]) {
        var values: [RegoType] = []
        var taken: [[RegoType]] = []
        for rule in rules {
            for branch in rule.branches {
                var inference = TypeInference(rule.variables, rule.source.file, self)
                inference.visit(branch.units)
                errors += inference.errors
                var type = inference.type(of: branch.value)
                if rule.source.isElement { type = .set(of: type) }
                for operand in branch.rest.reversed() { type = .object(of: type, by: inference.type(of: operand)) }
                values.append(type)
                taken.append((0..<rule.arity).map { inference.types[$0] ?? .any })
            }
        }
        types[number] = .union(values)
        if let first = taken.first {
            arguments[number] = first.indices.map { index in .union(taken.map { $0[index] }) }
        }
    }

    /// What is wrong with a query.
    func errors(_ units: [Unit], _ variables: [VariableInfo], file: String) -> [RegoError] {
        var inference = TypeInference(variables, file, self)
        inference.visit(units)
        return inference.errors
    }

    func builtin(_ name: String) -> Builtin? { builtins[name] }

    func function(_ path: [RegoValue]) -> Int? { functions[path] }

    /// The type at the start of a path below `data`, and how many steps of the path that took; nil where only documents
    /// are.
    func document(_ path: [Operand]) -> (type: RegoType, steps: Int)? {
        var node = root
        for (steps, operand) in path.enumerated() {
            guard let key = operand.constant, let child = node.children[key] else { return nil }
            node = child
            guard let group = node.group else { continue }
            if case .function = kinds[group] { return nil }
            return kinds[group] == .object && !node.children.isEmpty ? nil : (types[group], steps + 1)
        }
        return nil
    }
}
