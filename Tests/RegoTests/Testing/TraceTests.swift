import Testing

@testable import Rego

@Suite("Traces") struct TraceTests {
    private func traced(_ text: String, _ path: [String] = ["test", "p"]) throws -> TracedAnswers {
        var options = CompileOptions()
        options.isCovered = true
        let program = try Program(modules: [try Module(parsing: text, file: "a", as: .v1)], options: options)
        return try program.prepare(path: path).traced(input: nil, context: BuiltinContext(now: 0))
    }

    @Test(
        "reached are the expressions that were looked at, and the heads of rules that held",
        arguments: [
            ("p if {\n  true\n  false\n  1 == 1\n}\nq := 1", [3, 4]), ("p if {\n  1 == 1\n}", [2, 3]),
            ("p if {\n  q\n}\n\nq := 1", [2, 3, 6]), ("p := 1 if {\n  false\n} else := 2 if {\n  true\n}", [3, 4, 5]),
            ("p if {\n  x == 1\n  x = 1\n}", [2, 3, 4]),
            ("p if {\n  xs := [x |\n    some x in [1]\n    x > 1\n  ]\n  count(xs) == 0\n}", [2, 3, 4, 5, 7]),
            ("default p := false\np if {\n  false\n}", [2, 4]), ("p if {\n  some x\n  x = 1\n}", [2, 4]),
        ] as [(String, [Int])])
    func reached(_ rules: String, _ lines: [Int]) throws {
        let found = try traced("package test\n" + rules).reached
        #expect(found.map(\.position.line) == lines)
    }

    @Test("a rule that does not hold stopped at its furthest expression, with the first values it was tried with")
    func stop() throws {
        let text = "package test\np if {\n  some x in [1, 2, 3]\n  y := x + 1\n  x < 3\n  y > 10\n}"
        let stop = try #require(try traced(text).stops[0])
        #expect(stop.place.position.line == 6)
        #expect(stop.variables.map { "\($0.name)=\($0.value.display)" } == ["x=1", "y=2"])
        #expect(stop.attempts == 2)
    }

    @Test("rules that the named one needs do not count for where it stopped")
    func inner() throws {
        let text = "package test\np if {\n  q\n}\nq if {\n  1 == 1\n  1 == 2\n}"
        #expect(try traced(text).stops[0]?.place.position.line == 3)
    }
}
