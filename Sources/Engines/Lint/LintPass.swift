/// One way through a text: tokens and the comments behind them, and each line after the tokens that start in it.
struct LintPass {
    /// Rules of one sort, changed where they lie, and who they are.
    private struct Rules<Check> {
        var checks: [Check] = []
        var names: [(rule: LintRule, level: LintLevel)] = []

        mutating func append(_ check: Check, _ rule: PreparedRule) {
            checks.append(check)
            names.append((rule.rule, rule.level))
        }

        mutating func each(_ report: inout Report, _ body: (inout Check, inout Report) -> Void) {
            for index in checks.indices {
                (report.rule, report.level) = names[index]
                body(&checks[index], &report)
            }
        }
    }

    private let text: LintText
    private var tokenRules = Rules<any TokenRule>()
    private var commentRules = Rules<any CommentRule>()
    private var lineRules = Rules<any LineRule>()
    private var directives: Directives
    private var report = Report()
    private var allowed: [LintProblem] = []
    private let limit: Int
    /// Index of the line that ends next.
    private var line = 0

    /// - Parameter names: The rules that the configuration knows, used or not.
    init(_ text: LintText, _ rules: [PreparedRule], names: Set<LintRule>, limits: LintLimits) {
        self.text = text
        limit = limits.problems
        directives = Directives(all: names)
        for rule in rules {
            switch rule.check {
            case .token(let check): tokenRules.append(check, rule)
            case .comment(let check): commentRules.append(check, rule)
            case .line(let check): lineRules.append(check, rule)
            }
        }
    }

    mutating func problems() -> [LintProblem] {
        // Rules see two tokens ahead: where the text stops being YAML, the last two are not looked at.
        let count = text.stream.error == nil ? text.tokens.count : text.tokens.count - 2
        let text = text
        for index in 0..<max(count, 0) where allowed.count <= limit {
            endLines(before: text.tokens[index].start.line + 1)
            tokenRules.each(&report) { $0.check(index, in: text, &$1) }
            for comment in Comment.comments(behind: index, in: text) {
                endLines(before: comment.line)
                commentRules.each(&report) { $0.check(comment, in: text, &$1) }
                directives.take(comment, in: text)
            }
        }
        // YAML sees more line breaks than there are lines. What is reported behind the last line is lost.
        endLines(before: text.lines.count + 1)
        return allowed.count > limit ? allowed.prefix(limit) + [tooMany(behind: allowed[limit])] : allowed
    }

    private mutating func endLines(before number: Int) {
        while line < text.lines.count, text.lines[line].number < number, allowed.count <= limit { endLine() }
    }

    private func tooMany(behind problem: LintProblem) -> LintProblem {
        let message = "there are more than \(limit) problems; the rest is not told"
        return LintProblem(line: problem.line, column: problem.column, rule: nil, level: .error, message: message)
    }

    private mutating func endLine() {
        let (text, ended) = (text, text.lines[line])
        lineRules.each(&report) { $0.check(ended, in: text, &$1) }
        line += 1
        if !report.problems.isEmpty {
            allowed += report.problems.filter(directives.allow)
            report.problems.removeAll(keepingCapacity: true)
        }
        directives.endLine()
    }
}
