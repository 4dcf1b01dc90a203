import Testing

@testable import Rego

@Suite("Terms")
struct TermTests {
    @Test(
        "operators bind as in OPA",
        arguments: [
            ("1 + 2 * 3 - 4", "(minus (plus 1 (mul 2 3)) 4)"),
            ("a | b & c == d", "(equal (or a (and b c)) d)"),
            ("x in xs == true", "(internal.member_2 x (equal xs true))"),
            ("a < b | c", "(lt a (or b c))"),
            ("10 % 3 / 2", "(div (rem 10 3) 2)"),
            ("(1 + 2) * 3", "(mul (plus 1 2) 3)"),
            ("(k, v) in xs", nil),
            ("k, v in xs", "(internal.member_3 k v xs)"),
            ("x in ys in zs", "(internal.member_2 (internal.member_2 x ys) zs)"),
            ("f(x, y in zs)", "(f x (internal.member_2 y zs))"),
            ("[x, y in zs]", "[x (internal.member_2 y zs)]"),
            ("f((x, y in zs))", "(f (internal.member_3 x y zs))"),
            ("-1 - -2", "(minus -1 -2)"),
            ("1 -2", "(minus 1 2)"),
        ])
    func operators(_ text: String, _ outline: String?) {
        #expect((try? Term(parsing: text, as: .v1))?.outline == outline)
    }

    @Test(
        "literals",
        arguments: [
            (#""a\u00e9\ud83d\ude00\n\"\/""#, "'a\u{e9}\u{1f600}\n\"/'"),
            (#""\ud83d""#, "'\u{fffd}'"),
            ("`a\\n\nb`", "'a\\n\nb'"),
            ("1.50", "1.50"), ("1e3", "1e3"), (".5", "0.5"), ("-.5", "-0.5"), ("0", "0"), ("0e1", "0e1"),
            ("123456789012345678901234567890", "123456789012345678901234567890"),
            ("null", "null"), ("set()", "#{}"), ("{}", "{}"), ("[]", "[]"), ("{1, 2,}", "#{1 2}"), ("[1,]", "[1]"),
            ("[, 1, 2]", "[1 2]"), (#"{"a": 1, b: [2],}"#, "{'a': 1 b: [2]}"), ("{a + 1: b}", "{(plus a 1): b}"),
            (#"$"a{x}b\{c\}""#, nil),
            (#"$"a{x}b\{c}""#, "$('a' x 'b{c}')"),
            (#"$"{a + 1}{[y | y := b[_]]}""#, "$((plus a 1) [y | y := b[_]])"),
            ("$`a\\n{x}\n\\{`", "$('a\\n' x '\n{')"),
            (#"$"""#, "$()"),
            (#"$"{{"k": $"{x}"}}""#, "$({'k': $(x)})"),
            (#"$"{x with input as 1}""#, "$(x with input as 1)"),
            ("01", nil), ("1.", nil), ("1e", nil), ("0x1", nil), ("--1", nil), ("\"a", nil), ("`a", nil),
            ("\"\\x\"", nil),
            ("$\"{not x}\"", nil), ("$\"{x := 1}\"", nil), ("$\"{}\"", nil), ("$x", nil), ("'a'", nil), ("a ! b", nil),
            (#""\u12g4""#, nil),
        ])
    func literals(_ text: String, _ outline: String?) {
        #expect((try? Term(parsing: text, as: .v1))?.outline == outline, "\(text)")
    }

    @Test(
        "a bar makes a comprehension wherever it can",
        arguments: [
            ("{x | y}", "#{x | y}"), ("{x | y, 1}", "#{(or x y) 1}"),
            ("[x | y, z in a]", "[x | (internal.member_3 y z a)]"),
            ("[1 | 2, 3]", "[(or 1 2) 3]"), ("{(x | y)}", "#{(or x y)}"), (#"{"a": x | y}"#, "{'a': x | y}"),
            (#"{"a": x | y, "b": 1}"#, "{'a': (or x y) 'b': 1}"), ("{x | a; b := c\n d}", "#{x | a; b := c; d}"),
            ("[1 + 1 | true]", "[(or (plus 1 1) true)]"), ("{1 | 2} | {3}", "(or #{1 | 2} #{3})"), ("[a | b c]", nil),
        ])
    func comprehensions(_ text: String, _ outline: String?) {
        #expect((try? Term(parsing: text, as: .v1))?.outline == outline)
    }

    @Test(
        "references and calls",
        arguments: [
            ("a.b[c].d[\"e f\"][_]", "a['b'][c]['d']['e f'][_]"), ("data.foo.if.not", "data['foo']['if']['not']"),
            ("f(x).y[0]", "(f x)['y'][0]"), ("a.b(c)", "(a.b c)"), ("[1, 2][0]", "[1 2][0]"),
            ("{\"a\": 1}.a", "{'a': 1}['a']"),
            ("{x | y}[z]", "#{x | y}[z]"), ("f()", "(f )"), ("contains(a, b)", "(contains a b)"), ("not.x", "not['x']"),
            ("a[b][c + 1]", "a[b][(plus c 1)]"), ("a[k, v in xs]", "a[(internal.member_3 k v xs)]"),
            ("a .b", nil), ("a. b", nil), ("a [0]", nil), ("\"a\"[0]", nil), ("1.b", nil), ("(a.b).c", nil),
            ("[1](2)", nil),
            ("(f)(x)", nil), ("a[]", nil), ("a.1", nil), ("f(x", nil),
        ])
    func references(_ text: String, _ outline: String?) {
        #expect((try? Term(parsing: text, as: .v1))?.outline == outline, "\(text)")
    }

    @Test("in v0 the new keywords are names, until they are imported")
    func names() throws {
        #expect(try Term(parsing: "if + every", as: .v0).outline == "(plus if every)")
        #expect(throws: RegoErrors.self) { try Term(parsing: "if + every", as: .v1) }
        #expect(throws: RegoErrors.self) { try Term(parsing: "x in xs", as: .v0) }
    }
}
