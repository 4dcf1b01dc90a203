import Diagnostics
import FileTree
import RE2
import Rego
import Testing

@testable import Policy

@Suite("Policy tests") struct PolicyTestRunTests {
    private func run(
        _ files: MemoryFileTree, syntax: PolicySet.Syntax = .detected, filter: String? = nil, steps: Int? = nil
    ) throws -> PolicyTestRun {
        var found = PolicyFiles()
        found.add(.root, in: files)
        var options = PolicyTestOptions(Surroundings(), clock: { 0 })
        options.filter = try filter.map { try RegularExpression($0) }
        if let steps { options.surroundings.limits.steps = steps }
        return try PolicyTestRun(PolicySet(found, syntax: syntax), options: options)
    }

    private func outcomes(_ rules: String) throws -> [String] {
        try run(["a_test.rego": "package a_test\n\(rules)"]).results.map { "\($0.test.name) \(word($0.outcome))" }
    }

    private func word(_ outcome: PolicyTestResult.Outcome) -> String {
        switch outcome {
        case .passed: "PASS"
        case .failed: "FAIL"
        case .ended(let error): "ERROR \(error.code.rawValue)"
        case .skipped: "SKIPPED"
        }
    }

    @Test(
        "a test passes when it is true, and only then",
        arguments: [
            ("test_a if 1 == 1", ["test_a PASS"]), ("test_a if 1 == 2", ["test_a FAIL"]),
            ("test_a := false", ["test_a FAIL"]), ("test_a := 1", ["test_a FAIL"]),
            ("test_a contains 1", ["test_a FAIL"]), ("todo_test_a if 1 == 2", ["todo_test_a SKIPPED"]),
            ("test_a := 1 if input.x\ntest_b if 1 == 1", ["test_a FAIL", "test_b PASS"]),
            ("test_a if 1 == 2\ntest_a if 1 == 1", ["test_a FAIL", "test_a#01 PASS"]),
            ("helper.test_a if 1 == 1", ["helper.test_a PASS"]), ("test_a(x) if x", []), ("contest_a if 1 == 1", []),
            ("test_a if xs == 1\nxs := 1 if true\nxs := 2 if true", ["test_a ERROR eval_conflict_error"]),
            ("default test_a := false\ntest_a if 1 == 1", ["test_a PASS"]),
        ] as [(String, [String])])
    func outcome(_ rules: String, _ expected: [String]) throws { #expect(try outcomes(rules) == expected) }

    @Test("tests stand in the order of files and lines, and data lies beside them")
    func order() throws {
        let run = try run([
            "b_test.rego": "package b_test\ntest_z if data.teams.lead == \"x\"\ntest_a if data.n == 1",
            "a_test.rego": "package a_test\ntest_m if 1 == 1", "data.json": "{\"n\": 1}",
            "teams/people.yaml": "lead: x\n",
        ])
        #expect(run.results.map(\.test.fullName) == ["data.a_test.test_m", "data.b_test.test_z", "data.b_test.test_a"])
        #expect(run.isPassed)
    }

    @Test("a filter takes tests by their whole name")
    func filter() throws {
        let files: MemoryFileTree = ["a_test.rego": "package a.b\ntest_x if 1 == 1\ntest_y if 1 == 2"]
        #expect(try run(files, filter: #"^data\.a\.b\.test_x$"#).results.map(\.test.name) == ["test_x"])
    }

    @Test("a failed test names its expression and the values of what stands in it")
    func reason() throws {
        let text = """
            package a_test
            import data.main
            deny contains "d" if input.x == 1
            test_a if {
              some n in [1, 2]
              wanted := n + 2
              count(main.deny) == wanted with input as {"x": n}
            }
            """
        let policy = "package main\ndeny contains \"no\" if input.x == 1"
        let result = try #require(try run(["a_test.rego": text, "main.rego": policy]).results.first)
        let reason = try #require(result.reason)
        #expect(reason.place.file == "a_test.rego" && reason.place.position.line == 7 && reason.attempts == 2)
        #expect(reason.text == "count(main.deny) == wanted with input as {\"x\": n}")
        #expect(described(reason) == ["count(main.deny)=1", "main.deny={\"no\"}", "wanted=3", "n=1"])
    }

    @Test(
        "subjects are what the expression speaks of",
        arguments: [
            ("not deny[\"x\"] with input as {\"y\": 1}", ["deny[\"x\"]=\"x\"", "deny={\"x\"}"]),
            ("deny[_] == \"z\"", ["deny={\"x\"}"]), ("input.x.y == 1", ["input.x.y undefined"]),
            ("json.unmarshal(\"{\") == 1", ["json.unmarshal(\"{\") ended"]),
            ("every x in deny { x == \"y\" }", ["deny={\"x\"}"]), ("\"q\" in deny", ["deny={\"x\"}"]),
            ("x := input.none", ["input.none undefined"]), ("some x in input.xs", ["input.xs undefined"]),
            ("f(1) == 3", ["f(1)=2"]), ("lib.g(2)", ["lib.g(2) undefined"]),
        ] as [(String, [String])])
    func subjects(_ expression: String, _ expected: [String]) throws {
        let text = "package a\nimport data.lib\ndeny contains \"x\"\nf(x) := x + 1\ntest_a if {\n  \(expression)\n}"
        let run = try run(["a_test.rego": text, "lib.rego": "package lib\ng(x) if x == 1"])
        #expect(described(try #require(run.results.first?.reason)) == expected)
    }

    private func described(_ reason: PolicyTestReason) -> [String] {
        reason.values.map { text, value in
            switch value {
            case .value(let value): "\(text)=\(value.display)"
            case .undefined: "\(text) undefined"
            case .ended: "\(text) ended"
            }
        }
    }

    @Test("cases of a test are told apart, with the reason of each that fails")
    func cases() throws {
        let text = """
            package a_test
            test_sum[note] if {
              some note, c in {"one": {"x": 1, "y": 1}, "two": {"x": 2, "y": 3}, "three": {"x": 3, "y": 3}}
              c.x == c.y
            }
            test_nested[a][b] if {
              some a in ["p", "q"]
              some b in [1, 2]
              b == 1
            }
            test_none[x] if {
              some x in []
            }
            test_key[c.note] if {
              some c in [{"note": "n", "ok": true}, {"note": "m", "ok": false}]
              c.ok
            }
            """
        let run = try run(["a_test.rego": text])
        let cases = run.results.map { result in
            result.cases.map { "\($0.names.joined(separator: "/")) \($0.isPassed)" }
        }
        #expect(
            cases == [
                ["one true", "three true", "two false"], ["p/1 true", "p/2 false", "q/1 true", "q/2 false"], [],
                ["n true", "m false"],
            ])
        #expect(run.results.map { word($0.outcome) } == ["FAIL", "FAIL", "FAIL", "FAIL"])
        let failed = try #require(run.results[0].cases[2].reason)
        #expect(failed.place.position.line == 4 && described(failed).contains("c.y=3"))
        #expect(run.results.flatMap(\.counted).count == 10)
    }

