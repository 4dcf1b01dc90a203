extension RegoValue {
    /// As it would be written in Rego: `{1, "a"}`, `set()`, `{"k": [1]}`.
    package var display: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let value): text += value.text
        case .string(let value): text += goQuoted(value)
        case .array(let elements): Self.write(elements, "[", "]", to: &text)
        case .set(let set):
            if set.isEmpty { text += "set()" } else { Self.write(set.elements, "{", "}", to: &text) }
        case .object(let object):
            text += "{"
            for (index, (key, value)) in zip(object.keys, object.values).enumerated() {
                if index > 0 { text += ", " }
                key.write(to: &text)
                text += ": "
                value.write(to: &text)
            }
            text += "}"
        }
    }

    private static func write(_ elements: [RegoValue], _ open: String, _ close: String, to text: inout String) {
        text += open
        for (index, element) in elements.enumerated() {
            if index > 0 { text += ", " }
            element.write(to: &text)
        }
        text += close
    }
}

/// In double quotes, with the escapes of Go's `%q`; what can be printed stays.
func goQuoted(_ text: String, isASCII: Bool = false) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars { quoted += goEscaped(scalar, quote: "\"", isASCII: isASCII) }
    return quoted + "\""
}

func goEscaped(_ scalar: Unicode.Scalar, quote: Unicode.Scalar, isASCII: Bool = false) -> String {
    switch scalar {
    case quote, "\\": return "\\" + String(scalar)
    case "\u{7}": return "\\a"
    case "\u{8}": return "\\b"
    case "\u{C}": return "\\f"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\u{B}": return "\\v"
    default: break
    }
    if scalar.isGoPrintable, !isASCII || scalar.isASCII { return String(scalar) }
    let digits = String(scalar.value, radix: 16)
    func padded(_ width: Int) -> String { String(repeating: "0", count: max(0, width - digits.count)) + digits }
    if scalar.value < 0x80 { return "\\x" + padded(2) }
    return scalar.value < 0x10000 ? "\\u" + padded(4) : "\\U" + padded(8)
}

extension Unicode.Scalar {
    /// Letters, marks, numbers, punctuation, symbols and the space of ASCII.
    var isGoPrintable: Bool {
        if self == " " { return true }
        return switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            false
        default: true
        }
    }
}
