import Diagnostics
import FileTree
import KubeTypes
import Kustomize
import Lint
import Testing

@testable import Validation

/// Each look with the memory of the one before must find what a look without any finds.
@Suite("Memory of a run")
struct RunMemoryTests {
    private static let service =
        "apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: shop}\nspec: {ports: [{port: 80}]}\n"
    private static let start: [String: String] = [
        "base/kustomization.yaml": "resources: [a.yaml]\n", "base/a.yaml": service,
        "dev/kustomization.yaml": "resources: [../base]\nnamePrefix: dev-\n",
        "prod/kustomization.yaml": "resources: [../base]\nnamePrefix: prod-\n",
        "plain/b.yaml": service, "plain/c.yaml": service.replacing("name: a", with: "name: c"),
    ]

    private func files(_ texts: [String: String]) -> MemoryFileTree {
        var tree = MemoryFileTree()
        for (path, text) in texts { tree.write(Array(text.utf8), to: TreePath(path)) }
        return tree
    }

    private func look(
        at texts: [String: String], changed: [String] = [], _ memory: RunMemory? = nil
    ) -> [String] {
        let tree = files(texts)
        let parsed = ParsedFiles(tree, isShared: true)
        let survey = Survey([.root], in: tree, parsed: parsed)
        memory?.forget(Set(changed.map { TreePath($0) }), survey, parsed: parsed)
        let manifests = ManifestSet(survey, named: [.root], in: tree, parsed: parsed, memory: memory)
        let stations = Stations(lint: LintStation(.relaxed), today: "2026-01-01")
        return stations.findings(manifests).map { "\($0.finding) \($0.units)" }
    }

    @Test(
        "what one save changes is found, and nothing else changes",
        arguments: [
            ["base/a.yaml": service.replacing("ports", with: "prts")], ["base/a.yaml": "# moved\n" + service],
            ["dev/kustomization.yaml": "resources: [../base]\nnamePrefix: d-\nnameSufix: x\n"],
            ["base/kustomization.yaml": "resources: [a.yaml, b.yaml]\n", "base/b.yaml": "kind: {"],
            ["plain/b.yaml": service.replacing("port: 80", with: "port: x")],
            ["plain/d.yaml": service], ["plain/b.yaml": "a:   b\n"],
            ["base/b.yaml": service.replacing("name: a", with: "name: b")],
        ])
    func changes(change: [String: String]) {
        let memory = RunMemory()
        let before = look(at: Self.start, memory)
        #expect(before == look(at: Self.start))
        #expect(look(at: Self.start, memory) == before)
        let after = Self.start.merging(change) { $1 }
        let found = look(at: after, changed: Array(change.keys), memory)
        #expect(found == look(at: after))
        #expect(found != before)
        // And back again.
        #expect(look(at: Self.start, changed: Array(change.keys), memory) == before)
    }

    @Test("what has not changed is not looked at again")
    func remembers() {
        let memory = RunMemory()
        let before = look(at: Self.start, memory)
        // A change that nobody tells of is not seen: so nothing was read again.
        let other = Self.start.merging(["base/a.yaml": "kind: ["]) { $1 }
        #expect(look(at: other, memory) == before)
        #expect(look(at: other, changed: ["base/a.yaml"], memory) != before)
    }
}
