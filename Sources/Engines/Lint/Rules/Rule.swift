/// What a rule looks at. A rule is a value that lives for one text.
protocol TokenRule: Sendable {
    mutating func check(_ index: Int, in text: LintText, _ report: inout Report)
}

protocol CommentRule: Sendable {
    mutating func check(_ comment: Comment, in text: LintText, _ report: inout Report)
}

protocol LineRule: Sendable {
    mutating func check(_ line: Line, in text: LintText, _ report: inout Report)
}

/// Where a rule puts what it finds.
struct Report {
    var problems: [LintProblem] = []
    /// Who speaks.
    var rule = LintRule.anchors
    var level = LintLevel.error

    mutating func add(line: Int, column: Int, _ message: String) {
        problems.append(LintProblem(line: line, column: column, rule: rule, level: level, message: message))
    }

    /// - Parameter shift: From the column of the mark.
    mutating func add(at mark: Mark, shift: Int = 0, _ message: String) {
        add(line: mark.line + 1, column: mark.column + 1 + shift, message)
    }
}
