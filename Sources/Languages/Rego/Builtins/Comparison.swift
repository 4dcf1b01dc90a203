extension Builtins {
    static let comparison: [Builtin] = [
        compared("eq") { $0 == 0 }, compared("equal") { $0 == 0 }, compared("neq") { $0 != 0 },
        compared("lt") { $0 < 0 }, compared("lte") { $0 <= 0 }, compared("gt") { $0 > 0 }, compared("gte") { $0 >= 0 },
        Builtin("internal.member_2", [.any, .any], .boolean) { arguments, _ in
            .bool(arguments[1].contains(arguments[0]))
        },
        Builtin("internal.member_3", [.any, .any, .any], .boolean) { arguments, _ in
            .bool(arguments[2].child(arguments[0]) == arguments[1])
        },
    ]

    private static func compared(_ name: String, _ holds: @escaping @Sendable (Int) -> Bool) -> Builtin {
        Builtin(name, [.any, .any], .boolean) { arguments, _ in .bool(holds(arguments[0].compare(arguments[1]))) }
    }
}

extension RegoValue {
    /// Whether it is a value of the collection.
    func contains(_ value: RegoValue) -> Bool {
        switch self {
        case .array(let elements): elements.contains(value)
        case .set(let set): set.contains(value)
        case .object(let object): object.values.contains(value)
        default: false
        }
    }

    /// `self[key]`
    func child(_ key: RegoValue) -> RegoValue? {
        switch self {
        case .object(let object): return object[key]
        case .set(let set): return set.contains(key) ? key : nil
        case .array(let elements):
            guard case .number(let number) = key, let index = number.int, elements.indices.contains(index) else {
                return nil
            }
            return elements[index]
        default: return nil
        }
    }
}
