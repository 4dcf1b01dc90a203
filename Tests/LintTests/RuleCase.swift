import Testing

@testable import Lint

/// A text with a mistake and the same text without it.
struct RuleCase: CustomTestStringConvertible, Sendable {
    var rules: String
    var wrong: String
    /// `line:column message`, in the order of the report.
    var problems: [String]
    var right: String

    init(_ rules: String, wrong: String, _ problems: String..., right: String) {
        self.rules = rules
        self.wrong = wrong
        self.problems = problems
        self.right = right
    }

    var testDescription: String { rules }
}

/// What a configuration says about a text, as `line:column message`.
func problems(_ text: String, _ configuration: String) throws -> [String] {
    let configuration = try LintConfiguration.read(Array(configuration.utf8), file: "conf") { _ in nil }
    return lint(Array(text.utf8), file: "a.yaml", configuration).map { "\($0.line):\($0.column) \($0.message)" }
}
