/// Values that may be missing.
let optionalFunctions: [Function] = [
    Function("optional.of", "(A) -> optional(A)") { .optional($0[0]) },
    Function("optional.none", "() -> optional(A)") { _ in .optional(nil) },
    Function("optional.ofNonZeroValue", "(A) -> optional(A)") { .optional($0[0].isZero ? nil : $0[0]) },
    Function("optional.unwrap", [.init("(list(optional(A))) -> list(A)")], unwrap),
    Function("unwrapOpt", [.init("list(optional(A)).() -> list(A)")], unwrap),
    Function("hasValue", "optional(A).() -> bool") { arguments in
        guard case .optional(let inner) = arguments[0] else { throw EvaluationError.noSuchOverload }
        return .bool(inner != nil)
    },
    Function("value", "optional(A).() -> A") { arguments in
        guard case .optional(let inner) = arguments[0] else { throw EvaluationError.noSuchOverload }
        guard let inner else { throw EvaluationError("optional.none() dereference") }
        return inner
    },
    // These have a step of their own.
    Function("or", "optional(A).(optional(A)) -> optional(A)") { _ in throw EvaluationError.noSuchOverload },
    Function("orValue", "optional(A).(A) -> A") { _ in throw EvaluationError.noSuchOverload },
]

@Sendable private func unwrap(_ arguments: [Value]) throws(EvaluationError) -> Value {
    var values: [Value] = []
    for value in try elements(arguments[0]) {
        guard case .optional(let inner) = value else { throw EvaluationError.noSuchOverload }
        if let inner { values.append(inner) }
    }
    return .list(ListValue(values))
}

extension Value {
    /// What a field that was never set would hold.
    fileprivate var isZero: Bool {
        switch self {
        case .null: true
        case .bool(let flag): !flag
        case .int(let number): number == 0
        case .uint(let number): number == 0
        case .double(let number): number == 0
        case .string(let text): text.isEmpty
        case .bytes(let bytes): bytes.isEmpty
        case .duration(let nanoseconds): nanoseconds == 0
        case .timestamp(let moment): moment.seconds == Moment.range.lowerBound && moment.nanoseconds == 0
        case .list(let list): list.count == 0
        case .map(let map): map.count == 0
        case .optional(let inner): inner == nil
        case .type, .opaque, .preserved: false
        }
    }
}
