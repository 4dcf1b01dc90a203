import Testing

@testable import Rego

/// Policies that would run for ever or fill the memory.
@Suite("Limits") struct LimitTests {
    private var small: Limits {
        var limits = Limits()
        limits.steps = 100_000
        limits.elements = 10_000
        return limits
    }

    @Test("a loop in a loop in a loop runs out of steps, and the error has its line")
    func steps() {
        let policy =
            "package test\nxs := numbers.range(1, 1000)\np if {\n  some x in xs\n  some y in xs\n  x * y == 0\n}"
        let found = errors(policy, limits: small)
        #expect(found.count == 1 && found[0].hasPrefix("eval_cancel_error") && found[0].contains("100000 steps"))
    }

    @Test("a comprehension over many values is stopped")
    func elements() {
        let policy = "package test\nxs := numbers.range(1, 200)\np := [[x, y] | some x in xs\nsome y in xs]"
        let found = errors(policy, limits: small)
        #expect(found.count == 1 && found[0].contains("collected more than 10000 values"))
    }

    @Test("a text that doubles is stopped")
    func doubling() {
        var policy = "package test\na0 := \"0123456789abcdef\"\n"
        for number in 1...60 { policy += "a\(number) := concat(\"\", [a\(number - 1), a\(number - 1)])\n" }
        let found = errors(policy, query: "data.test.a60", limits: small)
        #expect(found.count == 1 && found[0].hasPrefix("eval_cancel_error"))
    }

    @Test("functions that call each other very deep are stopped, moderately deep ones are not")
    func depth() throws {
        func chain(_ length: Int) -> String {
            var policy = "package test\nf0(x) := x\n"
            for number in 1...length { policy += "f\(number)(x) := f\(number - 1)(x)\n" }
            return policy + "p := f\(length)(1)\n"
        }
        var shallow = Limits()
        shallow.depth = 300
        #expect(try answer("data.test.p", chain(250), limits: shallow) == "[1]")
        let found = errors(chain(400), query: "data.test.p", limits: shallow)
        #expect(found.count == 1 && found[0].contains("more than 300 deep"))
    }

    @Test("deep calls with loops and comprehensions between them do not use up the stack")
    func stack() {
        var policy = "package test\nf0(x) := x\n"
        for number in 1...1100 {
            policy += "f\(number)(x) := y if { some z in [x]; some w in [[v | v := z]]; "
            policy += "y := [u | u := f\(number - 1)(w[0])][0] }\n"
        }
        let found = errors(policy + "p := f1100(1)\n", query: "data.test.p")
        #expect(found.count == 1 && found[0].contains(/too deep for the stack|more than 1000 deep/))
    }

    @Test("calls with equal arguments are made once")
    func memory() throws {
        var policy = "package test\nf0(x) := x + 1\n"
        for number in 1...40 { policy += "f\(number)(x) := f\(number - 1)(x) + f\(number - 1)(x)\n" }
        #expect(try answer("data.test.f40(0)", policy, limits: small) == "[1099511627776]")
    }

    @Test("a body of many lines is compiled and evaluated")
    func longBody() throws {
        let lines = (1...4000).map { "x\($0) := x\($0 - 1) + 1" }.joined(separator: "\n")
        #expect(try answer("data.test.p", "package test\np := x4000 if {\nx0 := 0\n\(lines)\n}") == "[4000]")
        let more = String(repeating: "true\n", count: 10_000)
        #expect(
            errors("package test\np if {\n\(more)}") == [
                "rego_compile_error 5003:1 a body has more than 5000 expressions"
            ])
    }
}
