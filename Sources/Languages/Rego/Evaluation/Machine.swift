/// One evaluation: the frames of the rules that are under way, what they have found so far, and what may still be
/// spent.
final class Machine {
    let plan: Plan
    let builtins: BuiltinContext
    let limits: Limits
    let isStrict: Bool
    private let stack = StackGuard()

    /// What `input`, `data` and functions are at the moment.
    var world: World

    /// Variables of all frames, the newest last.
    private var slots: [RegoValue]
    private var base = 0
    private var top = 0
    private(set) var depth = 0

    /// What comprehensions and sets have collected, the innermost last.
    var collected: [[RegoValue]] = []
    /// Values of complete rules and functions, the innermost last.
    var delivered: [RegoValue?] = []
    /// Partial objects, the innermost last.
    var built: [MemberTree] = []
    /// Worlds that come back when a `with` ends, the innermost last.
    var outer: [World] = []
    var answers: [Answer] = []
    /// Only where the program is compiled for it.
    var trace: Trace
    /// Elements that were collected, as an estimate of memory.
    private var elements = 0

    init(_ plan: Plan, input: RegoValue?, builtins: BuiltinContext, limits: Limits, isStrict: Bool) {
        self.plan = plan
        self.builtins = builtins
        self.limits = limits
        self.isStrict = isStrict
        trace = Trace(marks: plan.marks.count)
        world = World(input: input, data: plan.data, groups: plan.groups.count)
        slots = Array(repeating: .null, count: 32)
    }

    subscript(_ slot: Int) -> RegoValue {
        get { slots[base + slot] }
        set { slots[base + slot] = newValue }
    }

    func value(of operand: Operand) -> RegoValue {
        switch operand {
        case .constant(let value): return value
        case .variable(let slot): return slots[base + slot]
        case .array(let elements): return .array(elements.map(value(of:)))
        case .set(let elements): return .set(RegoSet(elements.map(value(of:))))
        case .object(let pairs):
            return .object(RegoObject(pairs.map { (value(of: $0.key), value(of: $0.value)) }))
        }
    }

    // MARK: - Frames

    /// What to go back to after a frame.
    struct Return {
        fileprivate var base: Int
    }

    /// Opens the frame of a rule, behind the caller's.
    func enter(_ size: Int, _ place: Site) throws(RegoError) -> Return {
        guard depth < limits.depth else {
            throw place.error(.limit, "rules and functions call each other more than \(limits.depth) deep")
        }
        try spend(1, place)
        try checkStack(place)
        depth += 1
        let back = Return(base: base)
        base = top
        top += size
        if top > slots.count { slots += Array(repeating: .null, count: max(top - slots.count, slots.count)) }
        return back
    }

    func leave(_ back: Return) {
        depth -= 1
        top = base
        base = back.base
    }

    // MARK: - Limits

    func checkStack(_ place: Site) throws(RegoError) {
        if stack.isExhausted {
            throw place.error(
                .limit, "rules, loops and comprehensions are nested too deep for the stack",
                hint: "shorten the chain of rules and functions that leads here")
        }
    }

    func spend(_ steps: Int, _ place: Site) throws(RegoError) {
        builtins.fuel -= steps
        if builtins.fuel < 0 {
            throw place.error(
                .limit, "the evaluation took more than \(limits.steps) steps",
                hint: "look for a loop over many values in this rule, or raise the limit")
        }
    }

    /// Adds to what the innermost comprehension or set has collected.
    func collect(_ value: RegoValue, _ place: Site) throws(RegoError) {
        collected[collected.count - 1].append(value)
        try account(value.room, place)
    }

    /// For work that grows with values.
    ///
    /// - Parameter isDeep: with all that is nested in them, or with what lies in them at once.
    func spend(on values: [RegoValue], isDeep: Bool, _ place: Site) throws(RegoError) {
        var steps = 1
        for value in values {
            let breadth = value.breadth
            steps += isDeep && breadth > 0 ? value.weight(upTo: limits.elements) : breadth
        }
        try spend(steps, place)
    }

    /// For what is kept: 24 bytes count as one.
    func account(_ count: Int, _ place: Site) throws(RegoError) {
        elements += count
        if elements > limits.elements {
            throw place.error(
                .limit, "the evaluation collected more than \(limits.elements) values",
                hint: "look for a comprehension over many values, or raise the limit")
        }
    }
}

/// How much an evaluation may use before it is stopped. Policies are foreign data.
package struct Limits: Sendable {
    /// Values looked at, rules and functions entered, work of built-ins.
    package var steps = 50_000_000
    /// Rules and functions that wait for each other.
    package var depth = 1_000
    /// Values in comprehensions, sets, objects and answers of built-ins, all together; 16 bytes of a text count as one.
    package var elements = 10_000_000

    package init() {}

    package static let standard = Limits()
}

extension RegoValue {
    /// How many values lie in it at once; 16 bytes of a text count as one.
    var breadth: Int {
        switch self {
        case .null, .bool, .number: 0
        case .string(let text): text.utf8.count / 16
        case .array(let elements): elements.count
        case .object(let object): object.count
        case .set(let set): set.count
        }
    }

    /// How much memory it takes where it was made for this place, in units of 24 bytes; what is nested counts elsewhere.
    var room: Int {
        switch self {
        case .null, .bool, .number: 1
        case .string(let text): text.utf8.count < 16 ? 1 : 3 + text.utf8.count / 24
        case .array(let elements): 3 + elements.count
        case .set(let set): 3 + set.count
        case .object(let object): 5 + 2 * object.count
        }
    }
}
