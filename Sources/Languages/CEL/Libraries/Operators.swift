/// Operators, and the functions on all values.
let operators: [Function] = [
    Function(Operator.not, "(bool) -> bool") { arguments in
        guard case .bool(let flag) = arguments[0] else { throw EvaluationError.noSuchOverload }
        return .bool(!flag)
    },
    Function(Operator.negate, "(int) -> int", "(double) -> double") { arguments in
        switch arguments[0] {
        case .int(let number):
            guard number != .min else { throw integerOverflow }
            return .int(-number)
        case .double(let number): return .double(-number)
        default: throw EvaluationError.noSuchOverload
        }
    },
    Function(
        Operator.add,
        [
            .init("(int, int) -> int"), .init("(uint, uint) -> uint"), .init("(double, double) -> double"),
            .init("(string, string) -> string", cost: Costs.sum), .init("(bytes, bytes) -> bytes", cost: Costs.sum),
            .init("(list(A), list(A)) -> list(A)"), .init("(timestamp, duration) -> timestamp"),
            .init("(duration, timestamp) -> timestamp"), .init("(duration, duration) -> duration"),
        ], sum),
    Function(
        "_-_",
        [
            .init("(int, int) -> int"), .init("(uint, uint) -> uint"), .init("(double, double) -> double"),
            .init("(timestamp, timestamp) -> duration"), .init("(timestamp, duration) -> timestamp"),
            .init("(duration, duration) -> duration"),
        ], difference),
    Function("_*_", "(int, int) -> int", "(uint, uint) -> uint", "(double, double) -> double") { arguments in
        switch (arguments[0], arguments[1]) {
        case (.int(let a), .int(let b)): return .int(try checked(a.multipliedReportingOverflow(by: b)))
        case (.uint(let a), .uint(let b)): return .uint(try checked(a.multipliedReportingOverflow(by: b)))
        case (.double(let a), .double(let b)): return .double(a * b)
        default: throw EvaluationError.noSuchOverload
        }
    },
    Function("_/_", "(int, int) -> int", "(uint, uint) -> uint", "(double, double) -> double") { arguments in
        switch (arguments[0], arguments[1]) {
        case (.int, .int(0)), (.uint, .uint(0)): throw EvaluationError("division by zero")
        case (.int(let a), .int(let b)): return .int(try checked(a.dividedReportingOverflow(by: b)))
        case (.uint(let a), .uint(let b)): return .uint(a / b)
        case (.double(let a), .double(let b)): return .double(a / b)
        default: throw EvaluationError.noSuchOverload
        }
    },
    Function("_%_", "(int, int) -> int", "(uint, uint) -> uint") { arguments in
        switch (arguments[0], arguments[1]) {
        case (.int, .int(0)), (.uint, .uint(0)): throw EvaluationError("modulus by zero")
        case (.int(let a), .int(let b)): return .int(try checked(a.remainderReportingOverflow(dividingBy: b)))
        case (.uint(let a), .uint(let b)): return .uint(a % b)
        default: throw EvaluationError.noSuchOverload
        }
    },
    comparison("_<_") { $0 == .less }, comparison("_<=_") { $0 == .less || $0 == .equal },
    comparison("_>_") { $0 == .greater }, comparison("_>=_") { $0 == .greater || $0 == .equal },
    // These have steps of their own; here are their types.
    Function(Operator.equals, "(A, A) -> bool") { .bool(try $0[0].equals($0[1])) },
    Function(Operator.notEquals, "(A, A) -> bool") { .bool(!(try $0[0].equals($0[1]))) },
    Function(Operator.and, "(bool, bool) -> bool") { _ in throw EvaluationError.noSuchOverload },
    Function(Operator.or, "(bool, bool) -> bool") { _ in throw EvaluationError.noSuchOverload },
    Function(Operator.conditional, "(bool, A, A) -> A") { _ in throw EvaluationError.noSuchOverload },
    Function(Operator.notStrictlyFalse, "(bool) -> bool") { _ in throw EvaluationError.noSuchOverload },
    Function(
        Operator.index, "(list(A), int) -> A", "(map(A, B), A) -> B", "(optional(list(A)), int) -> optional(A)",
        "(optional(map(A, B)), A) -> optional(B)"
    ) { _ in throw EvaluationError.noSuchOverload },
    Function(
        Operator.optionalIndex, "(list(A), int) -> optional(A)", "(optional(list(A)), int) -> optional(A)",
        "(map(A, B), A) -> optional(B)", "(optional(map(A, B)), A) -> optional(B)"
    ) { _ in throw EvaluationError.noSuchOverload },
    Function(Operator.mapInsert, "(map(A, B), map(A, B)) -> map(A, B)", "(map(A, B), A, B) -> map(A, B)") { _ in
        throw EvaluationError.noSuchOverload
    },
    Function(
        Operator.isIn,
        [.init("(A, list(A)) -> bool", cost: { arguments, _ in arguments[1].size }), .init("(A, map(A, B)) -> bool")]
    ) { arguments in
        switch arguments[1] {
        case .list(let list):
            for index in 0..<list.count where try list.element(index).equals(arguments[0]) { return .bool(true) }
            return .bool(false)
        case .map(let map): return .bool(try map.find(arguments[0]) != nil)
        default: throw EvaluationError.noSuchOverload
        }
    },
    Function(
        "size", "(string) -> int", "(bytes) -> int", "(list(A)) -> int", "(map(A, B)) -> int", "string.() -> int",
        "bytes.() -> int", "list(A).() -> int", "map(A, B).() -> int"
    ) { arguments in
        switch arguments[0] {
        case .string, .bytes, .list, .map: return .int(Int64(clamping: arguments[0].size))
        default: throw EvaluationError.noSuchOverload
        }
    },
    Function("type", "(A) -> type(A)") { .type($0[0].type) },
    Function("dyn", "(A) -> dyn") { $0[0] },
]

