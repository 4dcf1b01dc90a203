/// What go-yaml 2 takes an unquoted scalar for, by YAML 1.1. A string that it would not read back as a string is quoted.
enum OlderYAML {
    static func resolvesAsOther(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return true }
        switch first {
        case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
            UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "o"), UInt8(ascii: "O"),
            UInt8(ascii: "~"):
            return text.utf8.count <= 5 && words.contains(text)
        case UInt8(ascii: "."): return words.contains(text) || isFloat(text)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
            return words.contains(text) || isNumber(text) || isSexagesimal(text) || isTimestamp(text)
        default: return false
        }
    }

    private static let words: Set<String> = [
        "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON", "n", "N", "no", "No", "NO", "false",
        "False", "FALSE", "off", "Off", "OFF", "~", "null", "Null", "NULL", ".nan", ".NaN", ".NAN", ".inf", ".Inf",
        ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF",
    ]

    private static func isNumber(_ text: String) -> Bool {
        let plain = text.utf8.contains(UInt8(ascii: "_")) ? text.filter { $0 != "_" } : text
        return isWhole(plain) || isFloat(plain)
    }

    /// Go's integers with their prefixes for base 2, 8 and 16.
    private static func isWhole(_ text: String) -> Bool {
        var digits = Substring(text)
        let isNegative = digits.first == "-"
        if isNegative || digits.first == "+" { digits = digits.dropFirst() }
        let radix: Int
        switch digits.prefix(2).lowercased() {
        case "0x": (radix, digits) = (16, digits.dropFirst(2))
        case "0b": (radix, digits) = (2, digits.dropFirst(2))
        case "0o": (radix, digits) = (8, digits.dropFirst(2))
        case let start where start.count == 2 && start.first == "0": (radix, digits) = (8, digits.dropFirst())
        default: radix = 10
        }
        guard let first = digits.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else {
            return false
        }
        return isNegative ? Int64("-" + digits, radix: radix) != nil : UInt64(digits, radix: radix) != nil
    }

    private static func isFloat(_ text: String) -> Bool {
        var scanner = DigitScanner(text)
        scanner.skip(anyOf: "+-")
        let whole = scanner.digits()
        let fraction = scanner.skip(anyOf: ".") ? scanner.digits() : 0
        guard whole + fraction > 0 else { return false }
        if scanner.skip(anyOf: "eE") {
            scanner.skip(anyOf: "+-")
            guard scanner.digits() > 0 else { return false }
        }
        return scanner.isAtEnd && Double(text).map(\.isFinite) == true
    }

    /// `12:30:45`: readers of YAML 1.1 count it in base 60.
    private static func isSexagesimal(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: ":")) else { return false }
        var scanner = DigitScanner(text)
        scanner.skip(anyOf: "+-")
        guard scanner.digits(or: "_", first: true) > 0 else { return false }
        var parts = 0
        while scanner.skip(anyOf: ":") {
            guard let part = scanner.number(upTo: 2), part < 60 else { return false }
            parts += 1
        }
        if scanner.skip(anyOf: ".") { _ = scanner.digits(or: "_") }
        return parts > 0 && scanner.isAtEnd
    }

    private static func isTimestamp(_ text: String) -> Bool {
        var scanner = DigitScanner(text)
        guard scanner.digits() == 4, scanner.skip(anyOf: "-"), let month = scanner.number(upTo: 2),
            (1...12).contains(month),
            scanner.skip(anyOf: "-"), let day = scanner.number(upTo: 2), day >= 1,
            day <= daysOf(month, year: Int(text.prefix(4)) ?? 0)
        else { return false }
        if scanner.isAtEnd { return true }
        let hasZone = scanner.skip(anyOf: "Tt")
        guard hasZone || scanner.skip(anyOf: " "), let hour = scanner.number(upTo: 2), hour < 24,
            scanner.skip(anyOf: ":"),
            let minute = scanner.number(upTo: 2), minute < 60, scanner.skip(anyOf: ":"),
            let second = scanner.number(upTo: 2), second < 60
        else { return false }
        if scanner.skip(anyOf: "."), scanner.digits() == 0 { return false }
        guard hasZone else { return scanner.isAtEnd }
        if scanner.skip(anyOf: "Z") { return scanner.isAtEnd }
        return scanner.skip(anyOf: "+-") && scanner.digits() == 2 && scanner.skip(anyOf: ":") && scanner.digits() == 2
            && scanner.isAtEnd
    }

    private static func daysOf(_ month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// Walks over the bytes of a number.
private struct DigitScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { position == bytes.count }

    @discardableResult
    mutating func skip(anyOf signs: StaticString) -> Bool {
        guard position < bytes.count else { return false }
        let byte = bytes[position]
        let isOne = signs.withUTF8Buffer { $0.contains(byte) }
        if isOne { position += 1 }
        return isOne
    }

    /// How many digits (or `other`, but not first when `first` is set) were skipped.
    mutating func digits(or other: Unicode.Scalar? = nil, first: Bool = false) -> Int {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            let isOther = other.map { UInt8($0.value) == byte } ?? false
            guard (0x30...0x39).contains(byte) || isOther && !(first && position == start) else { break }
            position += 1
        }
        return position - start
    }

    mutating func number(upTo count: Int) -> Int? {
        var value: Int?
        for _ in 0..<count {
            guard position < bytes.count, (0x30...0x39).contains(bytes[position]) else { break }
            value = (value ?? 0) * 10 + Int(bytes[position] - 0x30)
            position += 1
        }
        return value
    }
}
