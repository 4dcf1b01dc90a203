/// Calls a built-in.
final class BuiltinStep: PlainStep {
    let builtin: Builtin
    let arguments: [Operand]
    let output: Output
    let place: Site
    let next: Follower

    init(_ builtin: Builtin, _ arguments: [Operand], _ output: Output, _ place: Site, then next: any Step) {
        self.builtin = builtin
        self.arguments = arguments
        self.output = output
        self.place = place
        self.next = Follower(next)
    }

    func holds(_ machine: Machine) throws(RegoError) -> Bool {
        guard let value = try machine.answer(builtin, arguments, place) else { return false }
        return output.takes(value, machine)
    }
}

/// Calls a built-in with many answers.
final class RelationStep: Step {
    let builtin: Builtin
    let arguments: [Operand]
    let output: Output
    let place: Site
    let next: any Step

    init(_ builtin: Builtin, _ arguments: [Operand], _ output: Output, _ place: Site, then next: any Step) {
        self.builtin = builtin
        self.arguments = arguments
        self.output = output
        self.place = place
        self.next = next
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        guard let value = try machine.answer(builtin, arguments, place) else { return false }
        let isReplaced = machine.world.replacedFunctions?[.builtin(builtin.name)] != nil
        guard !isReplaced, case .array(let results) = value else {
            return output.takes(value, machine) ? try next.run(machine) : false
        }
        try machine.spend(results.count, place)
        try machine.checkStack(place)
        for result in results where output.takes(result, machine) {
            if try next.run(machine) { return true }
        }
        return false
    }
}

/// `walk(x, [_, value])`: all values in a value, without the paths that nobody asks for.
final class WalkValuesStep: Step {
    let builtin: Builtin
    let root: Operand
    let output: Output
    let place: Site
    let next: any Step

    init(_ builtin: Builtin, _ root: Operand, _ output: Output, _ place: Site, then next: any Step) {
        self.builtin = builtin
        self.root = root
        self.output = output
        self.place = place
        self.next = next
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        let root = machine.value(of: root)
        if machine.world.replacedFunctions != nil,
            let replaced = try machine.replacement(of: .builtin(builtin.name), [root], place)
        {
            guard let replaced, case .array(let pair) = replaced, pair.count == 2 else { return false }
            return output.takes(pair[1], machine) ? try next.run(machine) : false
        }
        return try visit(root, depth: 0, machine)
    }

    private func visit(_ value: RegoValue, depth: Int, _ machine: Machine) throws(RegoError) -> Bool {
        try machine.spend(1, place)
        guard depth < machine.limits.depth else {
            throw place.error(.limit, "walk: the value is more than \(machine.limits.depth) levels deep")
        }
        if output.takes(value, machine), try next.run(machine) { return true }
        let inner: [RegoValue] =
            switch value {
            case .array(let elements): elements
            case .set(let set): set.elements
            case .object(let object): object.values
            case .null, .bool, .number, .string: []
            }
        for element in inner where try visit(element, depth: depth + 1, machine) { return true }
        return false
    }
}

/// Calls a function of a policy.
final class FunctionStep: PlainStep {
    let callee: Callee
    let group: Int
    let arguments: [Operand]
    let output: Output
    let place: Site
    let next: Follower

    init(
        _ callee: Callee, _ group: Int, _ arguments: [Operand], _ output: Output, _ place: Site, then next: any Step
    ) {
        self.callee = callee
        self.group = group
        self.arguments = arguments
        self.output = output
        self.place = place
        self.next = Follower(next)
    }

    func holds(_ machine: Machine) throws(RegoError) -> Bool {
        let values = arguments.map(machine.value(of:))
        for (argument, value) in zip(arguments, values) where argument.isBuilt { try machine.weigh(value, place) }
        var value: RegoValue?
        if machine.world.replacedFunctions != nil, let replaced = try machine.replacement(of: callee, values, place) {
            value = replaced
        } else {
            value = try machine.call(group, values)
        }
        guard let value, output.takes(value, machine) else { return false }
        return true
    }
}

extension Machine {
    /// What the built-in, or what stands in its place, says.
    func answer(_ builtin: Builtin, _ arguments: [Operand], _ place: Site) throws(RegoError) -> RegoValue? {
        let values = arguments.map(value(of:))
        if world.replacedFunctions != nil,
            let replaced = try replacement(of: .builtin(builtin.name), values, place)
        {
            return replaced
        }
        return try call(builtin, values, place)
    }

    /// - Returns: nil where the call is undefined.
    /// - Throws: the failure of the built-in in strict mode; limits always.
    func call(_ builtin: Builtin, _ arguments: [RegoValue], _ place: Site) throws(RegoError) -> RegoValue? {
        try spend(on: arguments, isDeep: builtin.looksDeep, place)
        let answer: RegoValue?
        do {
            answer = try builtin.call(arguments, builtins)
        } catch {
            switch error.reason {
            case .limit: throw place.error(.limit, "\(builtin.name): \(error.message)")
            case .operand where isStrict: throw place.error(.operand, "\(builtin.name): \(error.message)")
            case .call where isStrict: throw place.error(.builtin, "\(builtin.name): \(error.message)")
            case .operand, .call: return nil
            }
        }
        if let breadth = answer?.breadth, breadth > 0 {
            try spend(breadth, place)
            try account(breadth, place)
            if let answer, builtin.looksDeep { try weigh(answer, place) }
        }
        return answer
    }

    /// The answer of what `with` put in a function's place. The outer nil: nothing was; the inner one: undefined.
    func replacement(of callee: Callee, _ arguments: [RegoValue], _ place: Site) throws(RegoError) -> RegoValue?? {
        guard let replacement = world.replacedFunctions?[callee] else { return .none }
        switch replacement {
        case .value(let value): return .some(value)
        case .function(let other):
            let before = world
            world = before.withRealFunctions()
            let answer: RegoValue?
            switch other {
            case .function(let path):
                guard let group = plan.functions[path] else { return .some(nil) }
                answer = try call(group, arguments)
            case .builtin(let name):
                guard let builtin = Builtins.byName[name] else { return .some(nil) }
                answer = try call(builtin, arguments, place)
            }
            world = before
            return .some(answer)
        }
    }
}
