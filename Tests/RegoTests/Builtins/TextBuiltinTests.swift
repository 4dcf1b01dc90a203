import Testing

@testable import Rego

@Suite("Built-ins of texts")
struct TextBuiltinTests {
    @Test(
        "texts are changed",
        arguments: [
            (#"concat("-", ["a", "b"])"#, #""a-b""#), (#"lower("ÄİΣ")"#, #""äiσ""#),
            (#"upper("straße")"#, #""STRAßE""#), (#"strings.reverse("añb")"#, #""bña""#),
            (#"trim("xxaxx", "x")"#, #""a""#), (#"trim_left("xxax", "x")"#, #""ax""#),
            (#"trim_right("xax", "x")"#, #""xa""#), (#"trim_prefix("abc", "ab")"#, #""c""#),
            (#"trim_suffix("abc", "bc")"#, #""a""#), ("trim_space(\" \\ta\\u00a0\")", #""a""#),
            (#"substring("añbc", 1, 2)"#, #""ñb""#),
            (#"substring("abc", 1, -1)"#, #""bc""#),
            (#"substring("abc", -1, 1)"#, "eval_builtin_error: substring: negative offset"),
            (#"split("a,b,", ",")"#, #"["a", "b", ""]"#),
            (#"split("ab", "")"#, #"["a", "b"]"#), (#"strings.split_n("a.b.c", ".", 2)"#, #"["a", "b"]"#),
            (#"strings.split_n("a.b.c", ".", -1)"#, #"["c"]"#),
            (#"replace("aaa", "a", "bb")"#, #""bbbbbb""#),
            (#"strings.replace_n({"a": "b", "b": "c"}, "ab")"#, #""bc""#), (#"replace("ab", "", "-")"#, #""-a-b-""#),
        ])
    func changes(expression: String, expected: String) { #expect(answer(expression) == expected) }

    @Test(
        "texts are searched",
        arguments: [
            (#"contains("añb", "ñ")"#, "true"), (#"startswith("ab", "a")"#, "true"), (#"endswith("ab", "a")"#, "false"),
            (#"indexof("añb", "b")"#, "2"),
            (#"indexof("a", "b")"#, "-1"),
            (#"indexof("a", "")"#, "eval_builtin_error: indexof: empty search character"),
            (#"indexof_n("aaa", "aa")"#, "[0, 1]"),
            (#"strings.count("aaaa", "aa")"#, "2"), (#"strings.count("ab", "")"#, "3"),
            (#"strings.any_prefix_match({"ab"}, ["x", "a"])"#, "true"),
            (#"strings.any_suffix_match("ab", "a")"#, "false"), (#"contains("e\u0301", "\u00e9")"#, "false"),
            (#"contains("aaaaaaaaaaab", "aaaaaaaaab")"#, "true"), (#"contains("aaaaaaaaaaac", "aaaaaaaaab")"#, "false"),
        ])
    func searches(expression: String, expected: String) { #expect(answer(expression) == expected) }

    @Test(
        "sprintf is Go's",
        arguments: [
            ("%v|%s|%d", #"[[1, "a"], "x", 5]"#, #"[1, "a"]|x|5"#),
            ("%5d|%-5d|%05d|%+d|% d", "[42, 42, 42, 42, 42]", "   42|42   |00042|+42| 42"),
            ("%x|%X|%#x|%o|%b|%O", "[255, 255, 255, 8, 5, 8]", "ff|FF|0xff|10|101|0o10"),
            ("%c|%q|%U|%#U", "[65, 65, 65, 9786]", "A|'A'|U+0041|U+263A '☺'"),
            ("%f|%.2f|%8.3f|%-8.1f|", "[3.14159, 3.14159, 3.14159, 3.14159]", "3.141590|3.14|   3.142|3.1     |"),
            ("%e|%E|%g|%G", "[1234.5678, 1234.5678, 0.00001, 1e21]", "1.234568e+03|1.234568E+03|1e-05|1E+21"),
            ("%v", "[1234567.5]", "1.2345675e+06"),
            ("%.3g|%.10g|%g", "[1234.5, 1234.5, 100000.5]", "1.23e+03|1234.5|100000.5"),
            (
                "%s|%q|%x|% x|%10s|%-4s|%.2s", #"["a", "a\"b", "hi", "hi", "r", "l", "abc"]"#,
                #"a|"a\"b"|6869|68 69|         r|l   |ab"#
            ),
            ("%d", #"["hi"]"#, "%!d(string=hi)"), ("%d", "[1.5]", "%!d(float64=1.5)"), ("%s", "[5]", "%!s(int=5)"),
            ("%t", "[true]", "%!t(string=true)"),
            ("%d", "[]", "%!d(MISSING)"), ("x", "[1, \"a\"]", "x%!(EXTRA int=1, string=a)"), ("%", "[]", "%!(NOVERB)"),
            ("%%|%T|%T", "[1, \"a\"]", "%|int|string"),
            ("%[2]d %[1]d", "[1, 2]", "2 1"), ("%*d|%-*d|", "[4, 7, 4, 7]", "   7|7   |"),
            ("%[3]d", "[1]", "%!d(BADINDEX)"), ("%z", "[1]", "%!z(int=1)"),
            (
                "%s %d %v", "[123456789123456789123, 123456789123456789123, 18446744073709551616]",
                "123456789123456789123 123456789123456789123 18446744073709551616"
            ),
            ("%+v|%v|%v", #"[{"a": {1}}, null, true]"#, #"{"a": {1}}|null|true"#), ("%6.2f%%", "[99.5]", " 99.50%"),
            ("%.0f|%.0f|%.1f", "[0.5, 1.5, 0.25]", "0|2|0.2"),
            ("%08.3f|%+.1e|%x", "[-3.14159, 12345.678, 1.5]", "-003.142|+1.2e+04|0x1.8p+00"),
        ])
    func formats(format: String, values: String, expected: String) {
        #expect(answer("sprintf(\(RegoValue.string(format).display), \(values))") == RegoValue.string(expected).display)
    }

    @Test("a width without end takes fuel")
    func width() {
        #expect(
            answer(#"[x | numbers.range(1, 500)[_]; x := sprintf("%1000000d", [1])]"#).hasPrefix("eval_cancel_error"))
    }

    @Test(
        "templates",
        arguments: [
            ("{{.a}} {{ .b.c }}", #"{"a": 1, "b": {"c": "x"}}"#, "1 x"), ("{{.x}}", "{}", "<undefined>"),
            ("{{range .l}}<{{.}}>{{else}}none{{end}}", #"{"l": [1, 2]}"#, "<1><2>"),
            ("{{range .l}}x{{else}}none{{end}}", #"{"l": []}"#, "none"),
            ("{{range $i, $x := .l}}{{$i}}={{$x}};{{end}}", #"{"l": ["a", "b"]}"#, "0=a;1=b;"),
            ("{{if .a}}A{{else if .b}}B{{else}}C{{end}}", #"{"b": true, "a": false}"#, "B"),
            ("a {{- .a -}} b", #"{"a": 1}"#, "a1b"), ("{{with .a}}{{.b}}{{end}}", #"{"a": {"b": 2}}"#, "2"),
            ("{{ printf \"%03d|%s\" .n .s | print }}", #"{"n": 7, "s": "x"}"#, "007|x"),
            (
                "{{len .l}} {{index .l 1}} {{eq .a \"x\" \"y\"}} {{and .a .b}}", #"{"l": [1, 2], "a": "y", "b": "z"}"#,
                "2 2 true z"
            ),
            (
                "{{/* c */}}{{define \"t\"}}[{{.}}]{{end}}{{template \"t\" .a}}{{html \"<\"}}",
                #"{"a": [1, {"b": 2}]}"#, "[[1 map[b:2]]]&lt;"
            ), ("{{ $x := 1 }}{{ $x = 2 }}{{ $x }}", "{}", "2"),
            ("{{range .l}}{{if eq . 2}}{{break}}{{end}}{{.}}{{end}}", #"{"l": [1, 2, 3]}"#, "1"),
            ("{{(index .l 0).a}}", #"{"l": [{"a": 5}]}"#, "5"),
            ("{{not .a}}|{{or .a \"d\"}}|{{lt 1 2}}", #"{"a": ""}"#, "true|d|true"),
        ])
    func templates(template: String, values: String, expected: String) {
        #expect(
            answer("strings.render_template(\(RegoValue.string(template).display), \(values))")
                == RegoValue.string(expected).display)
    }

    @Test(
        "wrong templates are refused",
        arguments: [
            "{{", "{{if .a}}", "{{end}}", "{{nope .a}}", "{{.a | }}", "{{range 1 2}}{{end}}", "{{(.a}}", "{{\"a}}",
            "{{template \"t\"}}",
        ])
    func wrongTemplates(template: String) {
        #expect(
            answer("strings.render_template(\(RegoValue.string(template).display), {\"a\": 1})").hasPrefix(
                "eval_builtin_error"))
    }

    @Test(
        "expressions",
        arguments: [
            (#"regex.match("^a+$", "aa")"#, "true"), (#"re_match("b", "abc")"#, "true"),
            (#"regex.is_valid("(")"#, "false"), (#"regex.find_n("a.", "axay", 1)"#, #"["ax"]"#),
            (#"regex.find_all_string_submatch_n("a(x)?(y)?", "axay", -1)"#, #"[["ax", "x", ""], ["ay", "", "y"]]"#),
            (#"regex.split(",+", "a,,b,")"#, #"["a", "b", ""]"#),
            (#"regex.split("", "ab")"#, #"["a", "b"]"#),
            (#"regex.replace("foo bar", "(\\w+) (?P<n>\\w+)", "$n-${1}x$$")"#, #""bar-foox$""#),
            (#"regex.replace("abc", "x*", "-")"#, #""-a-b-c-""#),
            (#"regex.template_match("urn:{[a-z]+}:x", "urn:foo:x", "{", "}")"#, "true"),
            (
                #"regex.template_match("urn:{", "a", "{", "}")"#,
                #"eval_builtin_error: regex.template_match: mux: unbalanced braces in "urn:{""#
            ),
            (#"regex.globs_match("a.*c", "ab+c")"#, "true"), (#"regex.globs_match("a*", "b*")"#, "false"),
            (#"regex.globs_match("[a-c]x", "[d-f]x")"#, "false"), (#"regex.globs_match("a", "ab*")"#, "true"),
            (
                #"regex.globs_match("*", "a")"#,
                "eval_builtin_error: regex.globs_match: input:*, pos:1, flag '*' must be preceded by a non-flag: the input provided is invalid"
            ),
        ])
    func expressions(expression: String, expected: String) { #expect(answer(expression) == expected) }

    @Test(
        "globs",
        arguments: [
            (#"glob.match("*.com", ["."], "a.com")"#, "true"), (#"glob.match("*.com", ["."], "a.b.com")"#, "false"),
            (#"glob.match("**.com", ["."], "a.b.com")"#, "true"),
            (#"glob.match("*", null, "a.b/c")"#, "true"), (#"glob.match("{a,b*}-[!x-z]", [], "bcd-a")"#, "true"),
            (#"glob.match("a?c", ["b"], "abc")"#, "false"),
            (#"glob.match("a\\*c", [], "a*c")"#, "true"), (#"glob.match("a\\*c", [], "abc")"#, "false"),
            (#"glob.match("[abc", [], "a")"#, "eval_builtin_error: glob.match: a glob has \"[\" without \"]\""),
            (#"glob.quote_meta("*.a{b}")"#, #""\\*.a\\{b\\}""#),
        ])
    func globs(expression: String, expected: String) { #expect(answer(expression) == expected) }
}
