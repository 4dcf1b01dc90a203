import Foundation
import SharedData
import Testing

@testable import Rego

@Suite("Compile errors") struct CompileErrorTests {
    @Test(
        "a policy that cannot work is refused, with its place",
        arguments: [
            ("p if { x == 1 }", "rego_unsafe_var_error 2:8 var x is unsafe"),
            ("p if { not input.xs[_].ok }", "rego_unsafe_var_error 2:21 var _ is unsafe"),
            ("p contains x if { input.y }", "rego_unsafe_var_error 2:12 var x is unsafe"),
            ("p if { not f(input.xs[i]) }\nf(_) := 1", "rego_unsafe_var_error 2:23 var i is unsafe"),
            (
                "p if { q }\nq if { p }",
                "rego_recursion_error 2:1 rule data.test.p is recursive: data.test.p -> data.test.q -> data.test.p"
            ),
            ("f(x) := f(x)", "rego_recursion_error 2:1 rule data.test.f is recursive: data.test.f -> data.test.f"),
            (
                "p if { data.test }",
                "rego_recursion_error 2:1 rule data.test.p is recursive: data.test.p -> data.test.p"
            ),
            ("p if { nope(1) }", "rego_type_error 2:8 undefined function nope"),
            ("p if { http.send({}) }", "rego_type_error 2:8 undefined function http.send"),
            ("f(x) := x\np if { f(1, 2, 3) }", "rego_type_error 3:8 data.test.f: arity mismatch"),
            ("f(x) := count(x)\np := f(1)", "rego_type_error 3:6 data.test.f: invalid argument(s)"),
            ("p if { count(1) }", "rego_type_error 2:8 count: invalid argument(s)"),
            ("p if { x := 1; x == \"a\" }", "rego_type_error 2:16 match error"),
            ("q := 1\np if { q == \"a\" }", "rego_type_error 3:8 match error"),
            ("q := {\"a\": 1}\np if { q.b }", "rego_type_error 3:8 undefined ref: data.test.q[\"b\"]"),
            ("p := 1\np contains 2", "rego_type_error 3:1 conflicting rules data.test.p found"),
            ("f(x) := x\nf(x, y) := x", "rego_type_error 3:1 conflicting rules data.test.f found"),
            ("default p := 1\ndefault p := 2", "rego_type_error 3:9 multiple default rules data.test.p found"),
            ("p := {}\np.q := 1", "rego_type_error 2:1 rule data.test.p conflicts with [data.test.p.q]"),
            ("p if { x := 1; x := 2 }", "rego_compile_error 2:16 var x assigned above"),
            ("p if { x == 1; x := 2 }", "rego_compile_error 2:16 var x referenced above"),
            ("f(x) if { x := 1 }", "rego_compile_error 2:11 arg x redeclared"),
            ("p if { not x := 1 }", "rego_compile_error 2:8 cannot assign vars inside negated expression"),
            (
                "q := 1\np if { 1 with data.test.q.r as 1 }",
                "rego_type_error 3:15 with keyword cannot partially replace virtual document(s)"
            ),
            (
                "p if { x := 1; x with x as 2 }",
                "rego_type_error 2:23 with keyword target must reference existing input, data, or a function"
            ),
            ("p if { any([true]) }", "rego_type_error 2:8 deprecated built-in function calls in expression: any"),
        ])
    func refused(rules: String, error: String) {
        #expect(errors("package test\n" + rules) == [error])
    }

    @Test(
        "what looks similar is fine",
        arguments: [
            "p if { x == 1; x = 1 }", "p if { not input.xs[0].ok }",
            "p if { some i; not f(input.xs[i]); i = 1 }\nf(_) := 1",
            "p if { x := 1; y := [x | x := 2] ; y }", "p[x] if { x := \"a\" }\np.b := 1", "f(x) := x\np if { f(1, 2) }",
            "q := input\np if { q.b == \"a\" }", "p if { [x, y] = [y, 1]; x }",
            "f(1) := 1\nf(\"a\") := 2\np := f(\"a\")",
            "p if { 1 with data.other.q.r as 1 }", "p if { x = y; y = 1 }", "p := {x: y | some x, y in input}",
        ])
    func accepted(rules: String) {
        #expect(errors("package test\n" + rules) == [])
    }

    @Test("strict mode refuses what is unused")
    func strict() {
        var options = CompileOptions()
        let policy = "package test\nimport data.lib\nf(x) := 1\np if { y := 1 }\nq if { some z; 1 == 1 }"
        #expect(errors(policy, options: options) == [])
        options.isStrict = true
        #expect(
            errors(policy, options: options) == [
                "rego_compile_error 2:1 import lib unused",
                "rego_compile_error 3:3 unused argument x. (hint: use _ (wildcard variable) instead)",
                "rego_compile_error 4:8 assigned var y unused", "rego_compile_error 5:13 declared var z unused",
            ])
    }

    @Test("capabilities take built-ins away")
    func capabilities() {
        var options = CompileOptions()
        options.capabilities = ["count"]
        #expect(errors("package test\np := count([])", options: options) == [])
        #expect(
            errors("package test\np := upper(\"a\")", options: options) == [
                "rego_type_error 2:6 undefined function upper"
            ])
    }

    @Test("the hint for a wildcard inside `not` says what to write")
    func wildcardInNot() {
        let found = hints(
            "package test\ndeny[msg] {\n  route := input.http[_].route[_]\n"
                + "  not input.http[_].timeout\n  msg := \"x\"\n}",
            version: .v0)
        #expect(found.count == 1 && found[0].contains("some x in xs") && found[0].contains("`not found`"))
    }

    @Test(
        "the guide's policy is refused as OPA refuses it", .enabled(if: Shared.exists("../guide/files/policies/rego")))
    func guide() throws {
        let file = Shared.root.appending(path: "../guide/files/policies/rego/istio-policies.rego")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(
            errors(text, version: .v0) == [
                "rego_unsafe_var_error 12:25 var _ is unsafe", "rego_unsafe_var_error 21:25 var _ is unsafe",
            ])
    }

    @Test("a package inside a rule is refused")
    func packageInRule() {
        #expect(
            errors("package test\np := 1", "package test.p\nq := 1").contains(
                "rego_type_error 1:1 package data.test.p conflicts with rule data.test.p defined at 0.rego:2"))
    }

    @Test("before OPA 1.0 a local variable may hide input, but not where with names what it replaces")
    func hiddenInput() throws {
        let policy = """
            package test
            deny { input.x == 1 }
            p { input := {"x": 1}; deny with input as input }
            q { input := {"x": 2}; not deny with input.x as input.x }
            """
        #expect(try answer("[data.test.p, data.test.q]", policy, version: .v0) == "[[true,true]]")
        #expect(
            errors("package test\np if { input := 1; input == 1 }").first?.contains("must not shadow input") == true)
    }
}
