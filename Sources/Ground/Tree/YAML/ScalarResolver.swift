internal import Diagnostics

/// What a scalar means, by the rules of go-yaml 3, which kustomize and kubectl's reader share in large parts:
/// the YAML 1.2 core schema, and of YAML 1.1 the underscores in numbers and the leading zero for octal.
enum ScalarResolver {
    static func value(of scalar: YAMLEvent.Scalar) throws(Refused) -> NodeValue {
        if let tag = scalar.tag { return try tagged(scalar, tag) }
        return scalar.style == .plain ? plain(scalar.text) : .string(scalar.text)
    }

    /// The value of an untagged plain scalar.
    static func plain(_ text: String) -> NodeValue {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: break
        }
        guard let first = text.utf8.first, mayStartNumber(first) else { return .string(text) }
        return number(text) ?? .string(text)
    }

    /// A warning where a reader of YAML 1.1 (kubectl's, Helm's, older tools) takes the scalar for something else.
    static func ambiguity(of scalar: YAMLEvent.Scalar) -> Finding? {
        guard scalar.style == .plain, scalar.tag == nil, mayBeAmbiguous(scalar.text) else { return nil }
        let text = scalar.text
        let meaning: String
        if olderBooleans.contains(text) {
            meaning = "a boolean"
        } else if isSexagesimal(text) {
            meaning = "a number in base 60"
        } else if text.hasPrefix("0o"), text.utf8.count > 2 {
            meaning = "a string"
        } else if isLegacyOctal(text) {
            return Finding(
                .yamlAmbiguousScalar, "\"\(text)\" is read as octal by YAML 1.1 and as decimal by YAML 1.2",
                severity: .warning, at: scalar.place, length: text.unicodeScalars.count,
                hint: "quote it, or write the number in decimal")
        } else {
            return nil
        }
        return Finding(
            .yamlAmbiguousScalar, "\"\(text)\" is \(meaning) for readers of YAML 1.1", severity: .warning,
            at: scalar.place, length: text.unicodeScalars.count, hint: "quote it if text is meant")
    }

    /// Nearly every scalar is told apart by its first letter.
    private static func mayBeAmbiguous(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"): return true
        case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "o"),
            UInt8(ascii: "O"):
            return text.utf8.count <= 3
        default: return false
        }
    }

    private static let olderBooleans: Set<String> = [
        "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off", "OFF",
    ]

    /// What a boolean of YAML 1.1 says; nil for other words.
    static func olderBoolean(_ text: String) -> Bool? {
        guard olderBooleans.contains(text) || plain(text).isBool else { return nil }
        return ["y", "yes", "on", "true"].contains(text.lowercased())
    }

    private static func mayStartNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }

    private static func number(_ text: String) -> NodeValue? {
        if let special = specialFloat(text) { return .float(special) }
        let plain = text.utf8.contains(UInt8(ascii: "_")) ? text.filter { $0 != "_" } : text
        if let whole = whole(plain) { return whole }
        if isFloat(plain), let number = Double(plain), number.isFinite { return .float(number) }
        return nil
    }

    private static func specialFloat(_ text: String) -> Double? {
        switch text {
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": .infinity
        case "-.inf", "-.Inf", "-.INF": -.infinity
        case ".nan", ".NaN", ".NAN": .nan
        default: nil
        }
    }

    private static func whole(_ text: String) -> NodeValue? {
        var digits = Substring(text)
        var sign = ""
        if let first = digits.first, first == "-" || first == "+" {
            sign = first == "-" ? "-" : ""
            digits = digits.dropFirst()
        }
        guard let first = digits.utf8.first, first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9") else { return nil }
        let (radix, rest): (Int, Substring) =
            switch digits.prefix(2) {
            case "0x", "0X": (16, digits.dropFirst(2))
            case "0b", "0B": (2, digits.dropFirst(2))
            case "0o", "0O": (8, digits.dropFirst(2))
            case let start where start.count == 2 && start.first == "0": (8, digits.dropFirst())
            default: (10, digits)
            }
        guard let leading = rest.utf8.first, leading != UInt8(ascii: "+"), leading != UInt8(ascii: "-") else {
            return nil
        }
        if let whole = Int64(sign + rest, radix: radix) { return .integer(whole) }
        return sign.isEmpty ? UInt64(rest, radix: radix).map(NodeValue.unsigned) : nil
    }

    /// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`
    private static func isFloat(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        func skipDigits() -> Int {
            let count = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let before = skipDigits()
        var after = 0
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            after = skipDigits()
        }
        guard before + after > 0 else { return false }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard skipDigits() > 0 else { return false }
        }
        return rest.isEmpty
    }

    private static func isLegacyOctal(_ text: String) -> Bool {
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        return digits.count > 1 && digits.first == UInt8(ascii: "0")
            && digits.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "7") }
    }

    private static func isSexagesimal(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count > 1, parts[0].utf8.first != UInt8(ascii: "0") else { return false }
        return parts.enumerated().allSatisfy { index, part in
            part.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
                && (index == 0 ? (1...9).contains(part.count) : (1...2).contains(part.count) && Int(part) ?? 60 < 60)
        }
    }

    // MARK: Tags

    private static func tagged(_ scalar: YAMLEvent.Scalar, _ tag: String) throws(Refused) -> NodeValue {
        let text = scalar.text
        switch tag {
        // The tag that says "not a plain word" says nothing to go-yaml.
        case "!": return scalar.style == .plain ? plain(text) : .string(text)
        case "tag:yaml.org,2002:str": return .string(text)
        case "tag:yaml.org,2002:binary": return .string(text)
        case "tag:yaml.org,2002:null" where plain(text) == .null: return .null
        case "tag:yaml.org,2002:bool":
            if case .bool = plain(text) { return plain(text) }
        case "tag:yaml.org,2002:int":
            switch plain(text) {
            case .integer, .unsigned: return plain(text)
            default: break
            }
        case "tag:yaml.org,2002:float":
            if let number = plain(text).number { return .float(number) }
        case "tag:yaml.org,2002:timestamp": return .string(text)
        default:
            throw Refused(Finding(.yamlUnsupported, "unknown tag \"\(tag)\"", at: scalar.place, hint: "remove the tag"))
        }
        throw Refused(Finding(.yamlUnsupported, "\"\(text)\" is no value for tag \"\(tag)\"", at: scalar.place))
    }
}

/// What an unquoted word of YAML stands for.
package func plainScalar(_ text: String) -> NodeValue { ScalarResolver.plain(text) }

extension NodeValue {
    /// Whether every writer writes this as `text`; a string always counts as spelled.
    func isSpelled(_ text: String) -> Bool {
        switch self {
        case .string, .sequence, .mapping: true
        case .null: text == "null"
        case .bool(let flag): text == (flag ? "true" : "false")
        case .integer(let number): text.utf8.elementsEqual(String(number).utf8)
        case .unsigned(let number): text.utf8.elementsEqual(String(number).utf8)
        case .float(let number): number.isFinite && text == yamlSpelling(of: number)
        }
    }
}

extension NodeValue {
    fileprivate var isBool: Bool { if case .bool = self { true } else { false } }
}
