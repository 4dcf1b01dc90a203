/// Texts: the functions of the language and cel-go's extension, version 2.
let stringFunctions: [Function] = [
    Function("contains", [.init("string.(string) -> bool", cost: Costs.product)]) { arguments in
        let (text, part) = try texts(arguments)
        return .bool(find(Array(part.utf8), in: Array(text.utf8), from: 0) != nil)
    },
    Function("endsWith", [.init("string.(string) -> bool", cost: Costs.second)]) { arguments in
        let (text, part) = try texts(arguments)
        return .bool(text.utf8.count >= part.utf8.count && text.utf8.suffix(part.utf8.count).elementsEqual(part.utf8))
    },
    Function("startsWith", [.init("string.(string) -> bool", cost: Costs.second)]) { arguments in
        let (text, part) = try texts(arguments)
        return .bool(text.utf8.starts(with: part.utf8))
    },
    Function("charAt", "string.(int) -> string") { arguments in
        guard case .string(let text) = arguments[0], case .int(let index) = arguments[1] else {
            throw EvaluationError.noSuchOverload
        }
        let letters = Array(text.unicodeScalars)
        guard index >= 0, index <= letters.count else { throw outOfRange(index) }
        return .string(index == letters.count ? "" : String(letters[Int(index)]))
    },
    Function("indexOf", "string.(string) -> int", "string.(string, int) -> int", cost: Costs.visitFirst) { arguments in
        let (text, part) = try scalars(arguments)
        let start = try position(arguments, in: text, default: 0)
        if part.isEmpty { return .int(Int64(start)) }
        return .int(Int64(find(part, in: text, from: start) ?? -1))
    },
    Function(
        "lastIndexOf", "string.(string) -> int", "string.(string, int) -> int", cost: Costs.visitFirst
    ) { arguments in
        let (text, part) = try scalars(arguments)
        let start = try position(arguments, in: text, default: text.count)
        if part.isEmpty { return .int(Int64(start)) }
        var index = min(start, text.count - part.count)
        while index >= 0 {
            if text[index..<index + part.count].elementsEqual(part) { return .int(Int64(index)) }
            index -= 1
        }
        return .int(-1)
    },
    Function("join", "list(string).() -> string", "list(string).(string) -> string", cost: joinCost) { arguments in
        guard case .list(let list) = arguments[0] else { throw EvaluationError.noSuchOverload }
        var parts: [String] = []
        for value in try list.elements() {
            guard case .string(let text) = value else { throw EvaluationError.noSuchOverload }
            parts.append(text)
        }
        guard arguments.count > 1 else { return .string(parts.joined()) }
        guard case .string(let separator) = arguments[1] else { throw EvaluationError.noSuchOverload }
        try checkTextSize(parts.count.multipliedReportingOverflow(by: separator.utf8.count))
        return .string(parts.joined(separator: separator))
    },
    Function("lowerAscii", "string.() -> string", cost: Costs.first) { arguments in
        .string(try mapped(arguments) { $0 >= "A" && $0 <= "Z" ? $0.value + 32 : $0.value })
    },
    Function("upperAscii", "string.() -> string", cost: Costs.first) { arguments in
        .string(try mapped(arguments) { $0 >= "a" && $0 <= "z" ? $0.value - 32 : $0.value })
    },
    Function("trim", "string.() -> string", cost: Costs.first) { arguments in
        guard case .string(let text) = arguments[0] else { throw EvaluationError.noSuchOverload }
        let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
        let letters = Array(text.unicodeScalars.drop(while: isBlank))
        return .string(string(letters.prefix((letters.lastIndex { !isBlank($0) } ?? -1) + 1)))
    },
    Function(
        "replace", [.init("string.(string, string) -> string"), .init("string.(string, string, int) -> string")],
        cost: Costs.firstTwice, replace),
    Function(
        "split", [.init("string.(string) -> list(string)"), .init("string.(string, int) -> list(string)")],
        cost: Costs.firstTwice, split),
    Function("substring", "string.(int) -> string", "string.(int, int) -> string", cost: Costs.first) { arguments in
        guard case .string(let text) = arguments[0], case .int(let start) = arguments[1] else {
            throw EvaluationError.noSuchOverload
        }
        let letters = Array(text.unicodeScalars)
        guard start >= 0, start <= letters.count else { throw outOfRange(start) }
        guard arguments.count > 2 else { return .string(string(letters[Int(start)...])) }
        guard case .int(let end) = arguments[2] else { throw EvaluationError.noSuchOverload }
        guard end >= 0, end <= letters.count else { throw outOfRange(end) }
        guard start <= end else { throw EvaluationError("invalid substring range. start: \(start), end: \(end)") }
        return .string(string(letters[Int(start)..<Int(end)]))
    },
    Function("strings.quote", "(string) -> string") { arguments in
        guard case .string(let text) = arguments[0] else { throw EvaluationError.noSuchOverload }
        return .string(quoted(text))
    },
    Function("format", "string.(list(dyn)) -> string", cost: Costs.first) { arguments in
        guard case .string(let text) = arguments[0], case .list(let list) = arguments[1] else {
            throw EvaluationError.noSuchOverload
        }
        return .string(try formatted(text, try list.elements()))
    },
]

