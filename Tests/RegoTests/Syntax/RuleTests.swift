import Testing

@testable import Rego

@Suite("Rules and bodies")
struct RuleTests {
    @Test(
        "rules of OPA 1.x",
        arguments: [
            ("p := 1", "p := 1"), ("p = 1", "p := 1"), ("a.b[c].d := e if x", "a['b'][c]['d'] := e if x"),
            ("p contains x if { x := 1; y }", "p contains x if x := 1; y"), ("p contains \"a\"", "p contains 'a'"),
            ("p[x].q contains y if z", "p[x]['q'] contains y if z"), ("f(x, [1, y]) := z if a", "f(x [1 y]) := z if a"),
            ("f(\"a\") if true", "f('a') if true"), ("default f(_, x) := 1", "default f(_ x) := 1"),
            ("default p := {\"a\": [x | x := 1]}", "default p := {'a': [x | x := 1]}"), ("p[x] if y", "p[x] if y"),
            ("p.x if y", "p.x if y"), ("p if { true }", "p if true"), ("p if {\"a\": 1}", "p if {'a': 1}"),
            ("p if {x | y}", "p if #{x | y}"), ("p if { {1} }", "p if #{1}"),
            ("p if {1, 2} == x", "p if (equal #{1 2} x)"),
            ("p if { a } else := 2 if { b } else := 3", "p if a else := 2 if b else := 3"),
            ("p if a else if b", "p if a else if b"), ("p if a { b }", "p if a\np if b"),
            ("default default.x := 1", "default default.x := 1"),
            ("p if { a } { b }", "p if a\np if b"), ("p if not.a == 1", "p if (equal not['a'] 1)"),
            ("p if every x in xs { x > 1 }", "p if every x in xs {(gt x 1)}"),
            ("p if some k, v in xs", "p if some k v in xs"),
            ("p if { some x, y\n x == y }", "p if some x y; (equal x y)"),
            (
                "p if not x == 1 with input as y with data.z as 1",
                "p if not (equal x 1) with input as y with data['z'] as 1"
            ),
            ("p if x := 1 with input.a as {}", "p if x := 1 with input['a'] as {}"),
            ("p if some {\"a\": x} in xs", "p if some {'a': x} in xs"),
            ("import.x := 1", "import.x := 1"), ("p if x\nelse.y := 2", "p if x\nelse.y := 2"),
        ])
    func rules(_ text: String, _ outline: String) throws {
        #expect(try Module(parsing: "package a\n" + text, file: "a.rego", as: .v1).outline == outline)
    }

    @Test(
        "rules of OPA before 1.0",
        arguments: [
            ("p[x] { y }", "p contains x if y"), ("p.x { y }", "p contains 'x' if y"), ("p[x]", "p contains x"),
            ("p[x] = y { z }", "p[x] := y if z"), ("p = x { y } { z }", "p := x if y\np := x if z"), ("f(x)", "f(x)"),
            ("p { x } else = 1 { y }", "p if x else := 1 if y"), ("a.b.c { x }", "a.b.c if x"), ("if = 1", "if := 1"),
            ("p { contains := 1; in = contains }", "p if contains := 1; in = contains"),
            ("import future.keywords.if\np[x] if y", "p[x] if y"),
            ("import future.keywords\np contains x if y", "p contains x if y"),
            ("import rego.v1\np contains x if y", "p contains x if y"),
            ("import future.keywords.every\np { every x in y { z } }", "p if every x in y {z}"),
        ])
    func oldRules(_ text: String, _ outline: String) throws {
        #expect(try Module(parsing: "package a\n" + text, file: "a.rego", as: .v0).outline == outline)
    }

    @Test(
        "a block after not",
        arguments: [
            ("not { a; b }", "not {a; b}"), ("not a == b", "not {(equal a b)}"),
            ("not q with input as 1", "not {q} with input as 1"),
            ("not {1, 2} == x", "not {(equal #{1 2} x)}"), ("not { not { a } }", "not {not {a}}"),
            ("not { a } with input as 1", "not {a} with input as 1"),
        ])
    func blocks(_ text: String, _ outline: String) throws {
        let module = "package a\nimport future.keywords.not\np if " + text
        #expect(try Module(parsing: module, file: "a.rego", as: .v1).outline == "p if " + outline)
    }

    @Test("what imports make of a text")
    func versions() throws {
        #expect(try Module(parsing: "package a\nimport rego.v1", file: "a.rego", as: .v0).version == .v1)
        #expect(try Module(parsing: "package a\nimport future.keywords", file: "a.rego", as: .v0).version == .v0)
        #expect(RegoVersion.detected(in: "package a\np := 1") == [.v1, .v0])
        #expect(RegoVersion.detected(in: "package a\np if true") == [.v1])
        #expect(RegoVersion.detected(in: "package a\np[1] { true }") == [.v0])
        #expect(RegoVersion.detected(in: "package a\np {").isEmpty)
    }

    @Test("packages and imports")
    func statements() throws {
        let text =
            "package a.b[\"c d\"].if\nimport data.x[\"y\"] as z\nimport input\nimport data.q.default as w # c\np := z"
        let module = try Module(parsing: text, file: "a.rego", as: .v1)
        #expect(module.package == ["a", "b", "c d", "if"])
        #expect(module.imports.map(\.names) == [["data", "x", "y"], ["input"], ["data", "q", "default"]])
        #expect(module.imports.map(\.alias) == ["z", nil, "w"])
        #expect(module.comments.map(\.text) == [" c"])
    }

    @Test("places count characters, ends count bytes")
    func places() throws {
        let module = try Module(parsing: "package a\np := \"\u{e9}\" if x # \u{e9}\nq := 1", file: "a.rego", as: .v1)
        #expect(
            module.rules.map(\.position) == [
                Position(line: 2, column: 1, offset: 10), Position(line: 3, column: 1, offset: 30),
            ])
        #expect(module.rules[0].body?.position.column == 13)
        #expect(module.rules[0].end == 24)
    }
}

extension Module {
    fileprivate var outline: String { rules.map(\.outline).joined(separator: "\n") }
}
