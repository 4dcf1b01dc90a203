/// One thing to do in a body. A step tries each way in which it can hold and hands on to the step after it.
///
/// Steps are made once, when a policy is compiled; what changes during an evaluation is in the machine.
protocol Step: AnyObject, Sendable {
    /// - Returns: whether enough was found, so that no step before it needs to look for more.
    func run(_ machine: Machine) throws(RegoError) -> Bool
}

/// Where a step stands, for errors and coverage.
struct Site: Sendable, Hashable {
    var file: String
    var position: Position

    func error(_ code: RegoError.Code, _ message: String, hint: String? = nil) -> RegoError {
        RegoError(code, message, hint: hint, file: file, at: position)
    }
}

/// The body holds, which is all that was asked.
final class FoundStep: Step {
    func run(_ machine: Machine) throws(RegoError) -> Bool { true }
}

/// Two sides can never be the same.
final class FailStep: Step {
    func run(_ machine: Machine) throws(RegoError) -> Bool { false }
}

final class BindStep: Step {
    let slot: Int
    let operand: Operand
    let next: any Step

    init(_ slot: Int, to operand: Operand, then next: any Step) {
        self.slot = slot
        self.operand = operand
        self.next = next
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        machine[slot] = machine.value(of: operand)
        return try next.run(machine)
    }
}

/// Both sides have values, which must be the same.
final class EqualStep: Step {
    let left: Operand
    let right: Operand
    let place: Site
    let next: any Step

    init(_ left: Operand, _ right: Operand, _ place: Site, then next: any Step) {
        self.left = left
        self.right = right
        self.place = place
        self.next = next
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        let left = machine.value(of: left)
        let right = machine.value(of: right)
        let breadth = left.breadth
        if breadth > 0 { try machine.spend(breadth, place) }
        guard left == right else { return false }
        return try next.run(machine)
    }
}

/// Takes a value apart.
final class MatchStep: Step {
    let operand: Operand
    let pattern: Pattern
    let next: any Step

    init(_ operand: Operand, _ pattern: Pattern, then next: any Step) {
        self.operand = operand
        self.pattern = pattern
        self.next = next
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        guard pattern.matches(machine.value(of: operand), machine) else { return false }
        return try next.run(machine)
    }
}

/// Holds for anything but `false`.
final class TestStep: Step {
    let operand: Operand
    let next: any Step

    init(_ operand: Operand, then next: any Step) {
        self.operand = operand
        self.next = next
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        guard machine.value(of: operand).isTruthy else { return false }
        return try next.run(machine)
    }
}

/// Notes that a line was reached.
final class ReachedStep: Step {
    let place: Site
    let next: any Step

    init(_ place: Site, then next: any Step) {
        self.place = place
        self.next = next
    }

    func run(_ machine: Machine) throws(RegoError) -> Bool {
        machine.reached.insert(place)
        return try next.run(machine)
    }
}
