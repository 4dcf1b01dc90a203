import Diagnostics
import FileTree
import Testing

@testable import Kustomize

/// Texts that are made to hold a machine up. What matters is that each is refused, with its place, and soon: the suite's
/// limit is there to end a test that hangs.
@Suite("Hostile input", .timeLimit(.minutes(5)))
struct HostileInputTests {
    private static let head = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n"

    /// Lists of ten aliases each to the one before: ten to the ninth values.
    private static let bomb =
        "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        + (1..<10).map { level in
            "a\(level): &a\(level) [\(repeatElement("*a\(level - 1)", count: 10).joined(separator: ", "))]\n"
        }.joined()

    private static let mergeBomb =
        "m0: &m0 {\((0..<1_000).map { "k\($0): 1" }.joined(separator: ", "))}\n"
        + (1..<50).map { level in
            "m\(level): &m\(level)\n  <<: [\(repeatElement("*m\(level - 1)", count: 100).joined(separator: ", "))]\n"
        }.joined()

    static let texts: [(name: String, text: String, code: String)] = [
        ("alias bomb", head + bomb, "MST0004"),
        ("merge bomb", head + mergeBomb, "MST0004"),
        (
            "deep list", head + "x: " + String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000),
            "MST0004"
        ),
        (
            "deep map", head + "x: " + String(repeating: "{a: ", count: 10_000) + String(repeating: "}", count: 10_000),
            "MST0004"
        ),
        ("deep dashes", head + "x:\n" + String(repeating: "- ", count: 10_000) + "x", "MST0004"),
        ("open brackets", head + "x: " + String(repeating: "[{", count: 100_000), "MST0004"),
        ("control character", head + "x: a\u{0}b", "MST0001"),
        ("long text", head + "x: " + String(repeating: "x", count: 33 << 20), "MST0004"),
        ("long tag", head + "x: !<" + String(repeating: "t", count: 100_000) + "> 1", "MST0005"),
    ]

    @Test("a resource is refused", arguments: texts.indices)
    func resource(index: Int) {
        let (name, text, code) = Self.texts[index]
        let files: MemoryFileTree = ["kustomization.yaml": "resources: [a.yaml]\n", "a.yaml": text]
        refuses(name, files, code)
    }

    @Test("a kustomization is refused", arguments: texts.indices)
    func kustomization(index: Int) {
        let (name, text, code) = Self.texts[index]
        refuses(name, ["kustomization.yaml": text], code)
    }

    @Test(
        "bytes that are no UTF-8 are refused",
        arguments: [[0xFF, 0xFE], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xC0, 0x80]])
    func encoding(bytes: [UInt8]) {
        var files: MemoryFileTree = ["kustomization.yaml": "resources: [a.yaml]\n"]
        files.write(Array((Self.head + "x: \"").utf8) + bytes + Array("\"\n".utf8), to: TreePath("a.yaml"))
        refuses("no UTF-8", files, "MST0001")
    }

    @Test("a circle is told with its path")
    func circle() {
        let files: MemoryFileTree = [
            "a/kustomization.yaml": "resources: [../b]\n", "b/kustomization.yaml": "components: [../c]\n",
            "c/kustomization.yaml": """
            apiVersion: kustomize.config.k8s.io/v1alpha1
            kind: Component
            resources: [../a]
            """,
        ]
        let error = refuses("circle", files, "MST0105", directory: "a")
        #expect(error?.findings.first?.message.contains("a -> b -> c -> a") == true)
        refuses("itself", ["kustomization.yaml": "resources: [.]\n"], "MST0105")
    }

    @Test("components that name others twice do not multiply without end")
    func multiplied() {
        var files = MemoryFileTree()
        for level in 0..<60 {
            let text = """
                apiVersion: kustomize.config.k8s.io/v1alpha1
                kind: Component
                components: [../c\(level + 1), ../c\(level + 1)]
                """
            files.write(Array(text.utf8), to: TreePath("c\(level)/kustomization.yaml"))
        }
        files.write(
            Array("apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnamePrefix: x".utf8),
            to: TreePath("c60/kustomization.yaml"))
        files.write(Array("components: [c0]".utf8), to: TreePath("kustomization.yaml"))
        refuses("multiplied", files, "MST0105")
    }

    @Test("an expression cannot hold the machine up")
    func expression() {
        let pattern = "(" + String(repeating: "a?", count: 1_000) + "){1000}"
        refuses(
            "expression",
            [
                "kustomization.yaml":
                    "resources: [a.yaml]\npatches: [{target: {name: '\(pattern)'}, patch: '[{op: remove, path: /data}]'}]\n",
                "a.yaml": Self.head,
            ], "MST0113")
    }

    @Test("a name with a zero byte is no path")
    func zero() {
        refuses("zero", ["kustomization.yaml": "resources: [\"a\\0b\"]\n", "a": Self.head], "MST0104")
    }

    @discardableResult
    private func refuses(
        _ name: String, _ files: MemoryFileTree, _ code: String, directory: String = ""
    ) -> Refused? {
        do throws(Refused) {
            _ = try build(TreePath(directory), in: files)
            Issue.record("\(name) is built")
            return nil
        } catch {
            #expect(error.findings.first?.code.id == code, "\(name): \(error)")
            #expect(error.findings.first?.place.file.path.isEmpty == false, "\(name)")
            return error
        }
    }
}
