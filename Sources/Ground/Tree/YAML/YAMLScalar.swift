/// How a string is spelled as a YAML scalar by go-yaml 2: plain, in quotes or as a literal block.
enum YAMLScalar {
    /// `indent` is the column at which the lines of a block stand.
    static func spelling(of text: String, indent: Int, isKey: Bool) -> String {
        let form = ScalarForm(text)
        if form.isMultiline {
            return form.mayBeBlock && !isKey ? literal(text, indent: indent) : doubleQuoted(text)
        }
        guard !OlderYAML.resolvesAsOther(text) else { return doubleQuoted(text) }
        if form.mayBePlain { return text }
        return form.mayBeSingleQuoted ? singleQuoted(text) : doubleQuoted(text)
    }

    static func singleQuoted(_ text: String) -> String {
        var spelled = "'"
        for scalar in text.unicodeScalars {
            if scalar == "'" { spelled.unicodeScalars.append("'") }
            spelled.unicodeScalars.append(scalar)
        }
        return spelled + "'"
    }

    static func doubleQuoted(_ text: String) -> String {
        var spelled = "\""
        for scalar in text.unicodeScalars {
            if let escape = escape(scalar) {
                spelled += escape
            } else {
                spelled.unicodeScalars.append(scalar)
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

    private static func escape(_ scalar: Unicode.Scalar) -> String? {
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
        case let value where isPrintable(scalar): value == 0xFEFF ? "\\uFEFF" : nil
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
