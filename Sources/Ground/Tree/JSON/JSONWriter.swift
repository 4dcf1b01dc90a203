/// Writes a tree as JSON, in the order of its keys unless asked to sort.
package struct JSONWriter {
    private var bytes: [UInt8] = []
    private let indent: Int
    private let sortKeys: Bool

    private init(indent: Int, sortKeys: Bool) {
        self.indent = indent
        self.sortKeys = sortKeys
    }

    /// The UTF-8 bytes of `node` as JSON, on one line when `indent` is 0.
    package static func bytes(_ node: Node, indent: Int = 0, sortKeys: Bool = false) -> [UInt8] {
        var writer = JSONWriter(indent: indent, sortKeys: sortKeys)
        writer.write(node, level: 0)
        return writer.bytes
    }

    package static func text(_ node: Node, indent: Int = 0, sortKeys: Bool = false) -> String {
        String(decoding: bytes(node, indent: indent, sortKeys: sortKeys), as: UTF8.self)
    }

    private mutating func write(_ node: Node, level: Int) {
        switch node.value {
        case .null: append("null")
        case .bool(let flag): append(flag ? "true" : "false")
        case .integer(let number): append(String(number))
        case .unsigned(let number): append(String(number))
        case .float(let number): append(jsonSpelling(of: number))
        case .string(let text): write(text)
        case .sequence(let elements): write(elements, level: level)
        case .mapping(let mapping): write(sortKeys ? mapping.sorted() : mapping, level: level)
        }
    }

    private mutating func write(_ elements: [Node], level: Int) {
        guard !elements.isEmpty else { return append("[]") }
        append("[")
        for (index, element) in elements.enumerated() {
            if index > 0 { append(",") }
            newLine(level + 1)
            write(element, level: level + 1)
        }
        newLine(level)
        append("]")
    }

    private mutating func write(_ mapping: Mapping, level: Int) {
        guard !mapping.isEmpty else { return append("{}") }
        append("{")
        for (index, entry) in mapping.entries.enumerated() {
            if index > 0 { append(",") }
            newLine(level + 1)
            write(entry.key)
            append(indent > 0 ? ": " : ":")
            write(entry.value, level: level + 1)
        }
        newLine(level)
        append("}")
    }

    private mutating func newLine(_ level: Int) {
        guard indent > 0 else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: level * indent))
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\r"): append("\\r")
            case UInt8(ascii: "\t"): append("\\t")
            case 0x08: append("\\b")
            case 0x0C: append("\\f")
            case ..<0x20:
                let digits = String(byte, radix: 16)
                append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

/// A number as Go's `encoding/json` spells it: without an exponent from 1e-6 up to 1e21. JSON has no infinities; they become null.
package func jsonSpelling(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    if number == 0 { return number.sign == .minus ? "-0" : "0" }
    let (digits, exponent) = shortestDigits(of: number.magnitude)
    let sign = number < 0 ? "-" : ""
    if number.magnitude < 1e-6 || number.magnitude >= 1e21 {
        let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
        return sign + digits.prefix(1) + fraction + (exponent > 0 ? "e+\(exponent - 1)" : "e-\(1 - exponent)")
    }
    if exponent <= 0 { return sign + "0." + String(repeating: "0", count: -exponent) + digits }
    if exponent >= digits.count { return sign + digits + String(repeating: "0", count: exponent - digits.count) }
    return sign + digits.prefix(exponent) + "." + digits.dropFirst(exponent)
}

/// The fewest decimal digits that name `number` (positive and finite), and where the point stands: 0.digits × 10^exponent.
package func shortestDigits(of number: Double) -> (digits: String, exponent: Int) {
    let parts = "\(number)".split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(mantissa[0])
    let fraction = mantissa.count > 1 ? String(mantissa[1]) : ""
    var digits = whole + fraction
    var exponent = whole.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    while digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
    while digits.hasPrefix("0"), digits.count > 1 {
        digits.removeFirst()
        exponent -= 1
    }
    return (digits, exponent)
}
