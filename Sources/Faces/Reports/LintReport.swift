package import Lint

/// How problems of the linter are printed. The bytes are those of yamllint in the format of the same name.
package enum LintFormat: String, Sendable, CaseIterable {
    case standard, parsable, github, colored
    /// `github` in its workflows, `colored` on a terminal, otherwise `standard`.
    case auto
}

/// The problems of a file as text; nothing when there are none.
package func lintReport(_ problems: [LintProblem], file: String, format: LintFormat) -> String {
    guard !problems.isEmpty else { return "" }
    switch format {
    case .parsable: return problems.map { parsable($0, file) + "\n" }.joined()
    case .github:
        return "::group::\(file)\n" + problems.map { workflowCommand($0, file) + "\n" }.joined() + "::endgroup::\n\n"
    case .standard, .auto: return file + "\n" + problems.map { row($0, Paint(isOn: false)) + "\n" }.joined() + "\n"
    case .colored:
        let paint = Paint(isOn: true)
        return paint.wrap(file, "4") + "\n" + problems.map { row($0, paint) + "\n" }.joined() + "\n"
    }
}

private struct Paint {
    var isOn: Bool

    func wrap(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}

private func parsable(_ problem: LintProblem, _ file: String) -> String {
    "\(file):\(problem.line):\(problem.column): [\(problem.level.rawValue)] \(problem.message)"
        + (problem.rule.map { " (\($0.name))" } ?? "")
}

private func workflowCommand(_ problem: LintProblem, _ file: String) -> String {
    let place = "file=\(file),line=\(problem.line),col=\(problem.column)"
    return "::\(problem.level.rawValue) \(place)::\(problem.line):\(problem.column) "
        + (problem.rule.map { "[\($0.name)] " } ?? "") + problem.message
}

/// Place, level and message in columns.
private func row(_ problem: LintProblem, _ paint: Paint) -> String {
    func gap(_ width: Int, behind text: String) -> String { String(repeating: " ", count: max(0, width - text.count)) }
    let place = "\(problem.line):\(problem.column)"
    let level = problem.level.rawValue
    return "  " + paint.wrap(place, "2") + gap(10, behind: place)
        + paint.wrap(level, problem.level == .error ? "31" : "33") + gap(9, behind: level) + problem.message
        + (problem.rule.map { "  " + paint.wrap("(\($0.name))", "2") } ?? "")
}
