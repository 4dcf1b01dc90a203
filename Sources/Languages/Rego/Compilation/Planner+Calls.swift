extension Planner {
    private func isWildcard(_ operand: Operand) -> Bool {
        if case .variable(let variable) = operand { return variables[variable].name == "_" }
        return false
    }

    mutating func call(
        _ callee: Callee, _ arguments: [Operand], _ output: Operand?, _ place: Site, _ bound: inout Set<Variable>
    ) -> [Make]? {
        guard arguments.allSatisfy({ isBound($0, bound) }) else { return nil }
        var walked: Output?
        if callee == .builtin("walk"), case .array(let pair)? = output, pair.count == 2, isWildcard(pair[0]) {
            guard let element = self.output(pair[1], &bound) else { return nil }
            walked = element
        }
        guard let output = self.output(output, &bound) else { return nil }
        if callee == .builtin("equal"), arguments.count == 2, case .truthy = output {
            return [{ EqualStep(arguments[0], arguments[1], place, then: $0) }]
        }
        switch callee {
        case .function(let path):
            guard let group = context.functions[path] else { return [] }
            return [{ FunctionStep(callee, group, arguments, output, place, then: $0) }]
        case .builtin(let name):
            guard let builtin = context.builtins[name] else { return [] }
            if let element = walked, let value = arguments.first {
                return [{ WalkValuesStep(builtin, value, element, place, then: $0) }]
            }
            if builtin.isRelation { return [{ RelationStep(builtin, arguments, output, place, then: $0) }] }
            return [{ BuiltinStep(builtin, arguments, output, place, then: $0) }]
        }
    }
}
