import Diagnostics
import FileTree
import KubeTypes
import Kustomize
import Testing
import Tree

@Suite("Sources of generators")
struct GeneratorTests {
    private func data(_ generator: String, env: String = "") throws -> (data: Node?, warnings: [String]) {
        let small = SmallBuild("configMapGenerator:\n- name: c\n  \(generator)\n", ["e.env": env])
        let result = try small.result()
        return (result.objects[0].root["data"], result.findings.map { "\($0.place)" })
    }

    @Test(
        "lines of a file of variables",
        arguments: [
            ("A=b", ["A": "b"]), ("A=b=c", ["A": "b=c"]), ("A=", ["A": ""]), ("  A=b", ["A": "b"]),
            ("# A=b\n\n  # c\nA=b", ["A": "b"]), ("A=\"b c\"", ["A": "\"b c\""]), ("A='b'", ["A": "'b'"]),
            ("A=b # no comment", ["A": "b # no comment"]), ("A=b\r\n", ["A": "b"]), ("\u{FEFF}A=b", ["A": "b"]),
            ("=x\nA=b", ["A": "b"]), ("a.b-c=1", ["a.b-c": "1"]), ("1a=2", ["1a": "2"]),
        ] as [(String, [String: String])])
    func lines(text: String, expected: [String: String]) throws {
        let (data, warnings) = try data("envs: [e.env]", env: text)
        #expect(
            Dictionary(uniqueKeysWithValues: (data?.entries ?? []).map { ($0.key, $0.value.string ?? "") }) == expected)
        #expect(warnings.isEmpty)
    }

    @Test("a key without a value is empty, whatever the environment says, and is warned of")
    func keyAlone() throws {
        let (data, warnings) = try data("envs: [e.env]", env: "A=b\n  PATH\n")
        #expect(data?["PATH"] == "")
        #expect(warnings == ["app/e.env:2:3"])
    }

    @Test(
        "quotes of literals",
        arguments: [
            (#"a="b""#, "b"), ("a='b'", "b"), (#"a="b"#, #""b"#), (#"a="b" c"#, #""b" c"#), (#"a=""#, #"""#),
            ("a=", ""),
            (#"a="b'"#, #""b'"#), ("a= b ", " b "),
        ])
    func literals(literal: String, value: String) throws {
        let quoted = literal.replacing("'", with: "''")
        #expect(try data("literals: ['\(quoted)']").data?["a"] == Node(value))
    }

    @Test("keys that a cluster refuses are warned of", arguments: ["a b=1", ".=1", "..a=1"])
    func keys(literal: String) throws {
        #expect(try data("literals: [\"\(literal)\"]").warnings == ["app/kustomization.yaml:3:14"])
    }

    @Test(
        "what kustomize refuses is refused at its place",
        arguments: [
            ("literals: [a=1, a=2]", "app/kustomization.yaml:3:19"),
            ("literals: [\"=1\"]", "app/kustomization.yaml:3:14"),
            ("literals: [a]", "app/kustomization.yaml:3:14"), ("envs: [e.env]", "app/e.env:2:1"),
            ("files: [\"k=a=b\"]", "app/kustomization.yaml:3:11"),
        ])
    func refused(generator: String, place: String) {
        let small = SmallBuild("configMapGenerator:\n- name: c\n  \(generator)\n", ["e.env": "A=1\nA=2\n"])
        #expect(small.refusal?.code == .generatorInvalid)
        #expect(small.refusal?.place.description == place)
    }

    @Test("an unknown behaviour has no effect and is warned of")
    func behavior() throws {
        let (data, warnings) = try data("behavior: foo\n  literals: [a=1]")
        #expect(data == ["a": "1"])
        #expect(warnings == ["app/kustomization.yaml:3:13"])
    }

    @Test(
        "a number in the place of a generated value is a string where that stood in quotes",
        arguments: [("a=1", "5"), ("a=yes", "5"), ("a=x", 5), ("a=", 5), ("a=2001-01-01", 5)] as [(String, Node)])
    func patched(literal: String, value: Node) throws {
        let small = SmallBuild(
            "configMapGenerator: [{name: c, literals: [\(literal)]}]\npatches: [{path: p.yaml}]\n",
            ["p.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: 5}\n"])
        #expect(try small.result().objects[0].root["data"]?["a"] == value)
    }
}
