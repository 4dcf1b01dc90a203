import Diagnostics
import Testing

@testable import Lint

@Suite("Linting a text")
struct LintTests {
    private static let rules = "rules: {colons: {}, trailing-spaces: {}, commas: {level: warning}}"

    @Test(
        "comments switch rules off",
        arguments: [
            ("a : b  # yamllint disable-line\nc : d\n", [2]), ("# yamllint disable-line\na : b\nc : d\n", [3]),
            ("# yamllint disable\na : b\n# yamllint enable\nc : d\n", [4]),
            ("# yamllint disable rule:colons\na : b \n", [2]), ("# yamllint disable rule:colons x\na : b\n", [2]),
            ("#yamllint disable\na : b\n", [2]), ("# yamllint disable-file\na : b: c\n", []),
            ("\n# yamllint disable-file\na : b\n", [3]), ("# yamllint disable-line rule:colons\na : b \n", [2]),
        ] as [(String, [Int])])
    func comments(_ text: String, _ lines: [Int]) throws {
        #expect(try problems(text, Self.rules).map { Int($0.prefix { $0 != ":" }) } == lines)
    }

    @Test(
        "what is no YAML is told with its place",
        arguments: [
            ("a: b: c\n", "1:5 syntax error: mapping values are not allowed here (syntax)"),
            ("[a\n", "2:1 syntax error: expected ',' or ']', but got '<stream end>' (syntax)"),
            ("a:\n\tb\n", "2:1 syntax error: found character '\\t' that cannot start any token (syntax)"),
            ("\"\\q\"\n", "1:3 syntax error: found unknown escape character 'q' (syntax)"),
            (
                "%YAML 2.0\n---\n",
                "1:1 syntax error: found incompatible YAML document (version 1.* is required) (syntax)"
            ),
            ("!x!y z\n", "1:1 syntax error: found undefined tag handle '!x!' (syntax)"),
            (
                "a\u{7}\n",
                "1:2 syntax error: unacceptable character #x0007: special characters are not allowed (syntax)"
            ),
        ])
    func syntax(_ text: String, _ problem: String) throws {
        #expect(try problems(text, Self.rules) == [problem])
    }

    @Test("an error takes the place of the first problem behind it")
    func merging() throws {
        #expect(
            try problems("a: b: c\nd: e      \n", Self.rules) == [
                "1:5 syntax error: mapping values are not allowed here (syntax)"
            ])
    }

    @Test("UTF-16 and byte order marks are read", arguments: [[0xFF, 0xFE], []] as [[UInt8]])
    func encodings(_ mark: [UInt8]) throws {
        let bytes = mark + "a : b\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let found = lint(bytes, file: "a.yaml", .relaxed).map { "\($0.line):\($0.column)" }
        #expect(found == ["1:2"])
    }

    @Test("what is no UTF-8 is a problem with a place")
    func badBytes() {
        let found = lint([0x61, 0x0A, 0xFF], file: "a.yaml", .default)
        #expect(found.map(\.line) == [2])
        #expect(found.first?.message.contains("not UTF-8") == true)
    }

    @Test("texts beyond the limits are refused, not followed")
    func limits() {
        var limits = LintLimits()
        limits.depth = 20
        let deep = String(repeating: "[", count: 30)
        #expect(
            lint(Array(deep.utf8), file: "a.yaml", .relaxed, limits: limits).last?.message.contains("20 deep") == true)
        limits.size = 10
        #expect(lint(Array(deep.utf8), file: "a.yaml", .relaxed, limits: limits).count == 1)
    }

    @Test(
        "large and strange texts come to an end",
        arguments: [
            String(repeating: "[", count: 20_000), String(repeating: "- ", count: 20_000),
            String(repeating: "{a: ", count: 20_000), String(repeating: " ", count: 100_000) + "[" + lists + "]",
            "a: " + String(repeating: "x", count: 300_000), "a: " + String(repeating: "x ", count: 100_000),
            String(repeating: "#c\n  # d\n", count: 20_000), String(repeating: "\n", count: 200_000),
            "s:\n" + String(repeating: "- !\nc:\n", count: 5_000), "a: b " + String(repeating: "#", count: 200_000),
            "[" + String(repeating: "? a : &y , ", count: 5_000) + "]", String(repeating: "!a", count: 100_000) + " x",
        ])
    func largeTexts(_ text: String) { #expect(!lint(Array(text.utf8), file: "a.yaml", .default).isEmpty) }

    private static let lists = String(repeating: "[], ", count: 20_000)

    @Test("of very many problems only the first are told, and that there are more")
    func manyProblems() {
        var limits = LintLimits()
        limits.problems = 3
        func found(_ count: Int) -> [String] {
            let text = "---\n" + String(repeating: "- a \n", count: count)
            return lint(Array(text.utf8), file: "a.yaml", .default, limits: limits).map { "\($0.line) \($0.message)" }
        }
        #expect(found(3) == ["2 trailing spaces", "3 trailing spaces", "4 trailing spaces"])
        #expect(found(5).dropFirst(3) == ["5 there are more than 3 problems; the rest is not told"])
    }

    @Test("a problem becomes a finding with the code of its rule")
    func findings() {
        let problem = LintProblem(line: 0, column: 1, rule: .documentEnd, level: .warning, message: "m")
        let finding = problem.finding(in: .none)
        #expect(finding.code.id == "MST7009")
        #expect(finding.place.line == 1)
        #expect(finding.severity == .warning)
        #expect(Set(LintRule.allCases.map(\.code.id)).count == 23)
    }

    @Test("no text makes the linter fail or loop")
    func fuzz() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<3000 {
            let text = RandomText.text(&random)
            var bytes = Array(text.utf8)
            if Bool.random(using: &random), !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            for problem in lint(bytes, file: "a.yaml", .default) { #expect(problem.column >= 0) }
        }
    }
}
