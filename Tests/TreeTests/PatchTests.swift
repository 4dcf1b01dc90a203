import Testing
import Tree

@Suite("Patches")
struct PatchTests {
    @Test(
        "each operation of RFC 6902",
        arguments: [
            (#"[{"op":"add","path":"/a/1","value":9}]"#, #"{"a":[1,9,2],"b":{"c":"d"}}"#),
            (#"[{"op":"add","path":"/a/-","value":9}]"#, #"{"a":[1,2,9],"b":{"c":"d"}}"#),
            (#"[{"op":"remove","path":"/b/c"}]"#, #"{"a":[1,2],"b":{}}"#),
            (#"[{"op":"replace","path":"/b/c","value":null}]"#, #"{"a":[1,2],"b":{"c":null}}"#),
            (#"[{"op":"move","from":"/b/c","path":"/x~1y"}]"#, #"{"a":[1,2],"b":{},"x/y":"d"}"#),
            (#"[{"op":"copy","from":"/b/x","path":"/e"}]"#, #"{"a":[1,2],"b":{"c":"d"},"e":null}"#),
            (#"[{"op":"copy","from":"/a/0","path":"/a/-"}]"#, #"{"a":[1,2,1],"b":{"c":"d"}}"#),
            (#"[{"op":"test","path":"/b/c","value":"d"}]"#, #"{"a":[1,2],"b":{"c":"d"}}"#),
        ])
    func operations(patch: String, expected: String) throws {
        var node = try JSONReader.read(#"{"a":[1,2],"b":{"c":"d"}}"#)
        try JSONPatch(try JSONReader.read(patch)).apply(to: &node)
        #expect(JSONWriter.text(node) == expected)
    }

    @Test("a failure names its operation and changes nothing")
    func failure() throws {
        var node: Node = ["a": 1]
        let patch = try JSONPatch(
            try JSONReader.read(#"[{"op":"add","path":"/b","value":1},{"op":"remove","path":"/c/d"}]"#))
        do {
            try patch.apply(to: &node)
            Issue.record("expected a failure")
        } catch {
            #expect(error.index == 1)
            #expect(error.path == "/c/d")
        }
        #expect(node == ["a": 1])
    }

    @Test(
        "RFC 7386 merges objects and removes what is null",
        arguments: [
            (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#), (#"{"a":"b"}"#, #"{"a":null}"#, #"{}"#),
            (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
            (#"{"a":[1]}"#, #"{"a":[2]}"#, #"{"a":[2]}"#), (#"{}"#, #"{"a":{"b":{"c":null}}}"#, #"{"a":{"b":{}}}"#),
            (#"[1]"#, #"{"a":1}"#, #"{"a":1}"#),
        ])
    func merge(target: String, patch: String, expected: String) throws {
        var node = try JSONReader.read(target)
        node.apply(mergePatch: try JSONReader.read(patch))
        #expect(JSONWriter.text(node) == expected)
    }
}
