/// What can be told of a query without a parser for all of its language.
struct PrometheusQuery {
    /// Without comments and with brackets around the whole taken away.
    private let text: [UInt8]

    init(_ query: String) {
        var kept: [UInt8] = []
        for line in query.utf8.prefix(100_000).split(separator: UInt8(ascii: "\n")) {
            kept += Self.withoutComment(line)
            kept.append(UInt8(ascii: " "))
        }
        text = Self.unwrapped(kept[...])
    }

    /// Whether it gives one number and no list: a number, or `scalar(…)` around the whole.
    var isScalar: Bool {
        let words = String(decoding: text, as: UTF8.self)
        if Double(words) != nil { return true }
        guard words.hasPrefix("scalar") else { return false }
        let rest = Self.trimmed(text[6...])
        return Self.unwrapped(rest).count < rest.count
    }

    /// A comparison that the result as a whole goes through, and that leaves out what does not meet it: `> 0.99`. Nil
    /// when there is none, or when something stands in for what is left out (`or vector(0)`).
    var filter: String? {
        var depth = 0
        var quote: UInt8?
        var found: String?
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            defer { index += 1 }
            if let open = quote {
                if byte == UInt8(ascii: "\\"), open != UInt8(ascii: "`") {
                    index += 1
                } else if byte == open {
                    quote = nil
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): quote = byte
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "o") where depth == 0:
                if Self.isWord("or", at: index, in: text) { return nil }
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "!"):
                guard depth == 0 else { continue }
                let hasTwo = index + 1 < text.endIndex && text[index + 1] == UInt8(ascii: "=")
                let rest = Self.trimmed(text[(index + (hasTwo ? 2 : 1))...])
                if !Self.isWord("bool", at: rest.startIndex, in: text) {
                    let number = rest.prefix { $0 > UInt8(ascii: " ") }
                    found =
                        String(decoding: text[index..<(index + (hasTwo ? 2 : 1))], as: UTF8.self) + " "
                        + String(decoding: number, as: UTF8.self)
                }
                if hasTwo { index += 1 }
            default: break
            }
        }
        return found
    }

    private static func isWord(_ word: String, at index: Int, in text: [UInt8]) -> Bool {
        guard index < text.endIndex, text[index...].starts(with: word.utf8) else { return false }
        let end = index + word.utf8.count
        return (index == text.startIndex || !isLetter(text[index - 1]))
            && (end == text.endIndex || !isLetter(text[end]))
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ":")
    }

    private static func withoutComment(_ line: Substring.UTF8View.SubSequence) -> [UInt8] {
        var quote: UInt8?
        var kept: [UInt8] = []
        for byte in line {
            if quote == nil, byte == UInt8(ascii: "#") { break }
            if byte == quote { quote = nil } else if quote == nil, [34, 39, 96].contains(byte) { quote = byte }
            kept.append(byte)
        }
        return kept
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text.drop { $0 <= UInt8(ascii: " ") }
        while let last = text.last, last <= UInt8(ascii: " ") { text.removeLast() }
        return text
    }

    /// Without the brackets that are around the whole.
    private static func unwrapped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var text = trimmed(text)
        while text.first == UInt8(ascii: "("), text.last == UInt8(ascii: ")") {
            var depth = 0
            for (offset, byte) in text.enumerated() {
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                if depth == 0, offset < text.count - 1 { return Array(text) }
            }
            text = trimmed(text.dropFirst().dropLast())
        }
        return Array(text)
    }
}
