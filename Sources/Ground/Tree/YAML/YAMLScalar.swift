/// How a string is spelled as a YAML scalar by go-yaml 2: plain, in quotes or as a literal block.
enum YAMLScalar {
    /// `indent` is where the further lines of the scalar stand; `column` where it begins, nil for a key, which is never broken.
    static func spelling(of text: String, indent: Int, column: Int?) -> String {
        let form = ScalarForm(text)
        if form.isMultiline {
            return form.mayBeBlock && column != nil
                ? literal(text, indent: indent) : doubleQuoted(text, indent: indent, column: column)
        }
        if !OlderYAML.resolvesAsOther(text) {
            if form.mayBePlain { return broken(text, indent: indent, column: column, isQuoted: false) }
            if form.mayBeSingleQuoted {
                let quoted = text.utf8.contains(UInt8(ascii: "'")) ? text.replacing("'", with: "''") : text
                return "'" + broken(quoted, indent: indent, column: column.map { $0 + 1 }, isQuoted: true) + "'"
            }
        }
        return doubleQuoted(text, indent: indent, column: column)
    }

    private static let width = 80

    /// A single blank beyond the width becomes a line break.
    private static func broken(_ text: String, indent: Int, column: Int?, isQuoted: Bool) -> String {
        guard var column, column + text.utf8.count > width, text.utf8.contains(UInt8(ascii: " ")) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var previousIsBlank = false
        for (index, scalar) in scalars.enumerated() {
            guard scalar == " " else {
                result.append(scalar)
                column += 1
                previousIsBlank = false
                continue
            }
            let isInside = !isQuoted || index > 0 && index < scalars.count - 1
            let nextIsBlank = index + 1 < scalars.count && scalars[index + 1] == " "
            if !previousIsBlank, column > width, isInside, !nextIsBlank {
                result.append("\n")
                result.append(contentsOf: repeatElement(" ", count: indent))
                column = indent
            } else {
                result.append(" ")
                column += 1
            }
            previousIsBlank = true
        }
        return String(result)
    }

    static func doubleQuoted(_ text: String, indent: Int, column start: Int?) -> String {
        let scalars = Array(text.unicodeScalars)
        var spelled = "\""
        var column = (start ?? 0) + 1
        var previousIsBlank = false
        // The emitter looks for a byte order mark at the start of the text, whatever character it writes.
        let escapesAll = scalars.first == "\u{FEFF}"
        for (index, scalar) in scalars.enumerated() {
            if let escape = escape(scalar, always: escapesAll) {
                spelled += escape
                column += escape.utf8.count
                previousIsBlank = false
            } else if scalar == " ", start != nil, !previousIsBlank, column > width, index > 0,
                index < scalars.count - 1
            {
                spelled += "\n" + String(repeating: " ", count: indent) + (scalars[index + 1] == " " ? "\\" : "")
                column = indent + (scalars[index + 1] == " " ? 1 : 0)
                previousIsBlank = true
            } else {
                spelled.unicodeScalars.append(scalar)
                column += 1
                previousIsBlank = scalar == " "
            }
        }
        return spelled + "\""
    }

    private static func literal(_ text: String, indent: Int) -> String {
        let bytes = Array(text.utf8)
        var header = "|"
        if bytes[0] == UInt8(ascii: " ") || bytes[0] == UInt8(ascii: "\n") { header += "2" }
        if bytes.last != UInt8(ascii: "\n") {
            header += "-"
        } else if bytes.count == 1 || bytes[bytes.count - 2] == UInt8(ascii: "\n") {
            header += "+"
        }
        let margin = String(repeating: " ", count: indent)
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return header + lines.map { $0.isEmpty ? "\n" : "\n" + margin + String(Substring($0)) }.joined()
    }

    private static func escape(_ scalar: Unicode.Scalar, always: Bool) -> String? {
        switch scalar.value {
        case 0x00: "\\0"
        case 0x07: "\\a"
        case 0x08: "\\b"
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0B: "\\v"
        case 0x0C: "\\f"
        case 0x0D: "\\r"
        case 0x1B: "\\e"
        case 0x22: "\\\""
        case 0x5C: "\\\\"
        case 0x85: "\\N"
        case 0x2028: "\\L"
        case 0x2029: "\\P"
        case _ where isPrintable(scalar) && !always: nil
        case let value where value <= 0xFF: "\\x" + hexadecimal(value, digits: 2)
        case let value where value <= 0xFFFF: "\\u" + hexadecimal(value, digits: 4)
        case let value: "\\U" + hexadecimal(value, digits: 8)
        }
    }

    private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// The emitter knows no characters beyond the basic plane, so it escapes them; tabs it escapes too.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x20...0x7E, 0xA0...0xD7FF: true
        case 0xE000...0xFFFD: scalar.value != 0xFEFF
        default: false
        }
    }
}

/// What the characters of a string allow.
private struct ScalarForm {
    var isMultiline = false
    var mayBePlain = true
    var mayBeSingleQuoted = true
    var mayBeBlock = true

    init(_ text: String) {
        guard text.utf8.contains(where: { !Self.isHarmless($0) }) || text.utf8.first.map(Self.isHarmless) != true else {
            return
        }
        let scalars = Array(text.unicodeScalars)
        if text.hasPrefix("---") || text.hasPrefix("...") { mayBePlain = false }
        var previousIsSpace = false
        var previousIsBreak = false
        for (index, scalar) in scalars.enumerated() {
            let isFirst = index == 0
            let isLast = index == scalars.count - 1
            let isSpace = scalar == " "
            let isBreak = Self.isBreak(scalar)
            noteIndicator(
                scalar, isFirst: isFirst, before: isFirst ? nil : scalars[index - 1],
                after: isLast ? nil : scalars[index + 1])
            if !YAMLScalar.isPrintable(scalar) { forbidAll() }
            if isSpace || isBreak, isFirst || isLast { mayBePlain = false }
            if isSpace, isLast { mayBeBlock = false }
            if isSpace, previousIsBreak { (mayBePlain, mayBeSingleQuoted) = (false, false) }
            if isBreak, previousIsSpace { forbidAll() }
            if isBreak { mayBePlain = false }
            if scalar == "\n" { isMultiline = true }
            (previousIsSpace, previousIsBreak) = (isSpace, isBreak)
        }
    }

    private mutating func forbidAll() {
        (mayBePlain, mayBeSingleQuoted, mayBeBlock) = (false, false, false)
    }

    private mutating func noteIndicator(
        _ scalar: Unicode.Scalar, isFirst: Bool, before: Unicode.Scalar?, after: Unicode.Scalar?
    ) {
        switch scalar {
        case "#" where isFirst || before.map(Self.isBlank) ?? true: mayBePlain = false
        case ",", "[", "]", "{", "}", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`":
            if isFirst { mayBePlain = false }
        case "?", "-": if isFirst, after.map(Self.isBlank) ?? true { mayBePlain = false }
        case ":": if after.map(Self.isBlank) ?? true { mayBePlain = false }
        default: break
        }
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || isBreak(scalar)
    }

    /// Letters, digits and a few signs that mean nothing wherever they stand; most strings are made of them.
    private static func isHarmless(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