private func comparison(
    _ name: String, _ isTrue: @escaping @Sendable (Value.Order?) -> Bool
) -> Function {
    Function(
        name,
        [
            .init("(bool, bool) -> bool"), .init("(int, int) -> bool"), .init("(int, double) -> bool"),
            .init("(int, uint) -> bool"), .init("(uint, uint) -> bool"), .init("(uint, double) -> bool"),
            .init("(uint, int) -> bool"), .init("(double, double) -> bool"), .init("(double, int) -> bool"),
            .init("(double, uint) -> bool"), .init("(string, string) -> bool", cost: Costs.shorter),
            .init("(bytes, bytes) -> bool", cost: Costs.shorter), .init("(timestamp, timestamp) -> bool"),
            .init("(duration, duration) -> bool"),
        ]
    ) { .bool(isTrue(try $0[0].order(to: $0[1]))) }
}

let integerOverflow = EvaluationError("integer overflow")
let unsignedOverflow = EvaluationError("unsigned integer overflow")
let timestampOverflow = EvaluationError("timestamp overflow")
let durationOverflow = EvaluationError("duration overflow")

func checked<T: FixedWidthInteger>(_ result: (partialValue: T, overflow: Bool)) throws(EvaluationError) -> T {
    if result.overflow { throw T.isSigned ? integerOverflow : unsignedOverflow }
    return result.partialValue
}

@Sendable func sum(_ arguments: [Value]) throws(EvaluationError) -> Value {
    switch (arguments[0], arguments[1]) {
    case (.int(let a), .int(let b)): return .int(try checked(a.addingReportingOverflow(b)))
    case (.uint(let a), .uint(let b)): return .uint(try checked(a.addingReportingOverflow(b)))
    case (.double(let a), .double(let b)): return .double(a + b)
    case (.string(let a), .string(let b)): return .string(a + b)
    case (.bytes(let a), .bytes(let b)): return .bytes(a + b)
    case (.list(let a), .list(let b)): return .list(try a.adding(b))
    case (.timestamp(let moment), .duration(let duration)), (.duration(let duration), .timestamp(let moment)):
        guard let sum = moment.adding(nanoseconds: duration) else { throw timestampOverflow }
        return .timestamp(sum)
    case (.duration(let a), .duration(let b)):
        let (sum, overflow) = a.addingReportingOverflow(b)
        if overflow { throw durationOverflow }
        return .duration(sum)
    default: throw EvaluationError.noSuchOverload
    }
}

@Sendable private func difference(_ arguments: [Value]) throws(EvaluationError) -> Value {
    switch (arguments[0], arguments[1]) {
    case (.int(let a), .int(let b)): return .int(try checked(a.subtractingReportingOverflow(b)))
    case (.uint(let a), .uint(let b)): return .uint(try checked(a.subtractingReportingOverflow(b)))
    case (.double(let a), .double(let b)): return .double(a - b)
    case (.timestamp(let a), .timestamp(let b)):
        guard let difference = a.duration(since: b) else { throw durationOverflow }
        return .duration(difference)
    case (.timestamp(let moment), .duration(let duration)):
        guard duration != .min, let result = moment.adding(nanoseconds: -duration) else { throw timestampOverflow }
        return .timestamp(result)
    case (.duration(let a), .duration(let b)):
        let (result, overflow) = a.subtractingReportingOverflow(b)
        if overflow { throw durationOverflow }
        return .duration(result)
    default: throw EvaluationError.noSuchOverload
    }
}
