/// Runs a body in another world; what follows it runs in the old one.
final class WithStep: Step {
    let replacements: [Replacement]
    let place: Site
    let body: any Step

    init(_ replacements: [Replacement], _ place: Site, _ body: any Step) {
        self.replacements = replacements
        self.place = place
        self.body = body
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        // The new world remembers nothing yet.
        try machine.spend(16 + machine.world.groupCount / 4, place)
        let before = machine.world
        let after = before.replacing(replacements, machine)
        machine.outer.append(before)
        machine.world = after
        let isEnough = try body.run(machine)
        machine.world = before
        machine.outer.removeLast()
        return isEnough
    }
}

/// The end of a body in another world.
final class WithEndStep: Step {
    let next: any Step

    init(then next: any Step) { self.next = next }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        let inner = machine.world
        let outer = machine.outer.removeLast()
        machine.world = outer
        let isEnough = try next.run(machine)
        machine.outer.append(outer)
        machine.world = inner
        return isEnough
    }
}

extension World {
    fileprivate func replacing(_ replacements: [Replacement], _ machine: Machine) -> World {
        var input = input
        var data = data
        var paths = replacedData
        var functions = replacedFunctions ?? [:]
        for replacement in replacements {
            switch (replacement.target, replacement.value) {
            case (.input(let path), .operand(let operand)):
                input = (input ?? .null).replacing(path[...], with: machine.value(of: operand))
            case (.data(let path), .operand(let operand)):
                data = data.replacing(path[...], with: machine.value(of: operand))
                paths = (paths ?? []) + [path]
            case (.function(let callee), .operand(let operand)): functions[callee] = .value(machine.value(of: operand))
            case (.function(let callee), .function(let other)): functions[callee] = .function(other)
            case (.input, .function), (.data, .function): break
            }
        }
        return World(
            input: input, data: data, replacedData: paths, replacedFunctions: functions.isEmpty ? nil : functions,
            groups: groupCount)
    }
}

extension RegoValue {
    /// With another value at a path; what is no object on the way becomes one.
    fileprivate func replacing(_ path: ArraySlice<RegoValue>, with value: RegoValue) -> RegoValue {
        guard let key = path.first else { return value }
        var object = RegoObject.empty
        if case .object(let own) = self { object = own }
        let below = object[key] ?? .null
        object.set(key, to: below.replacing(path.dropFirst(), with: value))
        return .object(object)
    }
}
