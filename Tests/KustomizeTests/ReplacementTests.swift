import Diagnostics
import FileTree
import KubeTypes
import Kustomize
import Testing
import Tree

@Suite("Replacements")
struct ReplacementTests {
    private func build(_ replacement: String, target: String, source: String = "{}") -> SmallBuild {
        SmallBuild(
            "resources: [s.yaml, t.yaml]\nreplacements:\n- \(replacement)\n",
            [
                "s.yaml": "apiVersion: x.io/v1\nkind: Source\nmetadata: {name: s}\nspec: \(source)\n",
                "t.yaml": "apiVersion: x.io/v1\nkind: Target\nmetadata: {name: t, labels: {l: m}}\nspec: \(target)\n",
            ])
    }

    private func spec(_ replacement: String, target: String, source: String = "{}") throws -> Node {
        try build(replacement, target: target, source: source).result().objects[1].spec
    }

    private static let copy =
        "{source: {kind: Source, fieldPath: spec.v}, targets: [{select: {kind: Target}, fieldPaths: [spec.f]}]}"

    @Test(
        "a field keeps its type",
        arguments: [
            ("{v: 8}", "{f: x}", Node("8")), ("{v: \"7\"}", "{f: 1}", Node(7)), ("{v: true}", "{f: x}", Node("true")),
            ("{v: \"7\"}", "{f: 1.5}", Node(.float(7))), ("{v: {a: 1}}", "{f: {b: 2}}", ["a": 1] as Node),
            ("{v: {a: 1}}", "{f: x}", Node("")), ("{v: \"\"}", "{f: x}", Node("")),
        ] as [(String, String, Node)])
    func types(source: String, target: String, expected: Node) throws {
        #expect(try spec(Self.copy, target: target, source: source)["f"] == expected)
    }

    @Test(
        "a value that does not fit the type is refused",
        arguments: [
            ("{v: abc}", "{f: 1}"), ("{v: true}", "{f: 1}"), ("{v: 2.5}", "{f: 1}"), ("{v: {a: 1}}", "{f: 1}"),
            ("{v: \"7\"}", "{f: null}"), ("{v: {}}", "{f: x}"), ("{v: null}", "{f: x}"),
        ])
    func mismatch(source: String, target: String) {
        #expect(build(Self.copy, target: target, source: source).refusal?.code == .replacementInvalid)
    }

    @Test("a field that is made has the type of its text")
    func created() throws {
        let spec = try spec(
            "{sourceValue: \"7\", targets: [{select: {kind: Target}, fieldPaths: [spec.a.b], options: {create: true}}]}",
            target: "{}")
        #expect(spec == ["a": ["b": 7]])
    }

    @Test(
        "a reject counts by the id or by the labels",
        arguments: [
            ("{name: t}", "old"), ("{labelSelector: l=m}", "old"), ("{name: other, labelSelector: l=m}", "old"),
            ("{name: other, labelSelector: l=n}", "new"), ("{name: t, labelSelector: l=n}", "old"), ("{}", "new"),
        ])
    func reject(reject: String, value: String) throws {
        let spec = try spec(
            "{sourceValue: new, targets: [{select: {kind: Target}, reject: [\(reject)], fieldPaths: [spec.f]}]}",
            target: "{f: old}")
        #expect(spec["f"] == Node(value))
    }

    @Test(
        "the names of a target are anchored patterns",
        arguments: [("Tar.*", "new"), ("Targe", "none"), ("Source|Target", "both"), ("^Target$", "new")])
    func patterns(kind: String, outcome: String) throws {
        let small = build(
            "{sourceValue: new, targets: [{select: {kind: \"\(kind)\"}, fieldPaths: [spec.f]}]}",
            target: "{f: old}", source: "{f: old}")
        let values = try small.result().objects.map { $0.spec["f"]?.string ?? "" }
        #expect(values == [outcome == "both" ? "new" : "old", outcome == "none" ? "old" : "new"])
    }

    @Test(
        "a path leads into strings that hold JSON or YAML",
        arguments: [
            (#"{"b": 1, "a": {"c": "x"}}"#, "a.c", #"{"a":{"c":"new"},"b":1}"#),
            ("{\n  \"a\": {\n    \"c\": \"x\"\n  }\n}\n", "a.c", "{\n  \"a\": {\n    \"c\": \"new\"\n  }\n}"),
            ("[{\"n\": \"k\", \"v\": 1}, \"<\"]", "1", #"[{"n":"k","v":1},"new"]"#),
            ("# why\nb: 1\na:\n  c: 'x' # here\n", "a.c", "# why\nb: 1\na:\n  c: 'new' # here"),
            ("a:\n- n: k\n  v: old\n- n: l\n  v: old\n", "a.[n=l].v", "a:\n- n: k\n  v: old\n- n: l\n  v: new"),
        ])
    func structured(text: String, path: String, expected: String) throws {
        let quoted = JSONWriter.text(Node(text))
        let spec = try spec(
            "{sourceValue: new, targets: [{select: {kind: Target}, fieldPaths: [\"spec.f.\(path)\"]}]}",
            target: "{f: \(quoted)}")
        #expect(spec["f"]?.string == expected)
    }

    @Test(
        "elements of a list go by a pattern without anchors",
        arguments: [("b", ["new", "new", "old"]), ("^b$", ["new", "old", "old"]), ("c|^b", ["new", "old", "new"])])
    func elements(pattern: String, expected: [String]) throws {
        let spec = try spec(
            "{sourceValue: new, targets: [{select: {kind: Target}, fieldPaths: [\"spec.l.[n=\(pattern)].v\"]}]}",
            target: "{l: [{n: b, v: old}, {n: ab, v: old}, {n: c, v: old}]}")
        #expect(spec["l"]?.elements.map { $0["v"]?.string } == expected)
    }

    @Test("a string that holds neither is no object to look into")
    func unstructured() {
        let small = build(
            "{sourceValue: new, targets: [{select: {kind: Target}, fieldPaths: [spec.f.a]}]}", target: "{f: text}")
        #expect(small.refusal?.code == .replacementInvalid)
    }

    @Test("a target that selects nothing is a warning")
    func unmatched() throws {
        let result = try build(
            "{sourceValue: new, targets: [{select: {kind: Targt}, fieldPaths: [spec.f]}]}", target: "{f: x}"
        ).result()
        #expect(result.findings.map(\.severity) == [.warning])
        #expect(result.findings.first?.hint?.contains("Target") == true)
    }
}
