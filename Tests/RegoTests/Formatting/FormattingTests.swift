import Testing

@testable import Rego

@Suite("Formatting")
struct FormattingTests {
    @Test(
        "spaces, lines and indentation",
        arguments: [
            ("allow:=input.x==1", "allow := input.x == 1"),
            ("default   allow=false", "default allow := false"),
            ("allow if{input.x==1;input.y}", "allow if {\n\tinput.x == 1\n\tinput.y\n}"),
            ("allow if { x }", "allow if x"),
            ("allow if { {x} }", "allow if {\n\t{x}\n}"),
            ("allow if\n x|y", "allow if {\n\t(x | y)\n}"), ("allow if\n x", "allow if {\n\tx\n}"),
            ("allow if { x\n}", "allow if x"),
            ("allow if {\n x }", "allow if {\n\tx\n}"),
            ("p if { a } else :=  1 if { b }", "p if a\n\nelse := 1 if b"),
            ("p if a else = 1 if b", "p if a\n\nelse := 1 if b"),
            ("p if { a; b } else := 1 if { c }", "p if {\n\ta\n\tb\n} else := 1 if c"),
            ("p := (((a)))", "p := (a)"),
            ("f( x,[a ,b] )=y if y:=x", "f(x, [a, b]) := y if y := x"),
            ("f(x,\n y) := 1", "f(\n\tx,\n\ty,\n) := 1"),
            ("p [x]:=1 if y", "p[x] := 1 if y"),
            ("p contains  { \"a\":1 ,\"b\" : 2,} if x", "p contains {\"a\": 1, \"b\": 2} if x"),
            ("p := [1,2,\n3]", "p := [\n\t1, 2,\n\t3,\n]"),
            ("p := f({\n\"a\": 1}, 2)", "p := f(\n\t{\n\t\t\"a\": 1,\n\t},\n\t2,\n)"),
            ("p := f({\n\"a\": 1})", "p := f({\n\t\"a\": 1,\n})"),
            ("p := [ x|x:=y[_] ]", "p := [x | x := y[_]]"),
            ("p := { x:y |\nx:=y }", "p := {x: y |\n\tx := y\n}"),
            ("p if {\n a\n\n\n b\n}", "p if {\n\ta\n\n\tb\n}"),
            ("p if {\n\n a\n b\n\n}", "p if {\n\ta\n\tb\n}"),
            ("p if every k,v in xs {v>1;k}", "p if every k, v in xs { v > 1; k }"),
            ("p if every x in xs {\n x }", "p if every x in xs {\n\tx\n}"),
            ("p if { some x,y\n x }", "p if {\n\tsome x, y\n\tx\n}"),
            ("p if not  x with input as 1\n  with data.x as 2", "p if not x with input as 1\n\twith data.x as 2"),
            ("p := - 1-  -2", "p := -1 - -2"),
            ("p := `a\n  b`", "p := `a\n  b`"),
            ("p := $\"{ x }{ [1,2] }\"", "p := $\"{ x }{ [1,2] }\""),
            ("p := (a|b)&c", "p := (a | b) & c"),
            ("p := ((a) + b)", "p := ((a) + b)"),
            ("a := 1\nb := 2\n\n\nc := 3", "a := 1\nb := 2\n\nc := 3"),
            ("a if x\ndefault b := 1\nc if y", "a if x\n\ndefault b := 1\n\nc if y"),
            ("p if { a } { b }", "p if a\n\np if b"),
            ("p := x [0]".replacing(" [0]", with: "[ 0 ]"), "p := x[0]"),
            ("p := set( )", "p := set()"), ("p := [  ]", "p := []"), ("p := f( )", "p := f()"),
        ])
    func layout(_ text: String, _ formatted: String) throws {
        #expect(
            try Formatting.formatted("package a\n" + text, file: "a.rego", as: .v1) == "package a\n\n" + formatted
                + "\n")
    }

    @Test(
        "comments stay where they are",
        arguments: [
            ("# a\np := 1 # b\n# c", "# a\np := 1 # b\n\n# c"),
            ("p if {\n # a\n x # b\n # c\n}", "p if {\n\t# a\n\tx # b\n\t# c\n}"),
            ("p := [1, # a\n2 # b\n,3]", "p := [\n\t1, # a\n\t2, # b\n\t3,\n]"),
            ("p := {\n # a\n\"b\": 1\n # c\n}", "p := {\n\t# a\n\t\"b\": 1,\n\t# c\n}"),
            ("p if x == # a\n y", "p if x == # a\n\ty"),
            ("p if { # a\n x }", "p if { # a\n\tx\n}"),
            ("p if { x # a\n}", "p if {\n\tx # a\n}"),
            ("p if {\n\tx\n} # a\nelse := 1", "p if {\n\tx\n} # a\n\nelse := 1"),
            ("# a\n\n# b\np := 1", "# a\n\n# b\np := 1"),
            ("p := [x | # a\n x := y]", "p := [x | # a\n\tx := y\n]"),
        ])
    func comments(_ text: String, _ formatted: String) throws {
        #expect(
            try Formatting.formatted("package a\n" + text, file: "a.rego", as: .v1) == "package a\n\n" + formatted
                + "\n")
    }

    @Test("imports are sorted within their groups and take their comments along")
    func imports() throws {
        let text = """
            package a
            import data.z as y # why
            import data.b

            import rego.v1
            import data.a.c
            # own
            import input.x
            p := 1
            """
        let formatted = """
            package a

            import data.b
            import data.z as y # why

            import data.a.c
            import rego.v1

            # own
            import input.x

            p := 1

            """
        #expect(try Formatting.formatted(text, file: "a.rego", as: .v1) == formatted)
    }

    @Test("texts before OPA 1.0 keep their grammar")
    func v0() throws {
        let text = "package a\np[x]{x:=1}\nq=1\nr=2{x}else=3{y}\nf(x){x}"
        let formatted =
            "package a\n\np[x] {\n\tx := 1\n}\n\nq = 1\n\nr = 2 {\n\tx\n} else = 3 {\n\ty\n}\n\nf(x) {\n\tx\n}\n"
        #expect(try Formatting.formatted(text, file: "a.rego", as: .v0) == formatted)
    }

    @Test(
        "an upgrade writes what OPA 1.0 wants",
        arguments: [
            ("deny[msg] {\n msg := 1\n}", "deny contains msg if {\n\tmsg := 1\n}"),
            ("deny.x { y }", "deny contains \"x\" if y"),
            ("deny[msg] { a } { b }", "deny contains msg if a\n\ndeny contains msg if b"),
            ("p = x { y }", "p := x if y"), ("p[x] = y { z }", "p[x] := y if z"), ("default p = 1", "default p := 1"),
            ("p {\n a|b|c == d\n e\n}", "p if {\n\t(a | b | c) == d\n\te\n}"), ("p { a|b }", "p if a | b"),
            ("p {\n # c\n a.b|{1} = d\n}", "p if {\n\t# c\n\t(a.b | {1}) = d\n}"),
            ("p {\n a+b|c\n}", "p if {\n\ta + b | c\n}"),
            ("p[1]", "p contains 1"), ("f(x)", "f(x) := true"), ("a.b.c", "a.b.c := true"),
            ("p { a } else = 1 { b }", "p if a\n\nelse := 1 if b"),
            ("import future.keywords.in\nimport data.x\np { x in y }", "import data.x\n\np if x in y"),
            ("import future.keywords.not\np { not x }", "import future.keywords.not\n\np if not x"),
            ("import rego.v1\np if x", "p if x"), ("p contains x if{x:=1}", "p contains x if x := 1"),
            ("# a\nimport rego.v1 # b\np if x", "# a\n# b\n\np if x"),
        ])
    func upgrade(_ text: String, _ upgraded: String) throws {
        #expect(try Formatting.upgraded("package a\n" + text, file: "a.rego") == "package a\n\n" + upgraded + "\n")
    }

    @Test("an upgrade can keep readers before OPA 1.0")
    func oldReaders() throws {
        let text = "package a\nimport future.keywords.in\np { x in y }"
        let upgraded = try Formatting.upgraded(text, file: "a.rego", keepsOldReaders: true)
        #expect(upgraded == "package a\n\nimport rego.v1\n\np if x in y\n")
        #expect(try Module(parsing: upgraded, file: "a.rego", as: .v0).version == .v1)
    }

    @Test("a name that is a keyword now keeps a text from being upgraded")
    func keywords() throws {
        let error = try #require(throws: RegoErrors.self) {
            try Formatting.upgraded("package a\np { if := 1; if }", file: "a.rego")
        }
        #expect(error.first.message.hasPrefix("the text cannot be written for OPA 1.0: "))
        #expect(error.first.hint == "names that are keywords now need another name")
    }

    @Test("what cannot be read is not formatted")
    func unreadable() {
        #expect(throws: RegoErrors.self) { try Formatting.formatted("package a\np := (", file: "a.rego", as: .v1) }
    }
}
