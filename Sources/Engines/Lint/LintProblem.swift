/// What the linter has to say about a place of a text.
package struct LintProblem: Hashable, Sendable {
    /// From 1; 0 where a missing end of a document belongs before the first line break.
    package var line: Int
    /// From 1, in Unicode scalars.
    package var column: Int
    /// Nil for what is no YAML at all.
    package var rule: LintRule?
    package var level: LintLevel
    package var message: String

    package init(line: Int, column: Int, rule: LintRule?, level: LintLevel, message: String) {
        self.line = line
        self.column = column
        self.rule = rule
        self.level = level
        self.message = message
    }
}

package enum LintLevel: String, Sendable, CaseIterable { case error, warning }
