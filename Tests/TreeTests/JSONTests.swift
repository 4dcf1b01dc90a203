import Diagnostics
import Testing

@testable import Tree

@Suite struct JSONTests {
    @Test(
        "what is written is what was read",
        arguments: [
            #"{"a":[1,-2,1.5,true,null,"x\n\"y\""],"b":{}}"#, "[]", #""é\u0001""#, "0", "1e+30", "0.000001", "1e-7",
        ])
    func roundTrip(text: String) throws {
        #expect(JSONWriter.text(try JSONReader.read(text)) == text)
    }

    @Test(
        "what is no JSON is refused",
        arguments: ["", "{", "[1,]", "{\"a\" 1}", "01", "\"\\x\"", "nul", "1 2", "{'a':1}", "[1"])
    func refused(text: String) {
        #expect(throws: Refused.self) { try JSONReader.read(text) }
    }

    @Test("places count lines and Unicode scalars")
    func places() throws {
        let node = try JSONReader.read("{\n \"é\": 1, \"b\": 2}", file: SourceFile("x.json"))
        #expect(node["b"]?.place.description == "x.json:2:15")
    }

    @Test("surrogate pairs join, lone ones are replaced")
    func surrogates() throws {
        #expect(try JSONReader.read(#""\ud83d\ude00\ud83d""#).string == "😀\u{FFFD}")
    }

    @Test("a duplicate key is refused, also among many")
    func duplicate() {
        let many = (0..<40).map { "\"k\($0)\":1" }.joined(separator: ",")
        #expect(throws: Refused.self) { try JSONReader.read("{\(many),\"k3\":1}") }
        #expect(throws: Refused.self) { try JSONReader.read(#"{"a":1,"a":1}"#) }
    }

    @Test("a value is changed in place through subscripts")
    func mutation() {
        var node: Node = ["a": ["b": 1], "c": 2]
        node.set(3, at: ["a", "b"])
        node.set("new", at: ["x", "y"])
        node["c"] = nil
        #expect(node == ["a": ["b": 3], "x": ["y": "new"]])
        node["a"]?["b"] = 4
        #expect(node[path: "a", "b"]?.integer == 4)
        #expect(node.remove(at: ["a", "b"])?.integer == 4)
    }
}
