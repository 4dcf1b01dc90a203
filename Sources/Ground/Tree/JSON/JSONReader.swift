package import Diagnostics

/// Reads JSON (RFC 8259) into a tree with places. Duplicate keys are refused, because readers disagree on what they mean.
package struct JSONReader {
    private let bytes: [UInt8]
    private let file: SourceFile
    private let limits: ParseLimits
    private var position = 0
    private var depth = 0
    private var line = 1
    private var lineStart = 0
    /// Continuation bytes of UTF-8 seen on this line, so that columns count Unicode scalars.
    private var continuations = 0

    private init(_ bytes: [UInt8], file: SourceFile, limits: ParseLimits) {
        self.bytes = bytes
        self.file = file
        self.limits = limits
    }

    /// The one value that `bytes` hold.
    ///
    /// - Throws: `Refused` with the place of the first thing that is not JSON or exceeds the limits.
    package static func read(
        _ bytes: [UInt8], file: SourceFile = .none, limits: ParseLimits = .standard
    ) throws(Refused) -> Node {
        var reader = JSONReader(bytes, file: file, limits: limits)
        guard bytes.count <= limits.size else {
            throw Refused(
                Finding(
                    .textTooLarge, "the text has \(bytes.count) bytes, more than the limit of \(limits.size)",
                    at: Place(file: file, line: 1, column: 1)))
        }
        let node = try reader.value()
        reader.skipBlanks()
        guard reader.position == bytes.count else { throw reader.refusal("expected the end of the text") }
        return node
    }

    package static func read(
        _ text: String, file: SourceFile = .none, limits: ParseLimits = .standard
    ) throws(Refused) -> Node {
        try read(Array(text.utf8), file: file, limits: limits)
    }

    // MARK: Values

    private mutating func value() throws(Refused) -> Node {
        skipBlanks()
        let place = self.place
        switch peek {
        case UInt8(ascii: "{"): return Node(.mapping(try object()), at: place)
        case UInt8(ascii: "["): return Node(.sequence(try array()), at: place)
        case UInt8(ascii: "\""): return Node(.string(try string()), at: place, style: .doubleQuoted)
        case UInt8(ascii: "t"): return try literal("true", .bool(true), at: place)
        case UInt8(ascii: "f"): return try literal("false", .bool(false), at: place)
        case UInt8(ascii: "n"): return try literal("null", .null, at: place)
        case let byte? where byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte):
            return Node(try number(), at: place)
        default: throw refusal("expected a value, found \(found)")
        }
    }

    private mutating func object() throws(Refused) -> Mapping {
        try enter()
        defer { depth -= 1 }
        var entries: [Mapping.Entry] = []
        var seen = KeySet()
        skipBlanks()
        if take(UInt8(ascii: "}")) { return Mapping() }
        while true {
            skipBlanks()
            let keyPlace = place
            guard peek == UInt8(ascii: "\"") else { throw refusal("expected a key in double quotes, found \(found)") }
            let key = try string()
            guard seen.insert(key, into: entries) else {
                throw Refused(Finding(.duplicateKey, "key \"\(key)\" is already set in this object", at: keyPlace))
            }
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw refusal("expected \":\" after key \"\(key)\", found \(found)") }
            entries.append(Mapping.Entry(key, at: keyPlace, try value()))
            skipBlanks()
            if take(UInt8(ascii: ",")) { continue }
            if take(UInt8(ascii: "}")) { return Mapping(entries) }
            throw refusal("expected \",\" or \"}\", found \(found)")
        }
    }

    private mutating func array() throws(Refused) -> [Node] {
        try enter()
        defer { depth -= 1 }
        var elements: [Node] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return elements }
        while true {
            elements.append(try value())
            skipBlanks()
            if take(UInt8(ascii: ",")) { continue }
            if take(UInt8(ascii: "]")) { return elements }
            throw refusal("expected \",\" or \"]\", found \(found)")
        }
    }

    private mutating func enter() throws(Refused) {
        position += 1
        depth += 1
        guard depth <= limits.depth else {
            throw Refused(
                Finding(.textTooLarge, "the text nests deeper than the limit of \(limits.depth) levels", at: place))
        }
    }

    private mutating func literal(_ word: StaticString, _ value: NodeValue, at place: Place) throws(Refused) -> Node {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count, bytes[position..<end].elementsEqual(word.description.utf8) else {
            throw refusal("expected a value, found \(found)")
        }
        position = end
        return Node(value, at: place)
    }

    private mutating func number() throws(Refused) -> NodeValue {
        let start = position
        var isWhole = true
        _ = take(UInt8(ascii: "-"))
        let firstDigit = position
        try digits()
        if bytes[firstDigit] == UInt8(ascii: "0"), position > firstDigit + 1 {
            position = firstDigit
            throw refusal("a number must not start with 0")
        }
        if take(UInt8(ascii: ".")) {
            isWhole = false
            try digits()
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let whole = Int64(text) { return .integer(whole) }
        guard let number = Double(text), number.isFinite else { throw refusal("number \(text) is out of range") }
        return .float(number)
    }

    private mutating func digits() throws(Refused) {
        let start = position
        while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
        guard position > start else { throw refusal("expected a digit, found \(found)") }
    }

    // MARK: Strings

    private mutating func string() throws(Refused) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                let text = try decoded(bytes[start..<position])
                position += 1
                return text
            }
            if byte == UInt8(ascii: "\\") { return try stringWithEscapes(from: start) }
            guard byte >= 0x20 else { throw refusal("a control character in a string must be escaped") }
            if byte & 0xC0 == 0x80 { continuations += 1 }
            position += 1
        }
        throw refusal("the string does not end")
    }

    private mutating func stringWithEscapes(from start: Int) throws(Refused) -> String {
        var buffer = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                let text = try decoded(buffer[...])
                position += 1
                return text
            case UInt8(ascii: "\\"):
                position += 1
                buffer.append(contentsOf: String(try escapedScalar()).utf8)
            case ..<0x20:
                throw refusal("a control character in a string must be escaped")
            default:
                if byte & 0xC0 == 0x80 { continuations += 1 }
                buffer.append(byte)
                position += 1
            }
        }
        throw refusal("the string does not end")
    }

    private mutating func escapedScalar() throws(Refused) -> Unicode.Scalar {
        guard let byte = peek else { throw refusal("the string does not end") }
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
        case UInt8(ascii: "u"): return try unicodeEscape()
        default:
            position -= 1
            throw refusal("unknown escape \"\\\(Unicode.Scalar(byte))\" in a string")
        }
    }

    /// A lone surrogate becomes U+FFFD, as in Go's reader.
    private mutating func unicodeEscape() throws(Refused) -> Unicode.Scalar {
        let unit = try hexUnit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xDC00, position + 6 <= bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return "\u{FFFD}" }
        let before = position
        position += 2
        let low = try hexUnit()
        guard (0xDC00...0xDFFF).contains(low) else {
            position = before
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func hexUnit() throws(Refused) -> UInt32 {
        guard position + 4 <= bytes.count,
            let unit = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
        else { throw refusal("expected four hexadecimal digits after \"\\u\"") }
        position += 4
        return unit
    }

    private func decoded(_ text: ArraySlice<UInt8>) throws(Refused) -> String {
        guard let string = String(validating: text, as: UTF8.self) else {
            throw refusal("the string is not valid UTF-8")
        }
        return string
    }

    // MARK: Text

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\n"):
                line += 1
                lineStart = position + 1
                continuations = 0
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            default: return
            }
            position += 1
        }
    }

    private var place: Place {
        Place(file: file, line: line, column: position - lineStart - continuations + 1)
    }

    private var found: String {
        guard let byte = peek else { return "the end of the text" }
        return byte < 0x80 ? "\"\(Unicode.Scalar(byte))\"" : "a character outside a string"
    }

    private func refusal(_ message: String) -> Refused {
        Refused(Finding(.jsonSyntax, message, at: place))
    }
}
