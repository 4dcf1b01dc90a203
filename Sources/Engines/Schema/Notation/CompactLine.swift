/// One line of compact notation: how deep it stands and its words, as ranges of the text's bytes.
struct CompactLine {
    /// Counted from 1.
    var number: Int
    /// Two spaces a level.
    var level: Int
    var words: [Range<Int>]
}

/// The bytes of a text in compact notation, cut into lines and words.
///
/// Words are apart by spaces. Quotes, `[…]`, `{…}` and `(…)` keep spaces together; in quotes `""` is a quote and `⏎` a line
/// break. `#` begins a comment.
struct CompactText {
    let bytes: [UInt8]
    private(set) var lines: [CompactLine] = []

    init(_ text: String) {
        bytes = Array(text.utf8)
        var start = 0
        var number = 1
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
            let first = bytes[start..<end].firstIndex { $0 != space } ?? end
            let words = self.words(in: first..<end)
            if !words.isEmpty { lines.append(CompactLine(number: number, level: (first - start) / 2, words: words)) }
            start = end + 1
            number += 1
        }
    }

    /// The words of a part of a line.
    func words(in range: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var position = range.lowerBound
        while position < range.upperBound {
            if bytes[position] == space {
                position += 1
                continue
            }
            if bytes[position] == hash { break }
            let end = self.end(ofWordAt: position, before: range.upperBound)
            words.append(position..<end)
            position = end
        }
        return words
    }

    private func end(ofWordAt start: Int, before limit: Int) -> Int {
        var depth = 0
        var isQuoted = false
        var position = start
        while position < limit {
            switch bytes[position] {
            case quote: isQuoted.toggle()
            case _ where isQuoted: break
            case space where depth <= 0: return position
            case openBracket, openBrace, openParenthesis: depth += 1
            case closeBracket, closeBrace, closeParenthesis: depth -= 1
            default: break
            }
            position += 1
        }
        return limit
    }

    /// A word as it stands there.
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// What a word means: without its quotes if it has any.
    func text(_ range: Range<Int>) -> String {
        guard range.count >= 2, bytes[range.lowerBound] == quote, bytes[range.upperBound - 1] == quote else {
            return string(range)
        }
        let inner = bytes[range.lowerBound + 1..<range.upperBound - 1]
        var isPlain = true
        for byte in inner where byte == quote || byte == 0xE2 { isPlain = false }
        if isPlain { return String(decoding: inner, as: UTF8.self) }
        return unquoted(Array(inner))
    }

    private func unquoted(_ inner: [UInt8]) -> String {
        var result: [UInt8] = []
        var position = 0
        while position < inner.count {
            if inner[position] == quote, position + 1 < inner.count { position += 1 }
            if inner[position...].starts(with: lineBreakSign) {
                result.append(newline)
                position += lineBreakSign.count
            } else {
                result.append(inner[position])
                position += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The parts of a word between separators outside of quotes.
    func parts(of range: Range<Int>, separator: UInt8) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var isQuoted = false
        for position in range {
            if bytes[position] == quote { isQuoted.toggle() }
            guard bytes[position] == separator, !isQuoted else { continue }
            parts.append(start..<position)
            start = position + 1
        }
        parts.append(start..<range.upperBound)
        return parts
    }

    /// A word in two parts, at its first `=`.
    func keyAndValue(_ range: Range<Int>) -> (key: Range<Int>, value: Range<Int>?) {
        guard let sign = bytes[range].firstIndex(of: UInt8(ascii: "=")) else { return (range, nil) }
        return (range.lowerBound..<sign, sign + 1..<range.upperBound)
    }
}

private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
private let hash = UInt8(ascii: "#")
private let quote = UInt8(ascii: "\"")
private let openBracket = UInt8(ascii: "[")
private let closeBracket = UInt8(ascii: "]")
private let openBrace = UInt8(ascii: "{")
private let closeBrace = UInt8(ascii: "}")
private let openParenthesis = UInt8(ascii: "(")
private let closeParenthesis = UInt8(ascii: ")")
private let lineBreakSign = Array("⏎".utf8)
