import Lint
import Testing

@testable import Reports

@Suite("Reports of the linter")
struct LintReportTests {
    private static let problems = [
        LintProblem(line: 1, column: 2, rule: .colons, level: .warning, message: "too many"),
        LintProblem(line: 100_000, column: 10_002, rule: nil, level: .error, message: "syntax error: no (syntax)"),
    ]

    @Test("a file without problems is not named", arguments: LintFormat.allCases)
    func nothing(_ format: LintFormat) { #expect(lintReport([], file: "a.yaml", format: format) == "") }

    @Test(
        "each format has yamllint's bytes",
        arguments: [
            (
                LintFormat.standard,
                "a.yaml\n  1:2       warning  too many  (colons)\n  100000:10002error    syntax error: no (syntax)\n\n"
            ),
            (
                .parsable,
                "a.yaml:1:2: [warning] too many (colons)\na.yaml:100000:10002: [error] syntax error: no (syntax)\n"
            ),
            (
                .github,
                "::group::a.yaml\n::warning file=a.yaml,line=1,col=2::1:2 [colons] too many\n"
                    + "::error file=a.yaml,line=100000,col=10002::100000:10002 syntax error: no (syntax)\n"
                    + "::endgroup::\n\n"
            ),
            (
                .colored,
                "\u{1B}[4ma.yaml\u{1B}[0m\n  \u{1B}[2m1:2\u{1B}[0m       \u{1B}[33mwarning\u{1B}[0m  too many  "
                    + "\u{1B}[2m(colons)\u{1B}[0m\n  \u{1B}[2m100000:10002\u{1B}[0m\u{1B}[31merror\u{1B}[0m    "
                    + "syntax error: no (syntax)\n\n"
            ),
        ])
    func formats(_ format: LintFormat, _ text: String) {
        #expect(lintReport(Self.problems, file: "a.yaml", format: format) == text)
    }
}
