extension Lowering {
    /// Adds a call, which comes before the expression that it stands in.
    mutating func call(
        _ name: Reference, _ arguments: [Term], output: Operand?, _ draft: inout Draft, at position: Position
    ) {
        guard let callee = callee(name, at: position) else { return }
        var inner = Draft()
        let operands = operands(arguments, &inner)
        if let arity = environment.arity(of: callee), operands.count != arity {
            refuse(
                .type, "\(callee.text): arity mismatch",
                hint: "have \(operands.count) arguments, want \(arity)", at: position)
        }
        inner.add(.call(callee, operands, output), at: position)
        draft.before += inner.units(at: position)
    }

    /// A call as an expression; one argument too many is its result, as in `plus(1, 2, x)`.
    mutating func callExpression(_ name: Reference, _ arguments: [Term], _ draft: inout Draft, at position: Position) {
        guard let callee = callee(name, at: position) else { return }
        var operands = operands(arguments, &draft)
        var output: Operand?
        if let arity = environment.arity(of: callee) {
            if operands.count == arity + 1 {
                output = operands.removeLast()
            } else if operands.count != arity {
                refuse(
                    .type, "\(callee.text): arity mismatch",
                    hint: "have \(operands.count) arguments, want \(arity)", at: position)
            }
        }
        draft.add(.call(callee, operands, output), at: position)
    }

    /// - Returns: nil after an error.
    mutating func callee(_ name: Reference, at position: Position) -> Callee? {
        guard case .variable(let head) = name.head.kind, let text = name.dotted else {
            refuse(.type, "a call needs the name of a function", at: position)
            return nil
        }
        let rest = name.path.compactMap { if case .scalar(let key) = $0.kind { key } else { nil } }
        var callee = Callee.builtin(text)
        switch names.global(head) {
        case .data(let path): callee = .function(path + rest)
        case .input: refuse(.type, "undefined function \(text)", at: position)
        case nil: break
        }
        if environment.arity(of: callee) == nil {
            let problem = environment.problem(with: callee)
            refuse(.type, problem.message, hint: problem.hint, at: position)
            return nil
        }
        if case .builtin(let name) = callee, environment.builtins[name]?.isDeprecated ?? false,
            environment.isStrict || names.version == .v1
        {
            refuse(
                .type, "deprecated built-in function calls in expression: \(name)",
                hint: "\(name) is only for older policies; look for its successor in OPA's reference", at: position)
        }
        return callee
    }

    /// `rego.metadata.rule()` and `chain()` are known when the policy is compiled.
    func metadataCall(_ name: Reference, _ arguments: [Term], at position: Position) -> Operand? {
        guard arguments.isEmpty else { return nil }
        return switch name.dotted {
        case "rego.metadata.rule": .constant(metadata.rule)
        case "rego.metadata.chain": .constant(metadata.chain)
        default: nil
        }
    }

    mutating func printCall(_ arguments: [Term], _ draft: inout Draft, at position: Position) {
        var values: [Comprehension] = []
        for argument in arguments { values.append(self.values(of: argument)) }
        draft.add(.print(values), at: position)
    }
}
