/// A reference into `input` or a value, all of whose keys are known.
final class PathStep: PlainStep {
    /// nil: `input`.
    let root: Operand?
    let elements: [PathElement]
    let output: Output
    let next: Follower

    init(_ root: Root, _ elements: [PathElement], _ output: Output, then next: any Step) {
        if case .value(let operand) = root { self.root = operand } else { self.root = nil }
        self.elements = elements
        self.output = output
        self.next = Follower(next)
    }

    func holds(_ machine: Machine) throws(RegoError) -> Bool {
        guard var value = root.map(machine.value(of:)) ?? machine.world.input else { return false }
        for element in elements {
            guard let key = element.key(machine), let member = value.member(key) else { return false }
            value = member
        }
        return output.takes(value, machine)
    }
}

/// A reference into `input`.
final class InputStep: Step {
    let walk: Walk

    init(_ walk: Walk) { self.walk = walk }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        guard let input = machine.world.input else { return false }
        return try walk.run(input, from: 0, machine)
    }
}

/// A reference into a value.
final class ValueStep: Step {
    let root: Operand
    let walk: Walk

    init(_ root: Operand, _ walk: Walk) {
        self.root = root
        self.walk = walk
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        try walk.run(machine.value(of: root), from: 0, machine)
    }
}
