import Testing

@testable import Rego

@Suite("Texts that are no Rego")
struct ParseErrorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        /// With a `▲` before what is wrong.
        var text: String
        var message: String
        var hint: String?
        var version = RegoVersion.v1

        init(_ text: String, _ message: String, hint: String? = nil, _ version: RegoVersion = .v1) {
            self.text = text
            self.message = message
            self.hint = hint
            self.version = version
        }

        var testDescription: String { text }
    }

    @Test(
        "an error says where, what was found, what was expected and what to do",
        arguments: [
            Case("p := ▲)", "unexpected `)`: expected a value"),
            Case("p := [1 ▲2]", "unexpected number 2: expected `,` or `]`"),
            Case("p := {\"a\": 1, \"b\" ▲2}", "unexpected number 2: expected `:` after the key"),
            Case("p if { x ▲y }", "unexpected name `y`: expected a new line, `;` or `}`"),
            Case("p if { x; ▲}", "unexpected `}`: expected an expression after `;`", hint: "leave the last `;` out"),
            Case(
                "p if {\n  x\n▲", "unexpected end of the text: expected `}`",
                hint: "what starts in line 3 is not closed"),
            Case("p if every x in xs {▲}", "an empty body", hint: "write `true` for what always holds"),
            Case("▲p", "the rule `p` has neither a value nor a body", hint: "write `p := …`, or `p if { … }`"),
            Case("p ▲== 1", "unexpected `==`: expected `:=` and a value, or `if` and a body, for the rule `p`"),
            Case("▲f(x)", "the function `f(x)` has neither a value nor a body", hint: "write `f(x) := true`"),
            Case("▲a.b.c", "the rule `a.b.c` has neither a value nor a body", hint: "write `a.b.c := true`"),
            Case("p := ▲01", "the number 01 starts with a zero", hint: "write it without; Rego has no octal numbers"),
            Case("p := ▲1e999999", "the number 1e999999 is too large to count with"),
            Case("p := ▲1x", "\"1x\" is not a number", hint: "a name cannot start with a digit"),
            Case(
                "p := ▲\"a", "the string that starts here has no end",
                hint: "close it with `\"`, or use backquotes for several lines"),
            Case(
                "p := \"▲\\d\"", "unknown escape `\\d` in a string",
                hint: "write `\\\\` for a backslash, or put the text in backquotes"),
            Case("p := ▲'a'", "unexpected \"'\"", hint: "strings stand in double quotes or in backquotes"),
            Case("p if ▲!x", "unexpected \"!\"", hint: "write `not x`, or `a != b`"),
            Case(
                "p if not ▲some x in xs", "unexpected keyword `some`: expected an expression",
                hint: "put `some …` into a rule of its own and write `not` before its name"),
            Case(
                "p if every x ▲{ y }", "unexpected `{`: expected `in` and a collection",
                hint: "write `every x in xs { … }`"),
            Case("p if every ▲1 in xs { y }", "`every` needs a variable before `in`"),
            Case(
                "p if x with ▲1 as 2",
                "unexpected number 1: expected what to replace: `input`, `data`, or the name of a function"),
            Case("p if x with input ▲2", "unexpected number 2: expected `as` and the value to use instead"),
            Case(
                "f(x) ▲contains y if z", "a function has one value, it cannot have elements with `contains`",
                hint: "write `:=` and a set, or leave the arguments out"),
            Case(
                "p contains x if y ▲else := z", "`else` cannot follow a rule that adds to a set",
                hint: "each rule adds its own elements: write a second rule with the opposite condition"),
            Case(
                "p[x] := 1 if y ▲else := z", "`else` cannot follow a rule with variables in its name",
                hint: "write a second rule with the opposite condition"),
            Case(
                "default p := ▲input.x", "the value of a default cannot contain a reference",
                hint: "write a constant, or a rule without `default` that has a condition"),
            Case("default f(▲1) := 2", "the arguments of a default are plain names", hint: "write `_` for it"),
            Case("default f(x, ▲x) := 2", "the default has the argument `x` twice", hint: "write `_` for it"),
            Case(
                "default p := 1 ▲if x", "unexpected keyword `if`: expected the next rule",
                hint: "a default has no body: it holds where no other rule does"),
            Case(
                "p if x▲; y", "unexpected `;`: expected the next rule",
                hint: "several expressions stand in braces: `if { a; b }`"),
            Case(
                "▲}", "unexpected `}`: expected a rule, `import` or `package`",
                hint: "a `}` too many, or a `{` is missing above"),
            Case(
                "▲not x", "unexpected keyword `not`: expected a rule, `import` or `package`",
                hint: "an expression belongs into the body of a rule: `allow if { … }`"),
            Case(
                "import ▲foo.bar", "the import `foo.bar` must start with `data` or `input`",
                hint: "write `data.foo.bar`"),
            Case(
                "import data.foo.▲if",
                "this looks like Rego before OPA 1.0 (v0): `if` is a keyword, what is imported needs another name",
                hint: "add `as my_if`; `--v0` reads the file as it is"),
            Case(
                "import future.keywords.▲or", "the keyword `or` of OPA 1.20 is not supported",
                hint: "write a rule for each condition"),
            Case(
                "import future.keywords.▲xor", "unknown keyword `xor`",
                hint: "there are `contains`, `every`, `if`, `in`, `not`"),
            Case("import ▲rego.v2", "unknown import `rego.v2`", hint: "write `rego.v1`"),
            Case("import data.a[▲x]", "the path must be fixed: only names and strings"),
            Case("▲package b", "a second `package`", hint: "a file is of one package; use a second file"),
            Case(
                "p := $\"{▲not x}\"", "`not` cannot stand in a template string",
                hint: "compute the value before and put its name here"),
            Case("p := \"a\"▲.b", "a string has no members to look into", hint: "give it a name first: `x := …`"),
            Case(
                "p ▲contains x",
                "unexpected name `contains`: expected `:=` and a value, or `if` and a body, for the rule `p`",
                hint: "`contains` is a keyword only after `import rego.v1` or `import future.keywords.contains`", .v0),
            Case(
                "p { some x ▲in xs }", "`in` is no keyword of this text",
                hint: "add `import rego.v1` or `import future.keywords.in`", .v0),
        ])
    func messages(_ test: Case) throws {
        let text = "package a\n" + test.text.replacing("▲", with: "")
        let error = try #require(throws: RegoErrors.self) {
            try Module(parsing: text, file: "a.rego", as: test.version)
        }
        let before = ("package a\n" + test.text).prefix { $0 != "▲" }
        let line = before.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(error.first.message == test.message)
        #expect(error.first.hint == test.hint)
        #expect(error.first.code == .parse)
        #expect(error.first.position?.line == line.count)
        #expect(error.first.position?.column == (line.last?.count ?? 0) + 1)
        #expect(error.others.isEmpty)
    }

    @Test(
        "a text of before OPA 1.0 says so once, and how its line reads now",
        arguments: [
            (
                "deny[msg] {\n  msg := \"x\"\n}\nwarn[msg] { msg := 1 }",
                "`contains` is missing in `deny[msg]`, which adds to a set (and 1 more like it)",
                "write `deny contains msg if {`"
            ),
            ("allow {\n  x\n}", "`if` is missing before the body of `allow`", "write `allow if {`"),
            (
                "deny.x { y }", "`contains` is missing in `deny.x`, which adds to a set",
                "write `deny contains \"x\" if {`"
            ),
            ("f(x) = y { z }", "`if` is missing before the body of `f(x) = y`", "write `f(x) = y if {`"),
            (
                "a := 1\nb = 2 { c } else = 3 { d }", "`if` is missing before the body of `b = 2` (and 1 more like it)",
                "write `b = 2 if {`"
            ),
        ])
    func older(_ text: String, _ message: String, _ hint: String) throws {
        let error = try #require(throws: RegoErrors.self) {
            try Module(parsing: "package a\n" + text, file: "a.rego", as: .v1)
        }
        #expect(error.others.isEmpty)
        #expect(error.first.message == "this looks like Rego before OPA 1.0 (v0): " + message)
        #expect(error.first.hint == hint + "; `--v0` reads the file as it is")
    }

    @Test("a text without package, and an empty one")
    func package() throws {
        for text in ["", "# x", "p := 1"] {
            let error = try #require(throws: RegoErrors.self) { try Module(parsing: text, file: "a.rego", as: .v1) }
            #expect(
                error.first.hint == "start it with `package main`, say"
                    || error.first.hint == "start the text with `package main`, say")
            #expect(error.description.hasPrefix("a.rego:1:1: rego_parse_error: "))
        }
    }

    @Test("the next statement is no name of a package")
    func unnamedPackage() throws {
        let text = "package\nimport data.x\n"
        let error = try #require(throws: RegoErrors.self) { try Module(parsing: text, file: "a.rego", as: .v1) }
        #expect(error.first.message == "unexpected keyword `import`: expected the name of the package")
        #expect(try Module(parsing: "package import\n", file: "a.rego", as: .v1).package == ["import"])
    }

    @Test("each wrong statement has its own error, in the order of the text")
    func several() throws {
        let text = "package a\np := 'x'\nq := 1\nr if {\n  x y\n}\ns\nt := )\n"
        let error = try #require(throws: RegoErrors.self) { try Module(parsing: text, file: "a.rego", as: .v1) }
        #expect(error.all.map(\.position?.line) == [2, 5, 7, 8])
        let many = "package a\n" + String(repeating: "p := )\n", count: 50)
        let errors = try #require(throws: RegoErrors.self) { try Module(parsing: many, file: "a.rego", as: .v1) }
        #expect(errors.all.count == 10)
    }
}
