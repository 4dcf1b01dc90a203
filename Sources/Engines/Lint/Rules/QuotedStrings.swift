internal import RE2

/// `quoted-strings`: whether strings have quotes, and which.
struct QuotedStrings: TokenRule {
    private enum Requirement { case always, never, whenNeeded }

    private let requirement: Requirement
    /// single, double, consistent or any.
    private let quotes: String
    private let required: [RegularExpression]
    private let allowed: [RegularExpression]
    private let allowsQuotedQuotes: Bool
    private let checksKeys: Bool
    /// The quotes that the first quoted string has.
    private var firstStyle: Token.Style?
    private var flowDepth = 0

    init(_ options: LintOptions) {
        requirement =
            options.word("required") == "only-when-needed" ? .whenNeeded : options.flag("required") ? .always : .never
        quotes = options.word("quote-type")
        required = options.patterns("extra-required")
        allowed = options.patterns("extra-allowed")
        allowsQuotedQuotes = options.flag("allow-quoted-quotes")
        checksKeys = options.flag("check-keys")
    }

    mutating func check(_ index: Int, in text: LintText, _ report: inout Report) {
        let token = text.tokens[index]
        switch token.kind {
        case .flowMappingStart, .flowSequenceStart: flowDepth += 1
        case .flowMappingEnd, .flowSequenceEnd: flowDepth -= 1
        case .scalar: checkScalar(index, in: text, &report)
        default: break
        }
    }

    private mutating func checkScalar(_ index: Int, in text: LintText, _ report: inout Report) {
        let token = text.tokens[index]
        guard let previous = text.token(before: index), token.style != .literal, token.style != .folded else { return }
        switch previous.kind {
        case .blockEntry, .flowEntry, .flowSequenceStart, .value: break
        case .tag:
            // A tag of the standard says what the value is, whatever its quotes.
            if text.value(of: previous) == ["!", "!"] { return }
        case .key: if !checksKeys { return }
        default: return
        }
        let value = text.value(of: token)
        if token.style == .plain, !PlainScalar.isString(String(value)) { return }
        guard let complaint = complaint(token, value, in: text) else { return }
        report.add(at: token.start, "string \(previous.kind == .key ? "key" : "value") is \(complaint)")
    }

    private mutating func complaint(
        _ token: Token, _ value: ArraySlice<Unicode.Scalar>, in text: LintText
    ) -> String? {
        let isQuoted = token.style != .plain
        switch requirement {
        case .always:
            return !isQuoted || hasWrongQuotes(token, value) ? "not quoted with \(quotes) quotes" : nil
        case .never:
            if isQuoted { return hasWrongQuotes(token, value) ? "not quoted with \(quotes) quotes" : nil }
            return isMatched(value, by: required) ? "not quoted" : nil
        case .whenNeeded:
            guard isQuoted else { return isMatched(value, by: required) ? "not quoted" : nil }
            // Quotes that nobody needs do not show which ones the text uses.
            if PlainScalar.needsQuotes(token, value, in: text, isInFlow: flowDepth > 0) {
                return hasWrongQuotes(token, value) ? "not quoted with \(quotes) quotes" : nil
            }
            if isMatched(value, by: required) || isMatched(value, by: allowed) { return nil }
            return "redundantly quoted with \(quotes) quotes"
        }
    }

    /// Whether a quoted string has other quotes than the wanted ones, and no reason for them.
    private mutating func hasWrongQuotes(_ token: Token, _ value: ArraySlice<Unicode.Scalar>) -> Bool {
        !hasRightQuotes(token) && !(allowsQuotedQuotes && holdsQuotes(token, value))
    }

    private mutating func hasRightQuotes(_ token: Token) -> Bool {
        switch quotes {
        case "single": return token.style == .single
        case "double": return token.style == .double
        case "consistent":
            let first = firstStyle ?? token.style
            firstStyle = first
            return token.style == first
        default: return true
        }
    }

    /// Quotes of the other kind may be right where the string has the wanted ones inside.
    private func holdsQuotes(_ token: Token, _ value: ArraySlice<Unicode.Scalar>) -> Bool {
        value.contains(token.style == .single ? "\"" : "'")
    }

    private func isMatched(_ value: ArraySlice<Unicode.Scalar>, by patterns: [RegularExpression]) -> Bool {
        guard !patterns.isEmpty else { return false }
        let text = String(value)
        return patterns.contains { $0.matches(text) }
    }
}
