import Testing

@testable import Rego

@Suite("Evaluation") struct EvaluationTests {
    @Test(
        "rules have their values",
        arguments: [
            ("p := x if { x := 1 } else := 2", "1"), ("p := 1 if { input } else := 2 if { false } else := 3", "3"),
            ("default p := 7\np := 1 if { input }", "7"), ("f(x) := x + 1\np := [f(1), f(2)]", "[2,3]"),
            ("f(\"a\", _) := 1\nf(\"b\", x) := x\np := [f(\"a\", 5), f(\"b\", 5)]", "[1,5]"),
            ("default f(_) := 0\nf(1) := 1\np := [f(1), f(2)]", "[1,0]"),
            ("p contains x if { some x in [2, 1, 2] }", "[1,2]"),
            ("p[k] := v if { some k, v in [\"a\", \"b\"] }", "{\"0\":\"a\",\"1\":\"b\"}"),
            ("p.a[x] contains y if { some x in [\"k\"]; some y in [1, 2] }", "{\"a\":{\"k\":[1,2]}}"),
            ("p := [[x, y] | [x, [y, 2]] = [1, [3, 2]]]", "[[1,3]]"),
            ("p := {k: v | some k, v in {\"a\": 1}}", "{\"a\":1}"),
            ("p := [x | some x in [1, 2, 3]; not x in {2}]", "[1,3]"), ("p if { every x in [1, 2] { x < 3 } }", "true"),
            ("p := count([1 | every x in [1, 5] { x < 3 }])", "0"),
            ("import future.keywords.not\np if { not { every x in data.base { x < 3 } } }", "true"),
            ("p := [i | [3, 4, 5][i] == 4]", "[1]"),
            ("q := input.x\np := [x, y] if { x := q with input.x as 1; y := q with input as {\"x\": 2} }", "[1,2]"),
            ("p := x if { x := count([1]) with count as 5 }", "5"),
            ("f(x) := x * 2\np := y if { y := f(4) with f as g }\ng(x) := f(x) + 1", "9"),
            ("p := $\"a {1 + 1} {input.none}\"", #""a 2 \u003cundefined\u003e""#),
            ("p := [v | walk({\"a\": [1]}, [_, v])]", "[{\"a\":[1]},[1],1]"),
            ("p := [x | x = data.base[_]; x > 1]", "[2,3]"),
            ("p := rego.metadata.chain()", "[{\"path\":[\"test\",\"p\"]}]"),
        ])
    func values(rules: String, wanted: String) throws {
        #expect(try answer("data.test.p", "package test\n" + rules, data: #"{"base": [1, 2, 3]}"#) == "[\(wanted)]")
    }

    @Test("rules lie over base documents")
    func baseDocuments() throws {
        let answer = try answer(
            "data.test", "package test\na := 1\nb.c := 2", data: #"{"test": {"b": {"d": 3}, "e": 4}}"#)
        #expect(answer == #"[{"a":1,"b":{"c":2,"d":3},"e":4}]"#)
    }

    @Test("what a negated call mentions has to be there; what a negated equation mentions need not")
    func negation() throws {
        let policy = "package test\np if { not startswith(input.x, \"a\") }\nq if { not input.x == \"a\" }"
        #expect(try answer("data.test", policy, input: "{}") == #"[{"q":true}]"#)
        #expect(try answer("data.test", policy, input: #"{"x": "b"}"#) == #"[{"p":true,"q":true}]"#)
    }

    @Test("a query's answers hold its own variables")
    func bindings() throws {
        let program = try Program(modules: [try Module(parsing: "package test\nxs := [1, 2]", file: "a", as: .v1)])
        let query = try program.prepare(try Body(parsingQuery: "data.test.xs[i] = x; y := x; _ = y", as: .v1))
        let answers = try query.results(input: nil, context: BuiltinContext(now: 0))
        #expect(
            answers.map(\.bindings) == [
                ["i": .int(0), "x": .int(1), "y": .int(1)], ["i": .int(1), "x": .int(2), "y": .int(2)],
            ])
    }

    @Test("one prepared query answers for many inputs")
    func manyInputs() throws {
        let policy = """
            package test
            deny contains "wild" if { input.kind == "A"; "*" in input.hosts }
            deny contains "old" if { input.kind in {"A", "B"}; not input.new }
            deny contains "any" if { input.all }
            """
        let program = try Program(modules: [try Module(parsing: policy, file: "a", as: .v1)])
        let query = try program.prepare(path: ["test", "deny"])
        let context = BuiltinContext(now: 0)
        let found = try [#"{"kind": "A", "hosts": ["*"]}"#, #"{"kind": "B", "all": 1}"#, #"{"kind": "C"}"#].map {
            input in
            context.renew()
            let answers = try query.results(input: try RegoValue(json: input.utf8), context: context)
            return answers.first?.values.first?.json
        }
        #expect(found == [#"["old","wild"]"#, #"["any","old"]"#, "[]"])
        #expect(program.rules.map(\.name) == ["deny", "deny", "deny"] && program.rules[1].position.line == 3)
    }

    @Test("print says what it can, also of undefined values")
    func printing() throws {
        let policy = "package test\np if { print(\"x\", input.none, 1); print(); true }"
        let program = try Program(modules: [try Module(parsing: policy, file: "a", as: .v1)])
        let context = BuiltinContext(now: 0)
        _ = try program.prepare(path: ["test", "p"]).results(input: nil, context: context)
        #expect(context.printed.map(\.text) == ["x <undefined> 1", ""])
    }

    @Test(
        "conflicts and failures of built-ins have their codes",
        arguments: [
            ("p := 1\np := 2", "eval_conflict_error 3:1 complete rules must not produce multiple outputs"),
            (
                "f(x) := 1\nf(x) := 2\np := f(1)",
                "eval_conflict_error 3:1 functions must not produce multiple outputs for same inputs"
            ),
            ("p := {\"a\": x | some x in [1, 2]}", "eval_conflict_error 2:6 object keys must be unique"),
            (
                "p[\"a\"][x] := y if { some x in [1]; some y in [1, 2] }",
                "eval_conflict_error 2:1 object keys must be unique"
            ),
            ("p := 1 / 0", "eval_builtin_error 2:6 div: divide by zero"),
            (
                "p := count(input)\nq if { p with input as 1 }",
                "eval_type_error 2:6 count: operand 1 must be one of {array, object, set, string} but got number"
            ),
        ])
    func failures(rules: String, error: String) {
        #expect(errors("package test\n" + rules, isStrict: true) == [error])
    }
}
