internal import Diagnostics

/// Collects what the rules find in one object.
struct Report {
    private(set) var findings: [Finding] = []

    mutating func error(
        _ code: Code, _ message: String, at field: Field, hint: String? = nil, effect: String? = nil
    ) {
        add(code, .error, message, field, hint, effect)
    }

    mutating func warning(
        _ code: Code, _ message: String, at field: Field, hint: String? = nil, effect: String? = nil
    ) {
        add(code, .warning, message, field, hint, effect)
    }

    mutating func note(_ code: Code, _ message: String, at field: Field, hint: String? = nil) {
        add(code, .info, message, field, hint, nil)
    }

    private mutating func add(
        _ code: Code, _ severity: Severity, _ message: String, _ field: Field, _ hint: String?, _ effect: String?
    ) {
        findings.append(
            Finding(
                code, message, severity: severity, at: field.place, length: field.length, effect: effect, hint: hint))
    }

    /// Adds a related place to the last finding.
    mutating func relate(_ message: String, to field: Field) {
        guard !findings.isEmpty else { return }
        findings[findings.count - 1].related.append(RelatedPlace(message, at: field.place))
    }

    /// Adds what the last finding's value should be instead.
    mutating func suggest(_ replacement: String, for field: Field, isSafe: Bool) {
        guard !findings.isEmpty, field.isFilled else { return }
        let description = "write \(quoted(replacement))"
        findings[findings.count - 1].fixes.append(
            Fix(description, at: field.place, replacement: replacement, isSafe: isSafe))
    }

    /// Adds the one of the words that was most likely meant; it is safe where no other is near.
    mutating func suggestNearest(to field: Field, among words: [String]) {
        guard let near = nearestName(to: field.text, among: words) else { return }
        suggest(near, for: field, isSafe: isOnlyNear(near, to: field.text, among: words))
    }

    /// Adds that the last finding's item of a list is to go.
    mutating func suggestRemoval(of field: Field) {
        guard !findings.isEmpty, field.isFilled else { return }
        findings[findings.count - 1].fixes.append(
            Fix("remove it", at: field.place, replacement: "", isSafe: true, writing: .removal))
    }

    /// Whether a rule that follows finds an error; Istio stops at some.
    mutating func hasErrors(in check: (inout Report) -> Void) -> Bool {
        let before = findings.count
        check(&self)
        return findings[before...].contains { $0.severity == .error }
    }
}

/// A value in quotes, cut when it is long.
func quoted(_ text: String) -> String {
    text.utf8.count <= 80 ? "\"\(text)\"" : "\"\(text.prefix(80))…\""
}

/// `"a", "b" or "c"`.
func alternatives(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first.map(quoted) ?? "" }
    return words.dropLast().map(quoted).joined(separator: ", ") + " or \"\(last)\""
}
