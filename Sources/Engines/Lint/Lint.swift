/// What the rules of a configuration say about a file, in the order in which they come to say it.
///
/// - Parameter file: Its path, for the patterns of the configuration.
package func lint(
    _ bytes: [UInt8], file: String, _ configuration: LintConfiguration, limits: LintLimits = LintLimits()
) -> [LintProblem] {
    if configuration.ignore?.match(file) == true { return [] }
    guard bytes.count <= limits.size else {
        let start = Mark(index: 0, line: 0, column: 0)
        let message = "the file has \(bytes.count) bytes, more than the \(limits.size) that are looked at"
        return [LintProblem(SyntaxError(message: message, mark: start))]
    }
    do throws(SyntaxError) {
        let characters = try decoded(bytes)
        if Directives.disableFile(characters) { return [] }
        if let error = unacceptableCharacter(in: characters) { throw error }
        let text = LintText(characters, limits: limits)
        let rules = configuration.rules.filter { $0.ignore?.match(file) != true }
        var pass = LintPass(text, rules, names: Set(configuration.settings.map(\.rule)), limits: limits)
        return merged(Grammar.error(in: text.stream), pass.problems())
    } catch {
        return [LintProblem(error)]
    }
}

extension LintProblem {
    init(_ error: SyntaxError) {
        self.init(
            line: error.mark.line + 1, column: error.mark.column + 1, rule: nil, level: .error,
            message: "syntax error: \(error.message) (syntax)")
    }
}

/// Puts an error before the first problem that stands below and to the right of it. That problem goes: it says the same
/// once more.
private func merged(_ error: SyntaxError?, _ problems: [LintProblem]) -> [LintProblem] {
    guard let error = error.map({ LintProblem($0) }) else { return problems }
    guard let index = problems.firstIndex(where: { error.line <= $0.line && error.column <= $0.column }) else {
        return problems + [error]
    }
    var problems = problems
    problems[index] = error
    return problems
}
