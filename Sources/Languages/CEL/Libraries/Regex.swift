import RE2

/// Regular expressions of RE2. Constant ones are compiled once, with the program.
let regexFunctions: [Function] = [
    Function(
        "matches",
        [
            .init("string.(string) -> bool", cost: Costs.regex), .init("(string, string) -> bool", cost: Costs.regex),
        ]
    ) { try run("matches", $0) },
    Function("find", "string.(string) -> string", cost: Costs.regex) { try run("find", $0) },
    Function(
        "findAll", "string.(string) -> list(string)", "string.(string, int) -> list(string)", cost: Costs.regex
    ) { try run("findAll", $0) },
]

private func run(_ name: String, _ arguments: [Value]) throws(EvaluationError) -> Value {
    guard case .string(let pattern) = arguments[1] else { throw EvaluationError.noSuchOverload }
    return try regexResult(name, arguments, try CompiledExpression(pattern).expression)
}

func regexResult(
    _ name: String, _ arguments: [Value], _ expression: RegularExpression
) throws(EvaluationError) -> Value {
    guard case .string(let text) = arguments[0] else { throw EvaluationError.noSuchOverload }
    if name == "matches" { return .bool(expression.matches(text)) }
    let bytes = Array(text.utf8)
    func part(_ match: RegularExpression.Match?) -> String {
        guard let range = match?.first ?? nil else { return "" }
        return String(decoding: bytes[range], as: UTF8.self)
    }
    if name == "find" { return .string(part(expression.firstMatch(in: text))) }
    var limit: Int?
    if arguments.count > 2 {
        guard case .int(let number) = arguments[2] else { throw EvaluationError.noSuchOverload }
        limit = number < 0 ? nil : Int(number)
    }
    return .strings(expression.matches(in: text, limit: limit).map(part))
}
