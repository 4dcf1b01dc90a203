import Testing
import Tree

@Suite("Writing YAML as kustomize does")
struct YAMLWriterTests {
    @Test(arguments: [
        ("plain", "plain"), ("yes", "\"yes\""), ("y", "\"y\""), ("1e3", "\"1e3\""), ("0o17", "\"0o17\""),
        ("08", "\"08\""), ("1_000", "\"1_000\""), ("12:30", "\"12:30\""), ("12:60", "12:60"),
        ("2026-01-01", "\"2026-01-01\""), ("2026-13-01", "2026-13-01"), ("<<", "<<"), ("=", "="), ("", "\"\""),
        ("~", "\"~\""), (" a", "' a'"), ("a: b", "'a: b'"), ("a #b", "'a #b'"), ("a#b", "a#b"), ("---", "'---'"),
        ("-", "'-'"), ("?x", "?x"), ("@a", "'@a'"), ("it's", "it's"), ("'q'", "'''q'''"), ("a\tb", "\"a\\tb\""),
        ("é\u{1F600}", "\"é\\U0001F600\""), ("a\n", "|\n    a"), ("a", "a"), ("a\nb", "|-\n    a\n    b"),
        ("a\n\n", "|+\n    a\n"), (" a\nb", "|2-\n     a\n    b"), ("a \nb", "\"a \\nb\""),
    ])
    func scalars(text: String, spelled: String) {
        #expect(YAMLWriter.text(["a": ["b": Node(text)]]) == "a:\n  b: \(spelled)\n")
    }

    @Test("collections nest without indenting lists")
    func collections() {
        let node: Node = ["b": [1, ["x": [], "y": [:]], [2, [3]]], "a": nil, "k10": 1, "k9": 2, "kA": 3]
        let expected = "a: null\nb:\n- 1\n- x: []\n  \"y\": {}\n- - 2\n  - - 3\nk9: 2\nk10: 1\nkA: 3\n"
        #expect(YAMLWriter.text(node) == expected)
        #expect(YAMLWriter.text(["b": 1, "a": 2], options: .init(sortKeys: false)) == "b: 1\na: 2\n")
        #expect(YAMLWriter.text([["a": 1], ["b": 2]] as [Node]) == "a: 1\n---\nb: 2\n")
    }

    @Test(arguments: [(1_234_567.5, "1.2345675e+06"), (0.00001, "1e-05"), (1e6, "1000000"), (123.5, "123.5")])
    func numbers(number: Double, spelled: String) {
        #expect(YAMLWriter.text(Node(.float(number))) == spelled + "\n")
    }

    @Test("long text breaks at the first blank beyond column 80")
    func breaks() {
        let word = String(repeating: "x", count: 82)
        #expect(YAMLWriter.text(["a": Node(word + " y z")]) == "a: \(word)\n  y z\n")
    }
}
