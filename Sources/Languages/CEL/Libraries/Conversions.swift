/// `int(…)`, `string(…)` and the other conversions.
let conversionFunctions: [Function] = [
    Function("bool", "(bool) -> bool", "(string) -> bool") { arguments in
        switch arguments[0] {
        case .bool: return arguments[0]
        case .string("1"), .string("t"), .string("T"), .string("TRUE"), .string("true"), .string("True"):
            return .bool(true)
        case .string("0"), .string("f"), .string("F"), .string("FALSE"), .string("false"), .string("False"):
            return .bool(false)
        default: throw cannotConvert(arguments[0], "bool")
        }
    },
    Function("bytes", [.init("(bytes) -> bytes"), .init("(string) -> bytes", cost: Costs.first)]) { arguments in
        switch arguments[0] {
        case .bytes: return arguments[0]
        case .string(let text): return .bytes(Array(text.utf8))
        default: throw cannotConvert(arguments[0], "bytes")
        }
    },
    Function("double", "(double) -> double", "(int) -> double", "(string) -> double", "(uint) -> double") { arguments in
        switch arguments[0] {
        case .double: return arguments[0]
        case .int(let number): return .double(Double(number))
        case .uint(let number): return .double(Double(number))
        case .string(let text):
            guard let number = Double(text), text.first?.isWhitespace == false else {
                throw cannotConvert(arguments[0], "double")
            }
            return .double(number)
        default: throw cannotConvert(arguments[0], "double")
        }
    },
    Function(
        "int", "(int) -> int", "(double) -> int", "(duration) -> int", "(string) -> int", "(timestamp) -> int",
        "(uint) -> int"
    ) { arguments in
        switch arguments[0] {
        case .int: return arguments[0]
        case .uint(let number):
            guard let whole = Int64(exactly: number) else { throw integerOverflow }
            return .int(whole)
        case .double(let number):
            guard number > -0x1p63, number < 0x1p63 else { throw integerOverflow }
            return .int(Int64(number))
        case .string(let text):
            guard let number = Int64(text) else { throw cannotConvert(arguments[0], "int") }
            return .int(number)
        case .timestamp(let moment): return .int(moment.seconds)
        case .duration(let nanoseconds): return .int(nanoseconds)
        default: throw cannotConvert(arguments[0], "int")
        }
    },
    Function("uint", "(uint) -> uint", "(double) -> uint", "(int) -> uint", "(string) -> uint") { arguments in
        switch arguments[0] {
        case .uint: return arguments[0]
        case .int(let number):
            guard let whole = UInt64(exactly: number) else { throw unsignedOverflow }
            return .uint(whole)
        case .double(let number):
            guard number >= 0, number < 0x1p64 else { throw unsignedOverflow }
            return .uint(UInt64(number))
        case .string(let text):
            guard let number = UInt64(text) else { throw cannotConvert(arguments[0], "uint") }
            return .uint(number)
        default: throw cannotConvert(arguments[0], "uint")
        }
    },
    Function(
        "string",
        [
            .init("(string) -> string"), .init("(bool) -> string"), .init("(bytes) -> string", cost: Costs.first),
            .init("(double) -> string"), .init("(duration) -> string"), .init("(int) -> string"),
            .init("(timestamp) -> string"), .init("(uint) -> string"), .init("(net.IP) -> string"),
            .init("(net.CIDR) -> string"),
        ]
    ) { arguments in
        switch arguments[0] {
        case .string: return arguments[0]
        case .bool, .int, .uint, .double, .duration, .timestamp: return .string(arguments[0].display)
        case .bytes(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw EvaluationError("invalid UTF-8 in bytes, cannot convert to string")
            }
            return .string(text)
        case .opaque(let value):
            guard let text = value.text else { throw cannotConvert(arguments[0], "string") }
            return .string(text)
        default: throw cannotConvert(arguments[0], "string")
        }
    },
    Function("duration", "(duration) -> duration", "(string) -> duration") { arguments in
        switch arguments[0] {
        case .duration: return arguments[0]
        case .string(let text):
            guard let nanoseconds = CEL.duration(text) else {
                throw cannotConvert(arguments[0], "google.protobuf.Duration")
            }
            return .duration(nanoseconds)
        default: throw cannotConvert(arguments[0], "google.protobuf.Duration")
        }
    },
    Function("timestamp", "(timestamp) -> timestamp", "(int) -> timestamp", "(string) -> timestamp") { arguments in
        switch arguments[0] {
        case .timestamp: return arguments[0]
        case .int(let seconds):
            guard let moment = Moment(seconds: seconds) else { throw timestampOverflow }
            return .timestamp(moment)
        case .string(let text):
            guard let moment = Moment(text) else { throw cannotConvert(arguments[0], "google.protobuf.Timestamp") }
            return .timestamp(moment)
        default: throw cannotConvert(arguments[0], "google.protobuf.Timestamp")
        }
    },
]

private func cannotConvert(_ value: Value, _ type: String) -> EvaluationError {
    EvaluationError("type conversion error from '\(value.type.runtimeName)' to '\(type)'")
}
