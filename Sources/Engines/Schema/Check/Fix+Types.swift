import Diagnostics
import Tree

extension Fix {
    /// The same scalar in another type, where it can mean nothing else: a number in quotes or out of them. Nil for anything
    /// else.
    static func retyped(_ value: Node, as wanted: String) -> Fix? {
        switch (wanted, value.value) {
        case ("string", .integer(let number)): quoted(String(number), at: value)
        case ("string", .bool(let flag)): quoted(flag ? "true" : "false", at: value)
        case ("integer", .string(let text)):
            Int64(text).map { String($0) } == text ? bare(text, at: value) : nil
        case ("number", .string(let text)):
            Double(text)?.isFinite == true && text.utf8.allSatisfy(isPartOfNumber) ? bare(text, at: value) : nil
        case ("boolean", .string(let text)): ["true", "false"].contains(text) ? bare(text, at: value) : nil
        default: nil
        }
    }

    /// Swift reads more as a number than YAML does.
    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    private static func quoted(_ text: String, at value: Node) -> Fix {
        Fix("write \"\(text)\" in quotes", at: value.place, replacement: text, isSafe: true, writing: .text)
    }

    private static func bare(_ text: String, at value: Node) -> Fix {
        Fix("write \(text) without quotes", at: value.place, replacement: text, isSafe: true, writing: .bare)
    }
}
