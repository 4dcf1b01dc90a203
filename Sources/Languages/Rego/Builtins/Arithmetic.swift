internal import BigInt

extension Builtins {
    static let arithmetic: [Builtin] = [
        counted("plus") { left, right throws(BuiltinFailure) in try left + right },
        Builtin(
            "minus", [.oneOf([.number, .anySet]), .oneOf([.number, .anySet])], .oneOf([.number, .anySet]), call: minus),
        counted("mul") { left, right throws(BuiltinFailure) in try left * right },
        counted("div") { left, right throws(BuiltinFailure) in try left / right },
        counted("rem") { left, right throws(BuiltinFailure) in try left % right },
        rounded("round", \.nearest), rounded("ceil", \.ceiling), rounded("floor", \.floor), rounded("abs", \.magnitude),
    ]

    private static func counted(
        _ name: String,
        _ operation: @escaping @Sendable (RegoNumber, RegoNumber) throws(BuiltinFailure) -> RegoNumber
    ) -> Builtin {
        Builtin(name, [.number, .number], .number) { arguments, _ throws(BuiltinFailure) in
            .number(try operation(try arguments.number(0), try arguments.number(1)))
        }
    }

    private static func rounded(_ name: String, _ rounding: @escaping @Sendable (RegoNumber) -> RegoNumber) -> Builtin {
        Builtin(name, [.number], .number) { arguments, _ throws(BuiltinFailure) in
            .number(rounding(try arguments.number(0)))
        }
    }

    private static let minus: Builtin.Call = { arguments, _ throws(BuiltinFailure) in
        switch (arguments[0], arguments[1]) {
        case (.number(let left), .number(let right)): return .number(try left - right)
        case (.set(let left), .set(let right)): return .set(left.subtracting(right))
        case (.number, _): throw .operand(1, is: arguments[1], not: "number")
        case (.set, .number): throw .operand(1, is: arguments[1], not: "set")
        case (.set, _): throw .operand(1, is: arguments[1], not: "number")
        default: throw .operand(0, "must be one of {number, set} but got \(arguments[0].typeName)")
        }
    }

    static let bits: [Builtin] = [
        combined("bits.or") { $0 | $1 }, combined("bits.and") { $0 & $1 }, combined("bits.xor") { $0 ^ $1 },
        Builtin("bits.negate", [.number], .number) { arguments, _ throws(BuiltinFailure) in
            .number(RegoNumber(-(try arguments.bigInteger(0)) - 1))
        },
        Builtin("bits.lsh", [.number, .number], .number) { arguments, context throws(BuiltinFailure) in
            let value = try arguments.bigInteger(0)
            let width = try shift(arguments)
            guard value.magnitude.bitWidth + width <= largestWidth else {
                throw BuiltinFailure("the result has more than \(largestWidth) bits", .limit)
            }
            try context.spend(width / 64)
            return .number(RegoNumber(value << width))
        },
        Builtin("bits.rsh", [.number, .number], .number) { arguments, _ throws(BuiltinFailure) in
            let value = try arguments.bigInteger(0)
            let width = try shift(arguments)
            // Towards less, also below zero.
            return .number(RegoNumber(value.signum() < 0 ? -1 - ((-1 - value) >> width) : value >> width))
        },
    ]

    private static let largestWidth = 1 << 17

    private static func combined(
        _ name: String, _ operation: @escaping @Sendable (BigInt, BigInt) -> BigInt
    ) -> Builtin {
        Builtin(name, [.number, .number], .number) { arguments, _ throws(BuiltinFailure) in
            .number(RegoNumber(operation(try arguments.bigInteger(0), try arguments.bigInteger(1))))
        }
    }

    private static func shift(_ arguments: [RegoValue]) throws(BuiltinFailure) -> Int {
        let shift = try arguments.bigInteger(1)
        guard shift.signum() >= 0 else {
            throw .operand(1, "must be an unsigned integer number but got a negative integer")
        }
        return Int(clamping: shift) > largestWidth ? largestWidth + 1 : Int(clamping: shift)
    }
}