    @Test("a test that takes too many steps is ended")
    func steps() throws {
        let text = "package a\ntest_a if {\n  some x in numbers.range(1, 9999)\n  x < 0\n}"
        let result = try #require(try run(["a_test.rego": text], steps: 1000).results.first)
        #expect(word(result.outcome) == "ERROR eval_cancel_error")
    }

    @Test("what a test prints belongs to it")
    func output() throws {
        let text = "package a\ntest_a if {\n  print(\"x\", 1)\n  1 == 2\n}\ntest_b if print(\"y\")"
        #expect(try run(["a_test.rego": text]).results.map(\.output) == [["x 1"], ["y"]])
    }

    @Test("policies that cannot be compiled run no tests")
    func refused() throws {
        #expect(throws: Refused.self) { try run(["a_test.rego": "package a\ntest_a if x == 1"]) }
    }

    @Test("lines are covered when a rule held or an expression was looked at")
    func coverage() throws {
        let policy = "package a\n\np if {\n  input.x\n  input.y\n}\n\nq if {\n  input.z\n}\n"
        let run = try run(["a.rego": policy, "a_test.rego": "package a_test\ntest_a if not data.a.p with input.x as 1"])
        let file = try #require(run.coverage.files.first)
        #expect(file.covered == [4...5] && file.notCovered == [3...3, 8...9])
        #expect(file.percent == 40 && run.coverage.coveredLines == 3)
    }

    @Test("older policies are tested as they are")
    func older() throws {
        let text = "package a\ndeny[m] { m := input.x }\ntest_a { deny[\"y\"] with input as {\"x\": \"y\"} }"
        #expect(try run(["a_test.rego": text]).isPassed)
        #expect(try run(["a_test.rego": text], syntax: .v0).isPassed)
        #expect(throws: Refused.self) { try run(["a_test.rego": text], syntax: .v1) }
    }
}
