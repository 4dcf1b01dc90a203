import Testing
import Tree

@testable import Rego

func json(_ text: String) throws -> RegoValue { try RegoValue(json: text.utf8) }

@Suite("Documents")
struct DocumentTests {
    @Test(
        "what JSON says is read and written alike",
        arguments: [
            ("[1, 2.50, -0, 1e3]", "[1,2.50,-0,1e3]"), (#"{"b":1,"a":{"c":null}}"#, #"{"a":{"c":null},"b":1}"#),
            (#""<a&b>\u2028""#, #""\u003ca\u0026b\u003e\u2028""#), (#""é\ud83d\ude00\n\u0001""#, #""é😀\n\u0001""#),
            (#"{"a":1,"a":2}"#, #"{"a":2}"#), ("[]", "[]"), (" true ", "true"), (#""\ud800x""#, "\"\u{FFFD}x\""),
            ("[123456789012345678901234567890]", "[123456789012345678901234567890]"),
        ])
    func round(text: String, expected: String) throws { #expect(try json(text).json == expected) }

    @Test(
        "what is no JSON is refused with its place",
        arguments: [
            ("[1,", 1, 4), ("{\"a\" 1}", 1, 6), ("\n tru", 2, 2), ("01", 1, 1), ("[1] x", 1, 5), ("\"a", 1, 3),
            ("{a:1}", 1, 2), ("\"\\x\"", 1, 3),
        ])
    func mistakes(text: String, line: Int, column: Int) {
        #expect { try json(text) } throws: {
            let mistake = $0 as? DocumentMistake
            return mistake?.line == line && mistake?.column == column
        }
    }

    @Test("a text that nests without end is refused")
    func depth() {
        #expect(throws: DocumentMistake.self) { try json(String(repeating: "[", count: 100_000)) }
        #expect(throws: Never.self) {
            try json(String(repeating: "[", count: 400) + String(repeating: "]", count: 400))
        }
    }

    @Test("a value shows as it is written in Rego")
    func display() {
        let value = RegoValue.array([
            .set(RegoSet([.number(RegoNumber(2)), .number(RegoNumber(1))])), .set(.empty), .string("a\"\n\u{1}é"),
            .null,
            .object(RegoObject([(.number(RegoNumber(1)), .bool(true))])),
        ])
        #expect(value.display == #"[{1, 2}, set(), "a\"\n\x01é", null, {1: true}]"#)
        #expect(value.json == #"[[1,2],[],"a\"\n\u0001é",null,{"1":true}]"#)
    }

    @Test("a manifest becomes a value, and a value a manifest")
    func node() throws {
        let node: Node = ["b": [1, "x", true, nil], "a": ["z": 1, "y": 2]]
        #expect(RegoValue(node).json == #"{"a":{"y":2,"z":1},"b":[1,"x",true,null]}"#)
        #expect(RegoValue(node).node == node)
        #expect(RegoValue(Node(.float(1.5))).json == "1.5")
    }
}
