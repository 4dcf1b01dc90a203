import Diagnostics
import RE2

/// A regular expression of a user that must match a whole text.
struct Pattern {
    private let literal: String
    private let expression: RegularExpression?

    /// - Throws: `Refused` when `text` is no expression.
    init(_ text: String, at place: Place) throws(Refused) {
        literal = text
        if text.utf8.allSatisfy(Pattern.isPlain) {
            expression = nil
            return
        }
        do { expression = try RegularExpression(text) } catch {
            throw refusal(
                .selectorInvalid, "\"\(text)\" is no regular expression: \(error.message)", at: place,
                hint: "escape characters that are meant literally with a backslash")
        }
    }

    func matches(_ text: String) -> Bool { expression?.matchesWhole(text) ?? (text == literal) }

    /// Whether some part of `text` matches.
    func isFound(in text: String) -> Bool { expression?.matches(text) ?? text.contains(literal) }

    /// Names without signs that mean something in an expression are compared as they are.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
