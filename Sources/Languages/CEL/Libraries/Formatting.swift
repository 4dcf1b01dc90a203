/// `"…%s…".format([…])` as version 2 of cel-go's strings writes it.
func formatted(_ text: String, _ arguments: [Value]) throws(EvaluationError) -> String {
    var result = ""
    var next = 0
    for piece in try pieces(of: text) {
        switch piece {
        case .text(let plain): result += plain
        case .clause(let verb, let precision):
            guard next < arguments.count else { throw EvaluationError("index \(next) out of range") }
            result += try clause(verb, precision, arguments[next])
            try checkTextSize((result.utf8.count, false))
            next += 1
        }
    }
    return result
}

/// What is wrong with constant arguments of a constant text, and which argument it is; nil when nothing is.
func formatProblem(_ text: String, _ types: [CELType]) -> (message: String, argument: Int?)? {
    do throws(EvaluationError) {
        var next = 0
        for case .clause(let verb, _) in try pieces(of: text) {
            guard next < types.count else { return ("index \(next) out of range", nil) }
            if let message = mismatch(verb, types[next]) { return (message, next) }
            next += 1
        }
        return next < types.count
            ? ("too many arguments supplied to string.format() call: expected \(next), got \(types.count)", nil) : nil
    } catch {
        return (error.message, nil)
    }
}

private enum Piece {
    case text(String)
    case clause(Character, precision: Int?)
}

private func pieces(of text: String) throws(EvaluationError) -> [Piece] {
    var pieces: [Piece] = []
    var plain = ""
    var rest = Substring(text)
    while let letter = rest.popFirst() {
        guard letter == "%" else {
            plain.append(letter)
            continue
        }
        guard let verb = rest.popFirst() else { throw EvaluationError("unexpected end of string") }
        if verb == "%" {
            plain.append("%")
            continue
        }
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        guard verb == "." else {
            pieces.append(.clause(try known(verb), precision: nil))
            continue
        }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        guard let precision = Int(digits), precision <= 1000, let verb = rest.popFirst() else {
            throw EvaluationError("could not parse formatting clause: unable to find end of precision specifier")
        }
        pieces.append(.clause(try known(verb), precision: precision))
    }
    if !plain.isEmpty { pieces.append(.text(plain)) }
    return pieces
}

private func known(_ verb: Character) throws(EvaluationError) -> Character {
    guard "sdfebxXo".contains(verb) else {
        throw EvaluationError("could not parse formatting clause: unrecognized formatting clause \"\(verb)\"")
    }
    return verb
}

/// Why a type does not fit a verb; nil when it does, or may.
private func mismatch(_ verb: Character, _ type: CELType) -> String? {
    if type.isDynamicOrError { return nil }
    switch (verb, type) {
    case ("d", .int), ("d", .uint), ("f", .double), ("e", .double), ("b", .int), ("b", .uint), ("b", .bool),
        ("x", .int), ("x", .uint), ("x", .string), ("x", .bytes), ("X", .int), ("X", .uint), ("X", .string),
        ("X", .bytes), ("o", .int), ("o", .uint):
        return nil
    case ("s", .string), ("s", .bool), ("s", .bytes), ("s", .int), ("s", .uint), ("s", .double), ("s", .map),
        ("s", .list), ("s", .type), ("s", .duration), ("s", .timestamp), ("s", .null):
        return nil
    default: return "\(demand(verb)), was given \(type.runtimeName)"
    }
}

private func demand(_ verb: Character) -> String {
    switch verb {
    case "d": "decimal clause can only be used on integers"
    case "f": "fixed-point clause can only be used on doubles"
    case "e": "scientific clause can only be used on doubles"
    case "b": "only integers and bools can be formatted as binary"
    case "x", "X": "only integers, byte buffers, and strings can be formatted as hex"
    case "o": "octal clause can only be used on integers"
    default:
        "string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, types, durations, "
            + "and timestamps"
    }
}

private func clause(_ verb: Character, _ precision: Int?, _ value: Value) throws(EvaluationError) -> String {
    if let message = mismatch(verb, value.type) { throw EvaluationError("error during formatting: \(message)") }
    switch (verb, value) {
    case ("f", .double(let number)): return fixedPoint(number, precision ?? 6)
    case ("e", .double(let number)): return scientific(number, precision ?? 6)
    case ("b", .bool(let flag)): return flag ? "1" : "0"
    case ("b", .int(let number)): return String(number, radix: 2)
    case ("b", .uint(let number)): return String(number, radix: 2)
    case ("o", .int(let number)): return String(number, radix: 8)
    case ("o", .uint(let number)): return String(number, radix: 8)
    case ("x", .int(let number)), ("X", .int(let number)): return String(number, radix: 16, uppercase: verb == "X")
    case ("x", .uint(let number)), ("X", .uint(let number)): return String(number, radix: 16, uppercase: verb == "X")
    case ("x", .string(let text)), ("X", .string(let text)): return hex(Array(text.utf8), isUpper: verb == "X")
    case ("x", .bytes(let bytes)), ("X", .bytes(let bytes)): return hex(bytes, isUpper: verb == "X")
    case ("s", _): return try plain(value)
    default: return value.display
    }
}

private func hex(_ bytes: [UInt8], isUpper: Bool) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: isUpper) }.joined()
}

private func plain(_ value: Value) throws(EvaluationError) -> String {
    switch value {
    case .double(let number): return special(number) ?? plainText(number)
    case .list(let list):
        var parts: [String] = []
        for element in try list.elements() { parts.append(try plain(element)) }
        return "[\(parts.joined(separator: ", "))]"
    case .map(let map):
        var parts: [(String, String)] = []
        for key in map.keys { parts.append((try plain(key), try plain(try map.find(key) ?? .null))) }
        return "{\(parts.sorted { $0.0 < $1.0 }.map { "\($0): \($1)" }.joined(separator: ", "))}"
    default: return value.display
    }
}

private func special(_ number: Double) -> String? {
    number.isNaN ? "NaN" : number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : nil
}

/// `1,234.500000`
private func fixedPoint(_ number: Double, _ precision: Int) -> String {
    if let special = special(number) { return special }
    let (digits, exponent) = exactDigits(number.magnitude, fraction: precision)
    let whole = exponent >= 0 ? String(digits.prefix(exponent + 1)) : "0"
    let fraction = String(digits.suffix(precision))
    var grouped = ""
    for (index, digit) in whole.enumerated() {
        if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
        grouped.append(digit)
    }
    let isNegative = number.sign == .minus && digits.contains { $0 != "0" }
    return (isNegative ? "-" : "") + grouped + (precision > 0 ? ".\(fraction)" : "")
}

/// `1.052033×10⁰³`
private func scientific(_ number: Double, _ precision: Int) -> String {
    if let special = special(number) { return special }
    var exponent = 0
    var digits = String(repeating: "0", count: precision + 1)
    if number != 0 {
        (digits, exponent) = significantDigits(number.magnitude, count: precision + 1)
    }
    let mantissa = precision > 0 ? "\(digits.prefix(1)).\(digits.dropFirst())" : digits
    let raised: [Character: String] = [
        "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    ]
    let power = padded(abs(exponent), 2).compactMap { raised[$0] }.joined()
    return "\(number < 0 ? "-" : "")\(mantissa)×10\(exponent < 0 ? "⁻" : "")\(power)"
}
