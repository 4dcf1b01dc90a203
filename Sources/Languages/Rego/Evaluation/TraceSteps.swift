/// Notes that an expression is about to be looked at.
final class AttemptStep: PlainStep {
    /// Of an expression in a rule's own body.
    struct Own: Sendable {
        /// How many begin before it.
        var number: Int
        /// Those that have values by now.
        var variables: [(name: String, slot: Int)]
    }

    let mark: Int
    let own: Own?
    let next: Follower

    init(_ mark: Int, of own: Own?, then next: any Step) {
        self.mark = mark
        self.own = own
        self.next = Follower(next)
    }

    func holds(_ machine: Machine) throws(RegoError) -> Bool {
        machine.trace.marks[mark] = true
        if let own, machine.depth == Trace.depth {
            let testCase = machine.builtins.testCases.count
            machine.trace.attempt(mark, own.number, testCase) { own.variables.map { ($0.name, machine[$0.slot]) } }
        }
        return true
    }
}

/// Notes that a body holds.
final class HeldStep: PlainStep {
    let mark: Int
    let next: Follower

    init(_ mark: Int, then next: any Step) {
        self.mark = mark
        self.next = Follower(next)
    }

    func holds(_ machine: Machine) throws(RegoError) -> Bool {
        machine.trace.marks[mark] = true
        return true
    }
}
