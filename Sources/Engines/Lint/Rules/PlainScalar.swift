internal import RE2

/// What YAML 1.1 makes of a scalar without quotes.
enum PlainScalar {
    private static let others: [RegularExpression] = [
        #"^(yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$"#,
        #"^[-+]?[0-9][0-9_]*\.[0-9_]*([eE][-+][0-9]+)?$"#,
        #"^\.[0-9][0-9_]*([eE][-+][0-9]+)?$"#,
        #"^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*$"#,
        #"^[-+]?\.(inf|Inf|INF)$"#,
        #"^\.(nan|NaN|NAN)$"#,
        #"^[-+]?0b[0-1_]+$"#,
        #"^[-+]?0[0-7_]+$"#,
        #"^[-+]?(0|[1-9][0-9_]*)$"#,
        #"^[-+]?0x[0-9a-fA-F_]+$"#,
        #"^[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+$"#,
        // Octal numbers of YAML 1.2.
        #"^[-+]?0o[0-7_]+$"#,
        #"^(<<|=|~|null|Null|NULL)$"#,
        #"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"#,
        #"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?"#
            + #"([ \t]*(Z|[-+][0-9]{1,2}(:[0-9]{2})?))?$"#,
    ].compactMap { try? RegularExpression($0) }

    /// Whether it is neither null nor a boolean, number, date or the key of a merge.
    static func isString(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        guard first.isDigit || first.isOne(of: "-+.<=~nNyYtTfFoO") else { return true }
        return !others.contains { $0.matches(text) }
    }

    /// Whether a quoted string would be another value, or none, without its quotes.
    static func needsQuotes(
        _ token: Token, _ value: ArraySlice<Unicode.Scalar>, in text: LintText, isInFlow: Bool
    ) -> Bool {
        if !isString(String(value)) { return true }
        if isInFlow, value.contains(where: { $0.isOne(of: ",[]{}") }) { return true }
        if token.style == .double, hasEscapedBreak(text.characters[token.start.index..<token.end.index]) { return true }
        return !staysOneScalar(value)
    }

    /// A line that ends with a backslash cannot be written without quotes.
    private static func hasEscapedBreak(_ source: ArraySlice<Unicode.Scalar>) -> Bool {
        zip(source, source.dropFirst()).contains { $0 == "\\" && $1.isBreak }
    }

    /// Reads the value as the value of a key.
    private static func staysOneScalar(_ value: ArraySlice<Unicode.Scalar>) -> Bool {
        var scanner = Scanner(["k", ":", " "] + value + [.end], limits: LintLimits())
        let lead: [Token.Kind] = [.streamStart, .blockMappingStart, .key, .scalar, .value]
        do throws(SyntaxError) {
            for kind in lead { if try scanner.next()?.kind != kind { return false } }
            guard let scalar = try scanner.next(), scalar.kind == .scalar, scalar.style == .plain,
                scalar.start.index == 3, scalar.end.index == 3 + value.count, scalar.start.line == scalar.end.line,
                try scanner.next()?.kind == .blockEnd
            else { return false }
            return try scanner.next()?.kind == .streamEnd
                && value.allSatisfy { unacceptableCharacter(in: [$0, .end]) == nil }
        } catch { return false }
    }
}
