/// One thing to do in a body. A step tries each way in which it can hold and hands on to the step after it.
///
/// Steps are made once, when a policy is compiled; what changes during an evaluation is in the machine.
protocol Step: AnyObject, Sendable {
    /// - Returns: whether enough was found, so that no step before it needs to look for more.
    func run(_ machine: Machine) throws(RegoError) -> Bool
}

/// A step that holds in one way or not at all. A row of such steps runs in a loop, so that long bodies need no deep
/// stack.
protocol PlainStep: Step {
    var next: Follower { get }

    func holds(_ machine: Machine) throws(RegoError) -> Bool
}

extension PlainStep {
    func run(_ machine: Machine) throws(RegoError) -> Bool {
        guard try holds(machine) else { return false }
        var follower = next
        while let plain = follower.plain {
            guard try plain.holds(machine) else { return false }
            follower = plain.next
        }
        return try follower.step.run(machine)
    }
}

/// The step after a plain one.
struct Follower: Sendable {
    let step: any Step
    /// The same, where it is plain too.
    let plain: (any PlainStep)?

    init(_ step: any Step) {
        self.step = step
        plain = step as? any PlainStep
    }
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

final class BindStep: PlainStep {
    let slot: Int
    let operand: Operand
    let isBuilt: Bool
    let place: Site
    let next: Follower

    init(_ slot: Int, to operand: Operand, _ place: Site, then next: any Step) {
        self.slot = slot
        self.operand = operand
        self.place = place
        self.next = Follower(next)
        isBuilt = operand.isBuilt
    }

    func holds(_ machine: Machine) throws(RegoError) -> Bool {
        let value = machine.value(of: operand)
        if isBuilt { try machine.weigh(value, place) }
        machine[slot] = value
        return true
    }
}

/// Both sides have values, which must be the same.
final class EqualStep: PlainStep {
    let left: Operand
    let right: Operand
    let place: Site
    let next: Follower

    init(_ left: Operand, _ right: Operand, _ place: Site, then next: any Step) {
        self.left = left
        self.right = right
        self.place = place
        self.next = Follower(next)
    }

    func holds(_ machine: Machine) throws(RegoError) -> Bool {
        let left = machine.value(of: left)
        let right = machine.value(of: right)
        if left.breadth > 0 { try machine.spend(left.weight(upTo: machine.limits.elements), place) }
        guard left == right else { return false }
        return true
    }
}

/// Takes a value apart.
final class MatchStep: PlainStep {
    let operand: Operand
    let pattern: Pattern
    let next: Follower

    init(_ operand: Operand, _ pattern: Pattern, then next: any Step) {
        self.operand = operand
        self.pattern = pattern
        self.next = Follower(next)
    }

    func holds(_ machine: Machine) throws(RegoError) -> Bool {
        guard pattern.matches(machine.value(of: operand), machine) else { return false }
        return true
    }
}

/// Holds for anything but `false`.
final class TestStep: PlainStep {
    let operand: Operand
    let next: Follower

    init(_ operand: Operand, then next: any Step) {
        self.operand = operand
        self.next = Follower(next)
    }

    func holds(_ machine: Machine) throws(RegoError) -> Bool {
        guard machine.value(of: operand).isTruthy else { return false }
        return true
    }
}
