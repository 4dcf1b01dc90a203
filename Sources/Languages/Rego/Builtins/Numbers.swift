internal import BigInt

extension Builtins {
    static let numbers: [Builtin] = [
        Builtin("numbers.range", [.number, .number], .array(of: .number)) { arguments, context throws(BuiltinFailure) in
            try range(try arguments.bigInteger(0), try arguments.bigInteger(1), by: 1, context)
        },
        Builtin("numbers.range_step", [.number, .number, .number], .array(of: .number)) {
            arguments, context throws(BuiltinFailure) in
            let (first, last) = (try arguments.bigInteger(0), try arguments.bigInteger(1))
            let step = try arguments.bigInteger(2)
            guard step.signum() > 0 else { throw BuiltinFailure("step must be a positive integer") }
            return try range(first, last, by: step, context)
        },
        Builtin("rand.intn", [.string, .number], .number) { arguments, context throws(BuiltinFailure) in
            let seed = try arguments.string(0)
            let bound = try arguments.integer(1).magnitude
            guard bound > 0 else { return .int(0) }
            return context.remembered(["rand.intn", seed, String(bound)]) {
                .int(Int(truncatingIfNeeded: context.random.next() % UInt64(bound)))
            }
        }.nondeterministic(),
    ]

    private static func range(
        _ first: BigInt, _ last: BigInt, by step: BigInt, _ context: BuiltinContext
    ) throws(BuiltinFailure) -> RegoValue {
        let count = Int(clamping: (last - first).magnitude / step.magnitude)
        try context.spend(count == .max ? count : count + 1)
        let isUp = last >= first
        if let start = Int(exactly: first), Int(exactly: last) != nil, let step = Int(exactly: step) {
            return .array((0...count).map { .int(isUp ? start + $0 * step : start - $0 * step) })
        }
        return .array(
            (0...count).map { .number(RegoNumber(isUp ? first + BigInt($0) * step : first - BigInt($0) * step)) })
    }

    static let identifiers: [Builtin] = [
        Builtin("uuid.rfc4122", [.string], .string) { arguments, context throws(BuiltinFailure) in
            let seed = try arguments.string(0)
            return context.remembered(["uuid.rfc4122", seed]) { .string(uuid(context)) }
        }.nondeterministic(),
        Builtin("uuid.parse", [.string], .record) { arguments, _ throws(BuiltinFailure) in
            let text = try arguments.string(0)
            // What is no UUID is undefined, not an error.
            return UUIDText(text).map { .object($0.fields) }
        },
    ]

    private static func uuid(_ context: BuiltinContext) -> String {
        var bytes = (0..<2).flatMap { _ in
            withUnsafeBytes(of: context.random.next().bigEndian) { Array($0) }
        }
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let hex = hexText(bytes).utf8
        let parts = [8, 4, 4, 4, 12].reduce(into: (rest: hex[...], parts: [String]())) { state, count in
            state.parts.append(String(Substring(state.rest.prefix(count))))
            state.rest = state.rest.dropFirst(count)
        }
        return parts.parts.joined(separator: "-")
    }
}

extension BuiltinContext {
    /// The answer to the same call in this evaluation, or a new one.
    func remembered(_ call: [String], _ answer: () -> RegoValue) -> RegoValue {
        let key = call.map { RegoValue.string($0) }
        if let known = memory[key] { return known }
        let new = answer()
        memory[key] = new
        return new
    }
}
