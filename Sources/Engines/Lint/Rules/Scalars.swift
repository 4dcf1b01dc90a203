internal import RE2

/// `octal-values`: numbers that some readers take for octal ones.
struct OctalValues: TokenRule {
    private let forbidsImplicit: Bool
    private let forbidsExplicit: Bool

    init(_ options: LintOptions) {
        forbidsImplicit = options.flag("forbid-implicit-octal")
        forbidsExplicit = options.flag("forbid-explicit-octal")
    }

    func check(_ index: Int, in text: LintText, _ report: inout Report) {
        guard let (token, value) = text.untaggedPlainScalar(at: index), value.first == "0", value.count > 1 else {
            return
        }
        var digits = value.dropFirst()
        let isExplicit = digits.first == "o"
        if isExplicit { digits = digits.dropFirst() }
        guard isExplicit ? forbidsExplicit : forbidsImplicit, !digits.isEmpty,
            digits.allSatisfy({ $0 >= "0" && $0 <= "7" })
        else { return }
        report.add(
            at: token.end, "forbidden \(isExplicit ? "explicit" : "implicit") octal value \"\(String(value))\"")
    }
}

/// `float-values`: spellings of numbers that not everybody reads alike.
struct FloatValues: TokenRule {
    private let needsNumeral: Bool
    private let forbidsScientific: Bool
    private let forbidsNaN: Bool
    private let forbidsInfinity: Bool

    init(_ options: LintOptions) {
        needsNumeral = options.flag("require-numeral-before-decimal")
        forbidsScientific = options.flag("forbid-scientific-notation")
        forbidsNaN = options.flag("forbid-nan")
        forbidsInfinity = options.flag("forbid-inf")
    }

    func check(_ index: Int, in text: LintText, _ report: inout Report) {
        guard let (token, value) = text.untaggedPlainScalar(at: index), let first = value.first,
            first.isDigit || first.isOne(of: ".+-")
        else { return }
        let spelling = FloatSpelling(value)
        func found(_ what: String) { report.add(at: token.start, "forbidden \(what) \"\(String(value))\"") }
        if forbidsNaN, spelling.isNaN { found("not a number value") }
        if forbidsInfinity, spelling.isInfinity { found("infinite value") }
        if forbidsScientific, spelling.hasExponent { found("scientific notation") }
        if needsNumeral, spelling.lacksNumeral { found("decimal missing 0 prefix") }
    }
}

/// How a number with a point or an exponent is written.
private struct FloatSpelling {
    var isNaN = false
    var isInfinity = false
    var hasExponent = false
    var lacksNumeral = false

    init(_ value: ArraySlice<Unicode.Scalar>) {
        guard let first = value.first else { return }
        let unsigned = first == "+" || first == "-" ? value.dropFirst() : value
        if unsigned.first == ".", unsigned.count == 4 {
            let word = String(unsigned)
            isNaN = first == "." && [".nan", ".NaN", ".NAN"].contains(word)
            isInfinity = [".inf", ".Inf", ".INF"].contains(word)
        }
        let whole = unsigned.prefix(while: \.isDigit)
        var rest = unsigned[whole.endIndex...]
        var fraction = rest.prefix(0)
        if rest.first == "." {
            fraction = rest.dropFirst().prefix(while: \.isDigit)
            rest = rest[fraction.endIndex...]
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return }
        if let sign = rest.first, sign == "e" || sign == "E" {
            rest = rest.dropFirst()
            if let sign = rest.first, sign == "+" || sign == "-" { rest = rest.dropFirst() }
            guard !rest.isEmpty, rest.allSatisfy(\.isDigit) else { return }
            hasExponent = true
        } else if !rest.isEmpty {
            return
        }
        lacksNumeral = whole.isEmpty
    }
}

/// `truthy`: words that YAML 1.1 takes for true or false.
struct Truthy: TokenRule {
    private let forbidden: Set<String>
    private let forbiddenInNewer: Set<String>
    private let allowedWords: String
    private let checksKeys: Bool
    private var isNewer = false

    static let newerWords = ["TRUE", "True", "true", "FALSE", "False", "false"]
    static let words = ["YES", "Yes", "yes", "NO", "No", "no"] + newerWords + ["ON", "On", "on", "OFF", "Off", "off"]

    init(_ options: LintOptions) {
        let allowed = options.words("allowed-values")
        forbidden = Set(Self.words).subtracting(allowed)
        forbiddenInNewer = Set(Self.newerWords).subtracting(allowed)
        allowedWords = "[" + allowed.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: ", ") + "]"
        checksKeys = options.flag("check-keys")
    }

    mutating func check(_ index: Int, in text: LintText, _ report: inout Report) {
        let token = text.tokens[index]
        switch token.kind {
        case .directive:
            let version = text.value(of: token)
            if version.first != "!", !version.isEmpty { isNewer = version == ["1", ".", "2"] }
        case .documentEnd: isNewer = false
        case .scalar:
            guard let (_, value) = text.untaggedPlainScalar(at: index), (2...5).contains(value.count),
                value[value.startIndex].isOne(of: "YyNnTtFfOo"), checksKeys || text.token(before: index)?.kind != .key,
                (isNewer ? forbiddenInNewer : forbidden).contains(String(value))
            else { return }
            report.add(at: token.start, "truthy value should be one of \(allowedWords)")
        default: break
        }
    }
}

extension LintText {
    /// A scalar without quotes whose meaning no tag says.
    func untaggedPlainScalar(at index: Int) -> (Token, ArraySlice<Unicode.Scalar>)? {
        let token = tokens[index]
        guard token.kind == .scalar, token.style == .plain, self.token(before: index)?.kind != .tag else { return nil }
        return (token, value(of: token))
    }
}
