import RE2

/// A regular expression of a program.
struct CompiledExpression: Sendable {
    let expression: RegularExpression

    /// - Throws: what is wrong with the pattern, as Go says it.
    init(_ pattern: String) throws(EvaluationError) {
        do throws(RegularExpression.Mistake) {
            expression = try RegularExpression(pattern)
        } catch {
            throw EvaluationError("error parsing regexp: \(wordsOfGo(error.message))")
        }
    }
}

/// Go says some things in other words than the library: `unexpected ): `)``.
private func wordsOfGo(_ message: String) -> String {
    let parts = message.split(separator: " in `", maxSplits: 1, omittingEmptySubsequences: false)
    let argument = parts.count > 1 ? "`\(parts[1])" : "``"
    var sentence = String(parts[0])
    let quoted = argument.dropFirst().dropLast()
    if sentence.hasSuffix(": \(quoted)") { sentence = String(sentence.dropLast(quoted.count + 2)) }
    return "\(sentences[sentence] ?? sentence): \(argument)"
}

private let sentences = [
    "missing ]": "missing closing ]", "missing )": "missing closing )",
    "no argument for repetition operator": "missing argument to repetition operator",
    "bad repetition operator": "invalid nested repetition operator",
    "invalid repetition size": "invalid repeat count", "invalid perl operator": "invalid or unsupported Perl syntax",
    "trailing \\": "trailing backslash at end of expression", "invalid named capture group": "invalid named capture",
]
