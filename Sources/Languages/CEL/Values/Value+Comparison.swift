extension Value {
    /// Whether both are the same value. Numbers compare across their types; other types never are equal to each other.
    func equals(_ other: Value) throws(EvaluationError) -> Bool {
        switch (self, other) {
        case (.string(let a), .string(let b)): return a.isSame(as: b)
        case (.int(let a), .int(let b)): return a == b
        case (.bool(let a), .bool(let b)): return a == b
        case (.null, .null): return true
        case (.bytes(let a), .bytes(let b)): return a == b
        case (.duration(let a), .duration(let b)): return a == b
        case (.timestamp(let a), .timestamp(let b)): return a == b
        case (.list(let a), .list(let b)): return try a.equals(b)
        case (.map(let a), .map(let b)): return try a.equals(b)
        case (.type(let a), .type(let b)): return a.runtimeName == b.runtimeName
        case (.optional(nil), .optional(nil)): return true
        case (.optional(let a?), .optional(let b?)): return try a.equals(b)
        case (.opaque(let a), .opaque(let b)): return a.isEqual(to: b)
        case (.preserved(let a), .preserved(let b)): return a == b
        case (.int, _), (.uint, _), (.double, _): return order(ofNumber: other) == .equal
        default: return false
        }
    }

    enum Order { case less, equal, greater }

    /// - Throws: when these two have no order.
    func order(to other: Value) throws(EvaluationError) -> Order? {
        switch (self, other) {
        case (.string(let a), .string(let b)):
            if a.isSame(as: b) { return .equal }
            return a.utf8.lexicographicallyPrecedes(b.utf8) ? .less : .greater
        case (.bytes(let a), .bytes(let b)):
            return a == b ? .equal : a.lexicographicallyPrecedes(b) ? .less : .greater
        case (.bool(let a), .bool(let b)): return Self.order(a ? 1 : 0, b ? 1 : 0)
        case (.duration(let a), .duration(let b)): return Self.order(a, b)
        case (.timestamp(let a), .timestamp(let b)): return Self.order(a, b)
        case (.opaque, _): throw EvaluationError.noSuchOverload
        case (.int, .int), (.int, .uint), (.int, .double), (.uint, .int), (.uint, .uint), (.uint, .double),
            (.double, .int), (.double, .uint), (.double, .double):
            return order(ofNumber: other)
        default: throw EvaluationError.noSuchOverload
        }
    }

    /// The order of two numbers as they are, not as one of them rounded; nil with a NaN or without numbers.
    private func order(ofNumber other: Value) -> Order? {
        switch (self, other) {
        case (.int(let a), .int(let b)): Self.order(a, b)
        case (.uint(let a), .uint(let b)): Self.order(a, b)
        case (.int(let a), .uint(let b)): a < 0 ? .less : Self.order(UInt64(a), b)
        case (.uint(let a), .int(let b)): b < 0 ? .greater : Self.order(a, UInt64(b))
        case (.double(let a), .double(let b)): a.isNaN || b.isNaN ? nil : Self.order(a, b)
        case (.double(let a), .int(let b)): Self.order(a, whole: b)
        case (.double(let a), .uint(let b)): Self.order(a, whole: b)
        case (.int(let a), .double(let b)): Self.order(b, whole: a)?.reversed
        case (.uint(let a), .double(let b)): Self.order(b, whole: a)?.reversed
        default: nil
        }
    }

    private static func order<T: Comparable>(_ a: T, _ b: T) -> Order { a < b ? .less : a == b ? .equal : .greater }

    private static func order<Whole: FixedWidthInteger>(_ a: Double, whole b: Whole) -> Order? {
        if a.isNaN { return nil }
        if a < Double(Whole.min) { return .less }
        if a > Double(Whole.max) { return .greater }
        // At the edge a double can be rounded up to one above the largest number; cel-go compares as doubles there.
        return order(a, Double(b))
    }
}

extension Value.Order {
    fileprivate var reversed: Value.Order {
        switch self {
        case .less: .greater
        case .equal: .equal
        case .greater: .less
        }
    }
}
