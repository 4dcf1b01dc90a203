/// What a value is, as far as it is known before anything runs.
enum ConditionType: Hashable, Sendable {
    case number, text, flag, list, unknown

    var words: String {
        switch self {
        case .number: "a number"
        case .text: "a text"
        case .flag: "true or false"
        case .list: "a list of numbers"
        case .unknown: "a value"
        }
    }
}

/// Why a condition is an error whatever is measured.
struct ConditionMistake: Error, Equatable {
    var message: String
    /// What is compared as a whole although it is a list; nil for other mistakes.
    var isListAsOne = false
    var comparesText = false
}

extension Condition {
    /// The type of the condition, for a type of `result`.
    func type(result: ConditionType) throws(ConditionMistake) -> ConditionType {
        switch self {
        case .number: return .number
        case .text: return .text
        case .flag: return .flag
        case .other: return .unknown
        case .name(let name): return name == "result" ? result : .unknown
        case .member(let inner):
            let type = try inner.type(result: result)
            guard [.unknown, .text].contains(type) else {
                throw ConditionMistake(message: "\(inner) is \(type.words), and has no members")
            }
            return .unknown
        case .slice(let inner): return try inner.type(result: result)
        case .index(let inner):
            switch try inner.type(result: result) {
            case .list: return .number
            case .number:
                throw ConditionMistake(message: "\(inner) is a number already, not a list")
            case .flag: throw ConditionMistake(message: "\(inner) is true or false, not a list")
            default: return .unknown
            }
        case .call(let name, let arguments): return try call(name, arguments, result)
        case .not(let inner):
            try inner.mustBeFlag(result)
            return .flag
        case .negative(let inner):
            try inner.mustBe([.number], result)
            return .number
        case .choice(let yes, let no):
            let (a, b) = (try yes.type(result: result), try no.type(result: result))
            return a == b ? a : .unknown
        case .binary(let sign, let a, let b): return try binary(sign, a, b, result)
        }
    }

    private func binary(
        _ sign: String, _ a: Condition, _ b: Condition, _ result: ConditionType
    ) throws(ConditionMistake) -> ConditionType {
        if sign == "&&" || sign == "||" {
            try a.mustBeFlag(result)
            try b.mustBeFlag(result)
            return .flag
        }
        let (left, right) = (try a.type(result: result), try b.type(result: result))
        switch sign {
        case "==", "!=", "<", "<=", ">", ">=":
            let isEquality = sign == "==" || sign == "!="
            if left != .unknown, right != .unknown, left != right || left == .list && !isEquality {
                throw comparison(a, left, b, right)
            }
            let isOrdered = ![left, right].contains { $0 == .list || $0 == .flag }
            if !isEquality, !isOrdered { throw comparison(a, left, b, right) }
            return .flag
        case "in": return .flag
        case "contains", "startsWith", "endsWith", "matches":
            try a.mustBe([.text], result)
            try b.mustBe([.text], result)
            return .flag
        case "+":
            if left == .text || right == .text {
                try a.mustBe([.text], result)
                try b.mustBe([.text], result)
                return .text
            }
            fallthrough
        default:
            try a.mustBe([.number], result)
            try b.mustBe([.number], result)
            return .number
        }
    }

    private func comparison(
        _ a: Condition, _ left: ConditionType, _ b: Condition, _ right: ConditionType
    ) -> ConditionMistake {
        let (list, other, type) = left == .list ? (a, b, right) : right == .list ? (b, a, left) : (a, b, right)
        let own = left == .list || right == .list ? ConditionType.list : left
        return ConditionMistake(
            message:
                "\(list) is \(own.words), and \(other) "
                + (type == .unknown ? "is compared with it" : "is \(type.words)"),
            isListAsOne: own == .list, comparesText: type == .text)
    }

    private func call(
        _ name: String, _ arguments: [Condition], _ result: ConditionType
    ) throws(ConditionMistake) -> ConditionType {
        var types: [ConditionType] = []
        for argument in arguments { types.append(try argument.type(result: result)) }
        switch name {
        case "len", "count", "sum", "mean", "median", "min", "max", "abs", "ceil", "floor", "round", "int", "float",
            "asInt", "asFloat":
            return .number
        case "isNaN", "isInf":
            if types.first == .list, let argument = arguments.first {
                throw ConditionMistake(message: "\(name)(\(argument)) is asked of a list of numbers", isListAsOne: true)
            }
            return .flag
        case "isNil", "all", "any", "none", "one": return .flag
        case "default": return types.first ?? .unknown
        case "filter", "sort", "reverse": return types.first == .list ? .list : .unknown
        case "first", "last": return types.first == .list ? .number : .unknown
        case "string", "lower", "upper", "trim", "type", "toJSON": return .text
        default: return .unknown
        }
    }

    private func mustBeFlag(_ result: ConditionType) throws(ConditionMistake) { try mustBe([.flag], result) }

    private func mustBe(_ wanted: [ConditionType], _ result: ConditionType) throws(ConditionMistake) {
        let type = try type(result: result)
        guard type == .unknown || wanted.contains(type) else {
            throw ConditionMistake(
                message: "\(self) is \(type.words), where \(wanted[0].words) is needed", isListAsOne: type == .list)
        }
    }
}

extension Condition: CustomStringConvertible {
    /// As messages name it; what is long becomes a word.
    var description: String {
        switch self {
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
        case .text(let text): "\"\(text.prefix(40))\""
        case .flag(let flag): "\(flag)"
        case .name(let name): "\"\(name)\""
        case .call(let name, _): "\"\(name)(…)\""
        case .index(let inner): inner == .name("result") ? "\"result[…]\"" : "the element"
        default: "the value"
        }
    }
}
