/// Lists: Kubernetes' functions and cel-go's extension, version 3.
let listFunctions: [Function] = [
    Function("isSorted", ordered("bool"), cost: Costs.visitFirst) { arguments in
        let values = try elements(arguments[0])
        for (a, b) in zip(values, values.dropFirst()) where try a.order(to: b) == .greater { return .bool(false) }
        return .bool(true)
    },
    Function(
        "sum",
        [
            .init("list(int).() -> int"), .init("list(uint).() -> uint", run: { try total($0, from: .uint(0)) }),
            .init("list(double).() -> double", run: { try total($0, from: .double(0)) }),
            .init("list(duration).() -> duration", run: { try total($0, from: .duration(0)) }),
        ], cost: Costs.visitFirst
    ) { try total($0, from: .int(0)) },
    Function("min", ordered(nil), cost: Costs.visitFirst) { try extreme($0, "min", .less) },
    Function("max", ordered(nil), cost: Costs.visitFirst) { try extreme($0, "max", .greater) },
    Function("indexOf", "list(A).(A) -> int", cost: Costs.visitFirst) { arguments in
        for (index, value) in try elements(arguments[0]).enumerated() where try value.equals(arguments[1]) {
            return .int(Int64(index))
        }
        return .int(-1)
    },
    Function("lastIndexOf", "list(A).(A) -> int", cost: Costs.visitFirst) { arguments in
        for (index, value) in try elements(arguments[0]).enumerated().reversed() where try value.equals(arguments[1]) {
            return .int(Int64(index))
        }
        return .int(-1)
    },
    Function("slice", "list(A).(int, int) -> list(A)", cost: ofResult) { arguments in
        let values = try elements(arguments[0])
        guard case .int(let start) = arguments[1], case .int(let end) = arguments[2] else {
            throw EvaluationError.noSuchOverload
        }
        let call = "cannot slice(\(start), \(end))"
        guard start >= 0, end >= 0 else { throw EvaluationError("\(call), negative indexes not supported") }
        guard start <= end else {
            throw EvaluationError("\(call), start index must be less than or equal to end index")
        }
        guard end <= values.count else { throw EvaluationError("\(call), list is length \(values.count)") }
        return .list(ListValue(Array(values[Int(start)..<Int(end)])))
    },
    Function("flatten", "list(list(A)).() -> list(A)", "list(dyn).(int) -> list(dyn)", cost: ofDepth) { arguments in
        var depth: Int64 = 1
        if arguments.count > 1 {
            guard case .int(let number) = arguments[1] else { throw EvaluationError.noSuchOverload }
            depth = number
        }
        guard depth >= 0 else { throw EvaluationError("level must be non-negative") }
        return .list(ListValue(try flattened(try elements(arguments[0]), depth: min(depth, 100))))
    },
    Function("sort", ordered("list"), cost: { arguments, _ in ofPairs(arguments[0]) }) { arguments in
        let values = try elements(arguments[0])
        return .list(ListValue(try sorted(values, by: values)))
    },
    Function(
        Operator.sortByKeys,
        [
            .init("list(A).(list(int)) -> list(A)"), .init("list(A).(list(uint)) -> list(A)"),
            .init("list(A).(list(double)) -> list(A)"), .init("list(A).(list(bool)) -> list(A)"),
            .init("list(A).(list(duration)) -> list(A)"), .init("list(A).(list(timestamp)) -> list(A)"),
            .init("list(A).(list(string)) -> list(A)"), .init("list(A).(list(bytes)) -> list(A)"),
        ], cost: { arguments, _ in ofPairs(arguments[1]) }
    ) { .list(ListValue(try sorted(try elements($0[0]), by: try elements($0[1])))) },
    Function("lists.range", "(int) -> list(int)", cost: ofResult) { arguments in
        guard case .int(let count) = arguments[0] else { throw EvaluationError.noSuchOverload }
        guard count >= 0 else {
            throw EvaluationError("lists.range: size must be non-negative, got \(count)")
        }
        guard count <= 10_000_000 else {
            throw EvaluationError("lists.range: size \(count) exceeds maximum allowed (10000000)")
        }
        return .list(ListValue((0..<count).map { .int($0) }))
    },
    Function("reverse", "list(A).() -> list(A)", cost: ofResult) { arguments in
        .list(ListValue(try elements(arguments[0]).reversed()))
    },
    Function("distinct", "list(A).() -> list(A)", cost: { arguments, _ in ofPairs(arguments[0]) }) { arguments in
        var unique: [Value] = []
        for value in try elements(arguments[0]) {
            var isNew = true
            for other in unique where try value.equals(other) {
                isNew = false
                break
            }
            if isNew { unique.append(value) }
        }
        return .list(ListValue(unique))
    },
    Function("first", "list(A).() -> optional(A)") { .optional(try elements($0[0]).first) },
    Function("last", "list(A).() -> optional(A)") { .optional(try elements($0[0]).last) },
]

