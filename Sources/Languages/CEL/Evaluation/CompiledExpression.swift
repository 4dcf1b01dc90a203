import RE2

/// A regular expression of a program.
struct CompiledExpression: Sendable {
    let expression: RegularExpression

    /// - Throws: what is wrong with the pattern, as Go says it.
    init(_ pattern: String) throws(EvaluationError) {
        do throws(RegularExpression.Mistake) {
            expression = try RegularExpression(pattern)
        } catch {
            throw EvaluationError("error parsing regexp: \(error.message)")
        }
    }
}
