import Diagnostics
import FileTree
import Kustomize
import Testing
import Tree

@testable import Validation

@Suite("Bases of patched values")
struct BaseValueTests {
    private func findings(_ kustomization: String, patch: String = "") -> [Finding] {
        let files: MemoryFileTree = [
            "base/kustomization.yaml": "resources: [web.yaml]\n",
            "base/web.yaml": """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: other, namespace: shop}
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: shop}
            spec:
              hosts: [web]
              http:
              - name: one
                timeout: 5s
                route: [{destination: {host: web}}]
            """,
            "prod/kustomization.yaml": "resources: [../base]\n" + kustomization,
            "prod/patch.yaml": patch,
        ]
        let set = ManifestSet([TreePath("prod")], in: files, parsed: ParsedFiles(files))
        return Stations([.build, .schema, .semantics], today: "2026-06-15").findings(set).map(\.finding)
            .filter { $0.severity == .error }
    }

    @Test("a value of a patch is told there, with what the base says")
    func patch() throws {
        let patch = "- {op: replace, path: /spec/http/0/timeout, value: soon}\n"
        let found = findings("patches: [{path: patch.yaml, target: {kind: VirtualService}}]\n", patch: patch)
        let finding = try #require(found.first)
        #expect(finding.place.description == "prod/patch.yaml:1:52")
        #expect(finding.related == [RelatedPlace("the base says \"5s\" here", at: place("base/web.yaml", 12, 14))])
    }

    @Test("a strategic patch that adds a field names the object that it changes")
    func added() throws {
        let patch = """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: shop}
            spec: {gateways: [3]}
            """
        let finding = try #require(findings("patches: [{path: patch.yaml}]\n", patch: patch).first)
        #expect(finding.place.description == "prod/patch.yaml:4:19")
        #expect(finding.related == [RelatedPlace("the object that is changed here", at: place("base/web.yaml", 5, 1))])
    }

    @Test("a patch in the kustomization has its base too, and what the base itself says has none")
    func inline() throws {
        let patch = "{op: replace, path: /spec/hosts, value: web}"
        let finding = try #require(findings("patches: [{patch: '[\(patch)]', target: {kind: VirtualService}}]\n").first)
        #expect(finding.place.file.path == "prod/kustomization.yaml")
        #expect(finding.related.map(\.message) == ["the base has something else here"])
        #expect(findings("") == [])
    }

    private func place(_ file: String, _ line: Int, _ column: Int) -> Place {
        Place(file: SourceFile(file), line: line, column: column)
    }
}
