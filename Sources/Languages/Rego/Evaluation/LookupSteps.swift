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
