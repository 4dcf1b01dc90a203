extension Builtins {
    static let arrays: [Builtin] = [
        Builtin("array.concat", [.anyArray, .anyArray], .anyArray) { arguments, _ throws(BuiltinFailure) in
            .array(try arguments.array(0) + (try arguments.array(1)))
        },
        Builtin("array.flatten", [.anyArray], .anyArray) { arguments, _ throws(BuiltinFailure) in
            .array(try arguments.array(0).flatMap { if case .array(let inner) = $0 { inner } else { [$0] } })
        },
        Builtin("array.reverse", [.anyArray], .anyArray) { arguments, _ throws(BuiltinFailure) in
            .array(try arguments.array(0).reversed())
        },
        Builtin("array.slice", [.anyArray, .number, .number], .anyArray) { arguments, _ throws(BuiltinFailure) in
            let elements = try arguments.array(0)
            let (start, stop) = (try arguments.integer(1), try arguments.integer(2))
            let end = min(max(stop, 0), elements.count)
            return .array(Array(elements[min(max(start, 0), end)..<end]))
        },
    ]

    static let sets: [Builtin] = [
        paired("and") { $0.intersection($1) }, paired("or") { $0.union($1) },
        paired("set_diff") { $0.subtracting($1) }.deprecated(),
        Builtin("intersection", [.set(of: .anySet)], .anySet) { arguments, _ throws(BuiltinFailure) in
            let sets = try inner(arguments)
            return .set(sets.dropFirst().reduce(sets.first ?? .empty) { $0.intersection($1) })
        },
        Builtin("union", [.set(of: .anySet)], .anySet) { arguments, _ throws(BuiltinFailure) in
            .set(RegoSet(try inner(arguments).flatMap(\.elements)))
        },
    ]

    private static func paired(_ name: String, _ operation: @escaping @Sendable (RegoSet, RegoSet) -> RegoSet)
        -> Builtin
    {
        Builtin(name, [.anySet, .anySet], .anySet) { arguments, _ throws(BuiltinFailure) in
            .set(operation(try arguments.set(0), try arguments.set(1)))
        }
    }

    private static func inner(_ arguments: [RegoValue]) throws(BuiltinFailure) -> [RegoSet] {
        var sets: [RegoSet] = []
        for element in try arguments.set(0).elements { sets.append(try [element].set(0)) }
        return sets
    }
}
