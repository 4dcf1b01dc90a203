/// That a function does not take these arguments. An operator that the first one has does not name the others.
func noSuchOverload(_ name: String, _ arguments: [Value]) -> EvaluationError {
    if let first = arguments.first, first.has(name) { return .noSuchOverload }
    let types = arguments.map(\.type.runtimeName).joined(separator: ", ")
    return EvaluationError("no such overload: \(name)(\(types))")
}

extension Value {
    /// Whether values of this type have an operator, whatever stands on its other side.
    fileprivate func has(_ operatorName: String) -> Bool {
        switch (operatorName, self) {
        case ("_+_", .string), ("_+_", .bytes), ("_+_", .list), ("_+_", .timestamp), ("_+_", .duration),
            ("_-_", .timestamp), ("_-_", .duration), ("-_", .duration), ("!_", .bool):
            true
        case ("_+_", _), ("_-_", _), ("_*_", _), ("_/_", _): isNumber
        case ("_%_", .int), ("_%_", .uint), ("-_", .int), ("-_", .double): true
        case ("_<_", _), ("_<=_", _), ("_>_", _), ("_>=_", _): hasOrder
        default: false
        }
    }

    private var isNumber: Bool {
        switch self {
        case .int, .uint, .double: true
        default: false
        }
    }

    private var hasOrder: Bool {
        switch self {
        case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration: true
        default: false
        }
    }
}
