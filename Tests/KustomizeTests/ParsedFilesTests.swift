import FileTree
import Testing

@testable import Kustomize

@Suite("Files parsed once")
struct ParsedFilesTests {
    private let files: MemoryFileTree = [
        "base/kustomization.yaml": "resources: [a.yaml, ../other]\ncomponents: [../part]\n",
        "base/a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
        "other/kustomization.yml": "resources: [b.yaml]\n",
        "other/b.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n",
        "part/kustomization.yaml":
            "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnameSuffix: -part\n",
        "one/kustomization.yaml": "resources: [../base]\nnamePrefix: one-\n",
        "two/kustomization.yaml": "resources: [../base]\nnamePrefix: two-\n",
    ]

    @Test("builds that share what was parsed do not see each other's changes")
    func shared() throws {
        let shared = ParsedFiles(files, isShared: true)
        for directory in ["one", "two", "one", "base"].map(TreePath.init) {
            let alone = try build(directory, in: files)
            let together = try build(directory, in: shared)
            #expect(together.yaml == alone.yaml)
            #expect(together.filesRead == alone.filesRead)
        }
    }

    @Test("what a build reads again is what it read before")
    func again() throws {
        let parsed = ParsedFiles(files)
        let first = try build(TreePath("one"), in: parsed)
        #expect(try build(TreePath("one"), in: parsed).yaml == first.yaml)
        #expect(first.yaml.contains("name: one-a-part"))
    }

    @Test("reading ahead says nothing of what is wrong")
    func wrong() {
        var files = files
        files.write(Array("a: [".utf8), to: TreePath("base/a.yaml"))
        #expect(throws: (any Error).self) { try build(TreePath("one"), in: files) }
        files.write(Array("resources: [../one]".utf8), to: TreePath("other/kustomization.yml"))
        #expect(throws: (any Error).self) { try build(TreePath("one"), in: files) }
    }
}
