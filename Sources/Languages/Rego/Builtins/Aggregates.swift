extension Builtins {
    static let aggregates: [Builtin] = [
        Builtin("count", [.oneOf([.anySet, .anyArray, .anyObject, .string])], .number) {
            arguments, _ throws(BuiltinFailure) in
            switch arguments[0] {
            case .array(let elements): return .int(elements.count)
            case .set(let set): return .int(set.count)
            case .object(let object): return .int(object.count)
            case .string(let text): return .int(text.unicodeScalars.count)
            default: throw .operand(0, "must be one of {array, object, set, string} but got \(arguments[0].typeName)")
            }
        },
        folded("sum", from: 0) { total, next throws(BuiltinFailure) in try total + next },
        folded("product", from: 1) { total, next throws(BuiltinFailure) in try total * next },
        Builtin("max", [.collection], .any) { arguments, _ throws(BuiltinFailure) in
            // Of equal numbers the last: `1.0` may be written differently.
            try arguments.elements(0).reduce(nil) { best, next in
                best.map { $0.compare(next) <= 0 } ?? true ? next : best
            }
        },
        Builtin("min", [.collection], .any) { arguments, _ throws(BuiltinFailure) in
            try arguments.elements(0).reduce(nil) { best, next in
                best.map { $0.compare(next) >= 0 } ?? true ? next : best
            }
        },
        Builtin("sort", [.collection], .anyArray) { arguments, _ throws(BuiltinFailure) in
            if case .set(let set) = arguments[0] { return .array(set.elements) }
            return .array(try arguments.elements(0).sorted())
        },
        Builtin("all", [.collection], .boolean) { arguments, _ throws(BuiltinFailure) in
            .bool(try arguments.elements(0, "array, set").allSatisfy { $0 == .bool(true) })
        }.deprecated(),
        Builtin("any", [.collection], .boolean) { arguments, _ throws(BuiltinFailure) in
            .bool(try arguments.elements(0, "array, set").contains(.bool(true)))
        }.deprecated(),
    ]

    private static func folded(
        _ name: String, from start: Int,
        _ operation: @escaping @Sendable (RegoNumber, RegoNumber) throws(BuiltinFailure) -> RegoNumber
    ) -> Builtin {
        Builtin(name, [.oneOf([.set(of: .number), .array(of: .number)])], .number) {
            arguments, _ throws(BuiltinFailure) in
            var total = RegoNumber(start)
            for element in try arguments.elements(0) {
                guard case .number(let number) = element else {
                    throw .element(0, of: arguments[0], is: element, not: "number")
                }
                total = try operation(total, number)
            }
            return .number(total)
        }
    }
}