private let joinCost: Function.Cost = { _, result in
    UInt64((Double(result?.size ?? 1) * 2 * 0.1).rounded(.up))
}

/// What an expression cannot make, whatever objects hold: texts of more than 16 MB.
func checkTextSize(_ size: (partialValue: Int, overflow: Bool)) throws(EvaluationError) {
    if size.overflow || size.partialValue > 16 << 20 { throw EvaluationError("the text would be too large") }
}

private func texts(_ arguments: [Value]) throws(EvaluationError) -> (String, String) {
    guard case .string(let text) = arguments[0], case .string(let part) = arguments[1] else {
        throw EvaluationError.noSuchOverload
    }
    return (text, part)
}

private func scalars(_ arguments: [Value]) throws(EvaluationError) -> ([Unicode.Scalar], [Unicode.Scalar]) {
    let (text, part) = try texts(arguments)
    return (Array(text.unicodeScalars), Array(part.unicodeScalars))
}

private func position(
    _ arguments: [Value], in text: [Unicode.Scalar], default start: Int
) throws(EvaluationError) -> Int {
    guard arguments.count > 2 else { return start }
    guard case .int(let index) = arguments[2] else { throw EvaluationError.noSuchOverload }
    guard index >= 0, index <= text.count else { throw outOfRange(index) }
    return Int(index)
}

private func outOfRange(_ index: Int64) -> EvaluationError { EvaluationError("index out of range: \(index)") }

private func find<Letter: Equatable>(_ part: [Letter], in text: [Letter], from start: Int) -> Int? {
    guard !part.isEmpty else { return start }
    var index = start
    while index + part.count <= text.count {
        if text[index] == part[0], text[index..<index + part.count].elementsEqual(part) { return index }
        index += 1
    }
    return nil
}

private func string(_ letters: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters)
    return String(view)
}

private func mapped(
    _ arguments: [Value], _ change: (Unicode.Scalar) -> UInt32
) throws(EvaluationError) -> String {
    guard case .string(let text) = arguments[0] else { throw EvaluationError.noSuchOverload }
    return string(text.unicodeScalars.map { Unicode.Scalar(change($0)) ?? $0 })
}

@Sendable private func replace(_ arguments: [Value]) throws(EvaluationError) -> Value {
    guard case .string(let new) = arguments[2] else { throw EvaluationError.noSuchOverload }
    let (text, old) = try scalars(arguments)
    var limit = Int.max
    if arguments.count > 3 {
        guard case .int(let number) = arguments[3] else { throw EvaluationError.noSuchOverload }
        limit = number < 0 ? .max : Int(number)
    }
    var result = String.UnicodeScalarView()
    var index = 0
    var replacements = 0
    while index <= text.count {
        guard limit > 0, let found = find(old, in: text, from: index), found < text.count || old.isEmpty else { break }
        limit -= 1
        replacements += 1
        try checkTextSize(replacements.multipliedReportingOverflow(by: new.utf8.count))
        result.append(contentsOf: text[index..<found])
        result.append(contentsOf: new.unicodeScalars)
        index = found + old.count
        guard old.isEmpty else { continue }
        // Between any two letters there is nothing, which is replaced too.
        guard index < text.count else { return .string(String(result)) }
        result.append(text[index])
        index += 1
    }
    result.append(contentsOf: text[min(index, text.count)...])
    return .string(String(result))
}

@Sendable private func split(_ arguments: [Value]) throws(EvaluationError) -> Value {
    let (text, separator) = try scalars(arguments)
    var limit = Int.max
    if arguments.count > 2 {
        guard case .int(let number) = arguments[2] else { throw EvaluationError.noSuchOverload }
        limit = number < 0 ? .max : Int(number)
    }
    if limit == 0 { return .strings([]) }
    var parts: [String] = []
    var start = 0
    while parts.count < limit - 1 {
        if separator.isEmpty {
            guard start < text.count - 1 else { break }
            parts.append(String(text[start]))
            start += 1
        } else {
            guard let found = find(separator, in: text, from: start) else { break }
            parts.append(string(text[start..<found]))
            start = found + separator.count
        }
    }
    if separator.isEmpty, text.isEmpty { return .strings([]) }
    parts.append(string(text[start...]))
    return .strings(parts)
}

private func quoted(_ text: String) -> String {
    let escapes: [Unicode.Scalar: String] = [
        "\u{07}": "\\a", "\u{08}": "\\b", "\u{0C}": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\u{0B}": "\\v",
        "\\": "\\\\", "\"": "\\\"",
    ]
    var result = "\""
    for letter in text.unicodeScalars {
        if let escape = escapes[letter] { result += escape } else { result.unicodeScalars.append(letter) }
    }
    return result + "\""
}