/// Signatures for each type that has an order: with a result of its own, of the element, or of the list.
private func ordered(_ result: String?) -> [Function.Overload] {
    switch result {
    case "bool":
        [
            .init("list(int).() -> bool"), .init("list(uint).() -> bool"), .init("list(double).() -> bool"),
            .init("list(bool).() -> bool"), .init("list(duration).() -> bool"), .init("list(timestamp).() -> bool"),
            .init("list(string).() -> bool"), .init("list(bytes).() -> bool"),
        ]
    case "list":
        [
            .init("list(int).() -> list(int)"), .init("list(uint).() -> list(uint)"),
            .init("list(double).() -> list(double)"), .init("list(bool).() -> list(bool)"),
            .init("list(duration).() -> list(duration)"), .init("list(timestamp).() -> list(timestamp)"),
            .init("list(string).() -> list(string)"), .init("list(bytes).() -> list(bytes)"),
        ]
    default:
        [
            .init("list(int).() -> int"), .init("list(uint).() -> uint"), .init("list(double).() -> double"),
            .init("list(bool).() -> bool"), .init("list(duration).() -> duration"),
            .init("list(timestamp).() -> timestamp"), .init("list(string).() -> string"),
            .init("list(bytes).() -> bytes"),
        ]
    }
}

func elements(_ value: Value) throws(EvaluationError) -> [Value] {
    guard case .list(let list) = value else { throw EvaluationError.noSuchOverload }
    return try list.elements()
}

@Sendable private func total(_ arguments: [Value], from zero: Value) throws(EvaluationError) -> Value {
    let values = try elements(arguments[0])
    guard var result = values.first else { return zero }
    for value in values.dropFirst() { result = try sum([result, value]) }
    return result
}

private func extreme(_ arguments: [Value], _ name: String, _ order: Value.Order) throws(EvaluationError) -> Value {
    let values = try elements(arguments[0])
    guard var result = values.first else { throw EvaluationError("\(name) called on empty list") }
    for value in values.dropFirst() where try value.order(to: result) == order { result = value }
    return result
}

private func flattened(_ values: [Value], depth: Int64) throws(EvaluationError) -> [Value] {
    guard depth > 0 else { return values }
    var result: [Value] = []
    for value in values {
        if case .list(let inner) = value {
            result += try flattened(try inner.elements(), depth: depth - 1)
        } else {
            result.append(value)
        }
    }
    return result
}

private func sorted(_ values: [Value], by keys: [Value]) throws(EvaluationError) -> [Value] {
    guard values.count == keys.count, let first = keys.first else { return values }
    _ = try first.order(to: first)
    guard keys.allSatisfy({ $0.type == first.type }) else {
        throw EvaluationError("list elements must have the same type")
    }
    let order = keys.indices.sorted { a, b in ((try? keys[a].order(to: keys[b])) ?? nil) == .less }
    return order.map { values[$0] }
}

private let ofResult: Function.Cost = { _, result in Costs.newList(1, result?.size ?? 1) }

private let ofDepth: Function.Cost = { arguments, _ in
    var depth = 1.0
    if arguments.count > 1, case .int(let number) = arguments[1], number >= 0 { depth = Double(number) }
    return Costs.newList(depth, arguments[0].size)
}

/// Each element with each.
private func ofPairs(_ value: Value) -> UInt64 {
    let count = value.size
    guard case .list(let list) = value, list.count > 0 else { return Costs.newList(2, 0) }
    var factor = 2.0
    switch try? list.element(0) {
    case .string, .bytes: factor += 0.1
    default: break
    }
    return Costs.newList(factor, count.multipliedClamped(by: count))
}
