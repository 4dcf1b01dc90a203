import Diagnostics
import Testing
import Tree

@Suite("Editing one scalar of a text")
struct ScalarEditTests {
    struct Case: Sendable {
        var text: String
        var path: FieldPath
        var value: NodeValue
        var expected: String
        var document = 0
    }

    @Test(arguments: [
        Case(
            text: "a: 1 # why\nimage: shop:1.0   # the image\n", path: FieldPath([.key("image")]),
            value: .string("shop:1.1"),
            expected: "a: 1 # why\nimage: shop:1.1   # the image\n"),
        Case(text: "tag: '1.0'\n", path: FieldPath([.key("tag")]), value: .string("it's"), expected: "tag: 'it''s'\n"),
        Case(text: "tag: \"1.0\"\n", path: FieldPath([.key("tag")]), value: .string("2.0"), expected: "tag: \"2.0\"\n"),
        Case(text: "tag: v1\n", path: FieldPath([.key("tag")]), value: .string("1.0"), expected: "tag: \"1.0\"\n"),
        Case(
            text: "http:\n- route:\n  - weight: 90 # stable\n  - weight: 10\n",
            path: FieldPath([.key("http"), .index(0), .key("route"), .index(1), .key("weight")]), value: .integer(25),
            expected: "http:\n- route:\n  - weight: 90 # stable\n  - weight: 25\n"),
        Case(
            text: "a: {b: c, d: e}\n", path: FieldPath([.key("a"), .key("b")]), value: .string("x, y"),
            expected: "a: {b: \"x, y\", d: e}\n"),
        Case(text: "a:\nb: 1\n", path: FieldPath([.key("a")]), value: .string("é"), expected: "a: é\nb: 1\n"),
        Case(
            text: "é: ü\nb: &x old\n", path: FieldPath([.key("b")]), value: .string("new"),
            expected: "é: ü\nb: &x new\n"),
        Case(
            text: "a: |\n  one\n  two\nb: 2\n", path: FieldPath([.key("a")]), value: .string("three\n"),
            expected: "a: |\n  three\nb: 2\n"),
        Case(
            text: "a: 1\n---\na: 2\n", path: FieldPath([.key("a")]), value: .integer(3), expected: "a: 1\n---\na: 3\n",
            document: 1),
    ])
    func edit(_ example: Case) throws {
        let bytes = try replacingScalar(
            in: Array(example.text.utf8), document: example.document, at: example.path, with: example.value)
        #expect(String(decoding: bytes, as: UTF8.self) == example.expected)
    }

    @Test("what is no scalar is refused")
    func refusals() {
        let text = Array("a: {b: 1}\nc: &x 1\nd: *x\n".utf8)
        for key in ["a", "d", "missing"] {
            #expect(throws: (any Error).self) {
                try replacingScalar(in: text, at: FieldPath([.key(key)]), with: .integer(2))
            }
        }
    }

    @Test("several scalars change by their places, keys too, and nothing else does")
    func byPlace() throws {
        let text = "# keep\na: strict  # why\nlst: [ 'x', {kee: \"y\"} ]\n---\nb: 1\n"
        func place(_ line: Int, _ column: Int) -> Place { Place(file: .none, line: line, column: column) }
        let changed = try replacingScalars(
            in: Array(text.utf8),
            [
                ScalarChange(at: place(2, 4), "STRICT"), ScalarChange(at: place(3, 1), "list"),
                ScalarChange(at: place(3, 8), "it's"), ScalarChange(at: place(3, 14), "key"),
                ScalarChange(at: place(5, 4), "2"), ScalarChange(at: place(5, 4), "3"),
                ScalarChange(at: place(9, 9), "none"),
            ])
        #expect(
            String(decoding: changed, as: UTF8.self)
                == "# keep\na: STRICT  # why\nlist: [ 'it''s', {key: \"y\"} ]\n---\nb: 2\n")
    }

    @Test(
        "a scalar gets its quotes or loses them, and the item of a list goes with its line or comma",
        arguments: [
            ("a: 80\n", 4, Fix.Writing.text, "80", "a: \"80\"\n"), ("a: '80'\n", 4, .bare, "80", "a: 80\n"),
            ("a: \"true\" # b\n", 4, .bare, "true", "a: true # b\n"),
            ("a: [x, x, y]\n", 8, .removal, "", "a: [x, y]\n"), ("a: [x, x, y]\n", 5, .removal, "", "a: [x, y]\n"),
            ("a: [x, x]\n", 8, .removal, "", "a: [x]\n"), ("{a: x}", 5, .removal, "", "{a: x}"),
            ("- x\n", 3, .removal, "", ""),
            ("- x # why\n- y\n", 3, .removal, "", "- y\n"), ("- - x\n", 5, .removal, "", "- - x\n"),
            ("a: x\n", 4, .removal, "", "a: x\n"), ("a: [x]\n", 5, .removal, "", "a: [x]\n"),
        ] as [(String, Int, Fix.Writing, String, String)])
    func writings(text: String, column: Int, writing: Fix.Writing, replacement: String, expected: String) throws {
        let place = Place(file: .none, line: 1, column: column)
        let changed = try replacingScalars(
            in: Array(text.utf8), [ScalarChange(at: place, replacement, writing: writing)])
        #expect(String(decoding: changed, as: UTF8.self) == expected)
    }

    @Test("a list as deep as its key is no list in brackets")
    func indentless() throws {
        let place = Place(file: .none, line: 3, column: 3)
        let changed = try replacingScalars(
            in: Array("a:\n- x\n- x # why\n- y\n".utf8), [ScalarChange(at: place, "", writing: .removal)])
        #expect(String(decoding: changed, as: UTF8.self) == "a:\n- x\n- y\n")
    }
}
