import Testing

@testable import Rego

/// Small texts that ask for more than any machine has. Each ends with the name of a limit and the line that reached it.
@Suite("Hostile policies", .timeLimit(.minutes(1))) struct HostilePolicyTests {
    private var small: Limits {
        var limits = Limits()
        limits.steps = 1_000_000
        limits.elements = 200_000
        return limits
    }

    /// `a1` to `a<length>`, each made of the one before it.
    private static func chain(_ first: String, _ next: String, length: Int = 60) -> String {
        var policy = "a0 := \(first)\n"
        for number in 1...length {
            policy += "a\(number) := " + next.replacing("PREVIOUS", with: "a\(number - 1)") + "\n"
        }
        return policy + "p := a\(length)\n"
    }

    @Test(
        "each is stopped, with the limit and the line",
        arguments: [
            ("p := numbers.range(1, 1000000000000)", "steps"),
            ("p := numbers.range_step(1, 1000000000000, 1)", "steps"),
            ("p := [y | some x in numbers.range(1, 9999); y := numbers.range(1, 9999)]", "collected more than"),
            ("xs := numbers.range(1, 9999)\np if { some x in xs; some y in xs; some z in xs; x + y + z < 0 }", "steps"),
            ("xs := numbers.range(1, 9999)\np := [1 | some x in xs; some y in xs]", "collected more than"),
            (
                "xs := [[x] | some x in numbers.range(1, 999)]\np := [1 | walk(xs, [a, _]); walk(xs, [b, _]); a == b]",
                ""
            ),
            (
                "p := count({sprintf(\"%d\", [x]): {\"a\": x} | some x in numbers.range(1, 99999)})",
                "collected more than"
            ),
            ("f(x) := x\np if { some x in numbers.range(1, 99999); f(x) < 0 }", "collected more than"),
            ("p if { some x in numbers.range(1, 99999); print(\"a long line to be kept for nothing\"); x < 0 }", ""),
            (
                "p if { some x in numbers.range(1, 99999); trace(\"a long line to be kept for nothing\"); x < 0 }",
                "steps"
            ),
            ("p := net.cidr_expand(\"0.0.0.0/0\")", "too large to be expanded"),
            ("p := bits.lsh(1, 9999999999)", "bits"),
            ("p := product(numbers.range(1, 9999))\nq := p * p * p * p * p * p * p * p", ""),
            ("p := to_number(concat(\"\", [\"1\" | some i in numbers.range(1, 40000)]))", "digits"),
            ("p := units.parse(concat(\"\", [\"1\" | some i in numbers.range(1, 40000)]))", "digits"),
            ("p := json.match_schema({\"a\": 1}, {\"$ref\": \"#\"})", "deeper than"),
            (
                "p := strings.render_template(\"{{range .a}}{{range $.a}}{{range $.a}}x{{end}}{{end}}{{end}}\", "
                    + "{\"a\": numbers.range(1, 1000)})", "steps"
            ),
            (
                "g := {i: [j | some j in numbers.range(i + 1, 40)] | some i in numbers.range(1, 39)}\n"
                    + "p := graph.reachable_paths(g, [1])", "steps"
            ),
            (chain("\"0123456789abcdef\"", "concat(\"\", [PREVIOUS, PREVIOUS])"), ""),
            (chain("\"0123456789abcdef\"", "$\"{PREVIOUS}{PREVIOUS}\""), ""),
            (chain("\"aaaaaaaaaaaaaaaa\"", "replace(PREVIOUS, \"a\", \"aa\")"), "steps"),
            (chain("\"aaaaaaaaaaaaaaaa\"", "strings.replace_n({\"a\": \"aa\"}, PREVIOUS)"), "steps"),
            (chain("\"aaaaaaaaaaaaaaaa\"", "regex.replace(PREVIOUS, \"a\", \"aa\")"), "steps"),
            (chain("\"aaaaaaaaaaaaaaaa\"", "sprintf(\"%s%s\", [PREVIOUS, PREVIOUS])"), ""),
            (chain("[input.x]", "array.concat(PREVIOUS, PREVIOUS)"), "collected more than"),
            (chain("[input.x]", "[PREVIOUS, PREVIOUS]"), "consists of more than"),
            (chain("[1]", "[PREVIOUS, PREVIOUS]"), "consists of more than"),
            (chain("{\"a\": input.x}", "{\"a\": PREVIOUS, \"b\": PREVIOUS}"), "consists of more than"),
            (chain("[input.x]", "[PREVIOUS | some i in [1, 2]]"), "consists of more than"),
            (chain("{\"a\": input.x}", "object.union({\"b\": PREVIOUS}, {\"c\": PREVIOUS})"), "consists of more than"),
            (chain("123456789123456789", "PREVIOUS * PREVIOUS"), "digits"),
        ] as [(String, String)])
    func stopped(_ rules: String, _ limit: String) throws {
        let program = try Program(modules: [try Module(parsing: "package test\n" + rules, file: "a", as: .v1)])
        let path = rules.contains("\nq := ") ? ["test", "q"] : ["test", "p"]
        let error = #expect(throws: RegoError.self) {
            try program.prepare(path: path).results(
                input: try RegoValue(json: "{\"x\": 1}".utf8), context: BuiltinContext(now: 0, limits: small),
                limits: small)
        }
        #expect(error?.code == .limit && error?.file == "a" && (error?.position?.line ?? 0) > 1)
        #expect(error?.message.contains(limit) == true, "\(String(describing: error))")
    }

    @Test("types of values that hold each other many times are compared soon")
    func types() throws {
        var policy = "package test\na0 := [input.x]\nb0 := [input.x]\n"
        for number in 1...40 {
            policy += "a\(number) := [a\(number - 1), a\(number - 1)]\nb\(number) := [b\(number - 1), b\(number - 1)]\n"
        }
        #expect(errors(policy + "p := a40 == b40\n", query: "data.test.p").isEmpty)
    }

    @Test("`with` in both branches of a chain is stopped")
    func with() {
        var policy = "package test\np0 if 1 == 1\n"
        for number in 1...40 {
            policy += "p\(number) if { p\(number - 1) with input.x as \(number); p\(number - 1) with input.y as 1 }\n"
        }
        let found = errors(policy, query: "data.test.p40", limits: small)
        #expect(found.count == 1 && found[0].contains("steps"))
    }

    @Test("arguments that differ deep inside only are still told apart, and soon")
    func deepArguments() throws {
        let deep = (0..<60).reduce("i") { inner, _ in "[0, \(inner)]" }
        let policy = "package test\nf(x) := x\np := count({f(\(deep)) | some i in numbers.range(1, 2000)})"
        #expect(try answer("data.test.p", policy) == "[2000]")
    }

    @Test(
        "patterns that take others a very long time do not here",
        arguments: [
            "regex.match(`^(a+)+$`, concat(\"\", [s, \"b\"]))", "regex.match(`((a{1,1000}){1,1000}){1,1000}`, s)",
            "glob.match(\"*a*a*a*a*a*a*a*a*a*a*a*a*b\", [], s)",
            "glob.match(\"{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}\", [], s)",
        ])
    func patterns(_ expression: String) throws {
        let policy = "package test\ns := concat(\"\", [\"a\" | some i in numbers.range(1, 5000)])\np if \(expression)"
        #expect(try answer("data.test.p", policy) == "[]")
    }

    @Test("deep documents are refused where they are read")
    func deepDocuments() throws {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: DocumentMistake.self) { try RegoValue(json: deep.utf8) }
        #expect(errors("package test\np := \(deep)").first?.contains("levels of brackets") == true)
        #expect(errors("package test\np if q\nq if p").first?.hasPrefix("rego_recursion_error 2:1") == true)
    }
}
