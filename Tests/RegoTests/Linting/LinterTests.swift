import Testing

@testable import Rego

@Suite("Linting")
struct LinterTests {
    private func rules(_ text: String, _ file: String, _ version: RegoVersion = .v1) throws -> [LintRule] {
        let text = "package a\n" + text
        let module = try Module(parsing: text, file: file, as: version)
        return Linter().remarks(on: module, text).map(\.rule)
    }

    @Test(
        "each mistake is found, and its mended form is silent",
        arguments: [
            (
                LintRule.conflictingValues, "p := 1 if input.x\np := 2 if input.x",
                "p := 1 if input.x\np := 2 if input.y"
            ),
            (.conflictingValues, "p := 1\np := 2", "p := 1\nq := 2"),
            (.conflictingValues, "f(1) := 1\nf(1) := 2", "f(1) := 1\nf(2) := 2"),
            (.constantCondition, "p if true", "p if input.x"),
            (.constantCondition, "p if { 1 == 1; input.x }", "p if { input.y == 1; input.x }"),
            (.constantCondition, "p if {}", "p if input.x"),
            (.deprecatedBuiltin, "p if any([input.x])", "p if true in [input.x]"),
            (.deprecatedBuiltin, "p if re_match(`a`, input.x)", "p if regex.match(`a`, input.x)"),
            (
                .duplicateRule, "p contains 1 if input.x\np contains 1 if  input.x",
                "p contains 1 if input.x\np contains 2 if input.x"
            ),
            (
                .mixedInputs, "p if input.review.x\nq if input.request.x",
                "p if input.review.x\nq if input.review.request.x"
            ),
            (.nonRawRegexPattern, "p if regex.match(\"a\\\\d\", input.x)", "p if regex.match(`a\\d`, input.x)"),
            (.notEqualsInLoop, "p if input.xs[_] != \"y\"", "p if not \"y\" in input.xs"),
            (.notEqualsInLoop, "p if \"y\" != input.xs[_].z", "p if { some x in input.xs; x.z != \"y\" }"),
            (.printLeft, "p if { print(input); input.x }", "p if input.x"),
            (.redundantTrue, "p if input.x == true", "p if input.x"),
            (.ruleShadowsBuiltin, "count := 1", "counted := 1"),
            (.ruleShadowsBuiltin, "json := 1", "json_text := 1"),
            (.ruleShadowsImport, "import data.lib\nlib := lib.x", "import data.lib as l\nlib := l.x"),
            (.sprintfArguments, "p := sprintf(\"%s %d\", [input.x])", "p := sprintf(\"%s %d%%\", [input.x, 1])"),
            (.testOutsideTestFile, "test_p if input.x == 1", "tested if input.x == 1"),
            (.unificationForAssignment, "p if { x = 1; input.y == x }", "p if { x := 1; input.y == x }"),
            (.unificationForAssignment, "p = 1", "p := 1"),
            (.unsafeNegation, "p if not input.xs[_] == 1", "p if not 1 in input.xs"),
            (
                .unsafeNegation, "p if not startswith(input.xs[_], \"a\")",
                "p if { some x in input.xs; not startswith(x, \"a\") }"
            ),
            (.unsafeNegation, "p if not input.xs[_]", "p if not count([x | x := input.xs[_]]) == 1"),
            (.unsafeNegation, "p if not input.xs[_].a", "import future.keywords.not\np if not input.xs[_].a"),
            (.unusedArgument, "f(x) := 1", "f(_) := 1"),
            (.unusedImport, "import data.lib\np := 1", "import data.lib\np := lib.f(1)"),
            (.unusedImport, "import data.lib as l\np := data.lib.x", "import data.lib as l\np := l.x"),
            (.unusedVariable, "p if { x := input.y; input.z }", "p if { x := input.y; x > 1 }"),
            (.unusedVariable, "p if { some k, v in input.y; v }", "p if { some _, v in input.y; v }"),
            (.useIn, "p if input.xs[_] == \"y\"", "p if \"y\" in input.xs"),
        ])
    func mistakes(_ rule: LintRule, _ bad: String, _ good: String) throws {
        #expect(try rules(bad, "a.rego").contains(rule), "\(bad)")
        #expect(try rules(good, "a.rego").isEmpty, "\(good)")
    }

    @Test("an own rule with the name of a deprecated function is not that function")
    func ownFunction() throws {
        let text = "any(x) := x if count(x) > 0\np if any([input.x])"
        #expect(try rules(text, "a.rego") == [.ruleShadowsBuiltin])
    }

    @Test("tests of a test file must compare something")
    func tests() throws {
        #expect(try rules("test_p if { x := input.y; print(x) }", "a_test.rego") == [.testWithoutAssertion])
        #expect(try rules("test_p if { x := input.y; x == 1 }", "a_test.rego").isEmpty)
    }

    @Test("texts before OPA 1.0 are not blamed for what they cannot write")
    func v0() throws {
        #expect(try rules("p[\"a\"] { true }\nq = 1\nr { input.xs[_] == \"y\" }", "a.rego", .v0).isEmpty)
    }

    @Test("a remark has a place and says what to write")
    func places() throws {
        let text = "package a\n\np if {\n\tinput.x\n\tnot input.xs[_] == 1\n}\n"
        let remarks = Linter().remarks(on: try Module(parsing: text, file: "a.rego", as: .v1), text)
        #expect(remarks.map(\.position) == [Position(line: 5, column: 15, offset: 41)])
        #expect(remarks.allSatisfy { !$0.hint.isEmpty && !$0.message.hasSuffix(".") })
    }

    @Test("every rule has a case")
    func names() throws {
        #expect(LintRule.allCases.count == 20)
    }

    @Test(
        "verbs of formats are counted as sprintf does",
        arguments: [
            ("", 0), ("%v", 1), ("%% %d%%", 1), ("%-5s|%+.2f", 2), ("%*d", 2), ("%[1]v %[1]v", nil), ("%", nil),
        ])
    func verbs(_ format: String, _ count: Int?) {
        #expect(valueCount(of: format) == count)
    }
}
