/// Reads JSON (RFC 8259) as OPA's reader does: numbers keep their text, of two members with one key the later stays, a
/// lone surrogate becomes U+FFFD.
struct JSONText {
    /// What is wrong with a text, and where.
    struct Mistake: Error, Hashable {
        var message: String
        var line: Int
        var column: Int
        var isLimit = false
    }

    private static let largestDepth = 500

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func read(_ bytes: [UInt8]) throws(Mistake) -> RegoValue {
        var reader = JSONText(bytes)
        let value = try reader.value()
        reader.skipBlanks()
        guard reader.position == bytes.count else { throw reader.mistake("expected the end of the text") }
        return value
    }

    private mutating func value() throws(Mistake) -> RegoValue {
        skipBlanks()
        switch peek {
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): return .number(try number())
        default: throw mistake("expected a value")
        }
    }

    private mutating func object() throws(Mistake) -> RegoObject {
        try enter()
        defer { depth -= 1 }
        var keys: [RegoValue] = []
        var values: [RegoValue] = []
        var isSorted = true
        skipBlanks()
        if take(UInt8(ascii: "}")) { return .empty }
        while true {
            skipBlanks()
            guard peek == UInt8(ascii: "\"") else { throw mistake("expected a key in quotes") }
            let key = RegoValue.string(try string())
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw mistake("expected \":\" after a key") }
            if let last = keys.last, last.compare(key) >= 0 { isSorted = false }
            keys.append(key)
            values.append(try value())
            skipBlanks()
            if take(UInt8(ascii: ",")) { continue }
            guard take(UInt8(ascii: "}")) else { throw mistake("expected \",\" or \"}\"") }
            return isSorted ? RegoObject(sortedKeys: keys, values: values) : RegoObject(zip(keys, values))
        }
    }

    private mutating func array() throws(Mistake) -> [RegoValue] {
        try enter()
        defer { depth -= 1 }
        var elements: [RegoValue] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return elements }
        while true {
            elements.append(try value())
            skipBlanks()
            if take(UInt8(ascii: ",")) { continue }
            guard take(UInt8(ascii: "]")) else { throw mistake("expected \",\" or \"]\"") }
            return elements
        }
    }

    private mutating func enter() throws(Mistake) {
        position += 1
        depth += 1
        guard depth <= Self.largestDepth else {
            var tooDeep = mistake("the text nests deeper than \(Self.largestDepth) levels, the limit;")
            tooDeep.isLimit = true
            throw tooDeep
        }
    }

    private mutating func literal(_ word: StaticString, _ value: RegoValue) throws(Mistake) -> RegoValue {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count, bytes[position..<end].elementsEqual(word.description.utf8) else {
            throw mistake("expected a value")
        }
        position = end
        return value
    }

    private mutating func number() throws(Mistake) -> RegoNumber {
        let start = position
        if peek == UInt8(ascii: "-") { position += 1 }
        var isPlain = true
        var small = 0
        let firstDigit = position
        while let byte = peek {
            if isDigit(byte) {
                small = small &* 10 &+ Int(byte &- UInt8(ascii: "0"))
            } else if byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") || byte == UInt8(ascii: "+")
                || byte == UInt8(ascii: "-")
            {
                isPlain = false
            } else {
                break
            }
            position += 1
        }
        let count = position - firstDigit
        if isPlain, count > 0, count < 19, count == 1 || bytes[firstDigit] != UInt8(ascii: "0"),
            start == firstDigit || small != 0
        {
            return RegoNumber(start == firstDigit ? small : -small)
        }
        guard let number = RegoNumber(text: String(decoding: bytes[start..<position], as: UTF8.self)) else {
            position = start
            throw mistake("expected a number between 1e-20000 and 1e20000 with digits on both sides of a point")
        }
        return number
    }

    private mutating func string() throws(Mistake) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                position += 1
                return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") { return try stringWithEscapes(from: start) }
            guard byte >= 0x20 else { throw mistake("a control character in a string must be escaped;") }
            position += 1
        }
        throw mistake("the string does not end")
    }

    private mutating func stringWithEscapes(from start: Int) throws(Mistake) -> String {
        var buffer = Array(bytes[start..<position])
        while let byte = peek {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: buffer, as: UTF8.self)
            case UInt8(ascii: "\\"): buffer.append(contentsOf: String(try escaped()).utf8)
            case ..<0x20:
                position -= 1
                throw mistake("a control character in a string must be escaped;")
            default: buffer.append(byte)
            }
        }
        throw mistake("the string does not end")
    }

    private mutating func escaped() throws(Mistake) -> Unicode.Scalar {
        guard let byte = peek else { throw mistake("the string does not end") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let unit = try unit()
            if let scalar = Unicode.Scalar(unit) { return scalar }
            let before = position
            if unit < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
                let low = try self.unit()
                if (0xDC00...0xDFFF).contains(low) {
                    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
                }
            }
            position = before
            return "\u{FFFD}"
        default:
            position -= 1
            throw mistake("unknown escape in a string;")
        }
    }

    private mutating func unit() throws(Mistake) -> UInt32 {
        let end = position + 4
        guard end <= bytes.count, bytes[position..<end].allSatisfy({ hexValue($0) != nil }) else {
            throw mistake("expected four hexadecimal digits after \"\\u\"")
        }
        defer { position = end }
        return bytes[position..<end].reduce(0) { $0 << 4 | UInt32(hexValue($1) ?? 0) }
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while position < bytes.count, bytes[position] == 0x20 || (0x09...0x0D).contains(bytes[position]),
            bytes[position] != 0x0B, bytes[position] != 0x0C
        {
            position += 1
        }
    }

    private func mistake(_ message: String) -> Mistake {
        let before = bytes[..<min(position, bytes.count)]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let column = before.count - (before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0) + 1
        let found = peek.map { $0 < 0x80 ? "\"\(Unicode.Scalar($0))\"" : "a character outside of a string" }
        let text = message.hasSuffix(";") ? String(message.dropLast()) : "\(message), found \(found ?? "the end")"
        return Mistake(message: text, line: line, column: column)
    }
}

func hexValue(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): letter - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): letter - UInt8(ascii: "A") + 10
    default: nil
    }
}
