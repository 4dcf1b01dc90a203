/// A query that may be asked many times. All that does not depend on the input was done before.
package struct Query: Sendable {
    let plan: Plan
    let start: any Step
    let frame: Int
    let place: Site

    /// All answers, in order.
    ///
    /// - Parameters:
    ///   - input: nil: `input` is undefined.
    ///   - isStrict: failures of built-ins end the evaluation instead of being undefined.
    package func results(
        input: RegoValue?, context: BuiltinContext, limits: Limits = .standard, isStrict: Bool = false
    ) throws(RegoError) -> [Answer] {
        try evaluate(input: input, context: context, limits: limits, isStrict: isStrict).answers
    }

    func evaluate(
        input: RegoValue?, context: BuiltinContext, limits: Limits, isStrict: Bool
    ) throws(RegoError) -> Machine {
        let machine = Machine(plan, input: input, builtins: context, limits: limits, isStrict: isStrict)
        let back = try machine.enter(frame, place)
        _ = try start.run(machine)
        machine.leave(back)
        return machine
    }
}

extension BuiltinContext {
    /// - Parameter seed: where chance starts.
    package convenience init(
        now: Int64, seed: UInt64 = 0, limits: Limits = .standard,
        zoneFile: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }
    ) {
        self.init(now: now, random: SeededGenerator(seed), fuel: limits.steps, zoneFile: zoneFile)
    }

    /// For the next evaluation: all steps are there again, nothing is printed or remembered, expressions stay compiled.
    package func renew(limits: Limits = .standard) {
        memory = [:]
        printed = []
        traced = []
        testCases = []
        fuel = limits.steps
    }
}

/// SplitMix64: small, and the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
