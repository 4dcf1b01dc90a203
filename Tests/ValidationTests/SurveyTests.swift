import Diagnostics
import FileTree
import KubeTypes
import Kustomize
import Testing
import Tree

@testable import Validation

@Suite("Survey")
struct SurveyTests {
    private let files: MemoryFileTree = [
        "base/kustomization.yaml": "resources: [gateway.yaml, ../apps]\n",
        "base/gateway.yaml": "",
        "base/left-over.yaml": "",
        "apps/kustomization.yml": "resources: [shop]\n",
        "apps/shop/kustomization.yaml": "resources: [routes.yaml]\npatches: [{path: patches/time.yaml}]\n",
        "apps/shop/routes.yaml": "",
        "apps/shop/patches/time.yaml": "",
        "apps/shop/patches/old.yaml": "",
        "overlays/prod/kustomization.yaml": """
        resources: [../../base]
        components: [../../extras]
        configMapGenerator: [{name: a, files: [settings=settings.json]}]
        """,
        "overlays/prod/settings.json": "{}",
        "overlays/test/kustomization.yaml": "resources: [../../base]\n",
        "extras/kustomization.yaml": "kind: Component\n",
        "clusters/one/app.yaml": "",
        "policies/deny.rego": "",
        "charts/shop/Chart.yaml": "",
        "charts/shop/templates/a.yaml": "{{ broken",
        ".github/workflows/ci.yaml": "",
        "README.md": "",
    ]

    private func survey(_ paths: String..., excluding excluded: String = "none") -> Survey {
        Survey(paths.map { TreePath($0) }, in: files, parsed: ParsedFiles(files, isShared: true)) {
            $0.isInside(TreePath(excluded))
        }
    }

    private func texts(_ paths: [TreePath]) -> [String] { paths.map(\.description) }

    @Test("overlays are what no other kustomization includes; bases and components are not")
    func roots() {
        #expect(texts(survey(".").roots) == ["overlays/prod", "overlays/test"])
        #expect(texts(survey(".", excluding: "overlays").roots) == ["base"])
    }

    @Test("a kustomization that is named counts, whatever includes it")
    func named() {
        #expect(texts(survey("base").roots) == ["base"])
        #expect(texts(survey("base", "overlays").roots) == ["base", "overlays/prod", "overlays/test"])
    }

    @Test("manifests are the files that no kustomization names; beside one they are forgotten")
    func manifests() {
        let survey = survey(".")
        #expect(texts(survey.manifests) == ["clusters/one/app.yaml"])
        #expect(texts(survey.forgotten) == ["apps/shop/patches/old.yaml", "base/left-over.yaml"])
        #expect(texts(survey.policies) == ["policies/deny.rego"])
        #expect(texts(survey.files).contains(".github/workflows/ci.yaml"))
    }

    @Test("a file that is named is a manifest, wherever it lies")
    func namedFile() {
        #expect(texts(survey("apps/shop/routes.yaml").manifests) == ["apps/shop/routes.yaml"])
    }

    @Test(
        "a change affects the overlays that reach it",
        arguments: [
            ("apps/shop/routes.yaml", ["overlays/prod", "overlays/test"]),
            ("apps/shop/patches/time.yaml", ["overlays/prod", "overlays/test"]),
            ("apps/kustomization.yml", ["overlays/prod", "overlays/test"]),
            ("overlays/prod/settings.json", ["overlays/prod"]),
            ("extras/kustomization.yaml", ["overlays/prod"]),
            ("overlays/test/kustomization.yaml", ["overlays/test"]),
            ("base/left-over.yaml", []), ("README.md", []), ("clusters/one/app.yaml", []),
        ])
    func changes(path: String, roots: [String]) {
        let parsed = ParsedFiles(files, isShared: true)
        let changed = TreePath(path)
        let survey = Survey([.root], in: files, parsed: parsed).limited(to: [changed], parsed: parsed)
        #expect(texts(survey.roots) == roots)
        #expect(survey.manifests == (path.hasPrefix("clusters") ? [changed] : []))
        // What is not surveyed is followed, too.
        let part = Survey([TreePath("overlays")], in: files, parsed: parsed).limited(to: [changed], parsed: parsed)
        #expect(texts(part.roots) == roots)
    }

    @Test("what is not there is told with the nearest name")
    func missing() throws {
        let finding = try #require(survey("overlay").findings.first)
        #expect(finding.hint == "did you mean \"overlays\"?")
    }
}

@Suite("Alternatives")
struct AlternativesTests {
    private func file(_ path: String, _ names: String...) -> ManifestFile {
        let type = GroupVersionKind(group: "", version: "v1", kind: "ConfigMap")
        return ManifestFile(path: TreePath(path), objects: names.map { KubeObject(type, name: $0) })
    }

    private func parts(_ files: ManifestFile...) -> [String] {
        alternatives(files).map { "\($0.folder): " + $0.files.map(\.path.description).joined(separator: " ") }
    }

    @Test("files that define different objects are together")
    func together() {
        #expect(parts(file("a/x.yaml", "x"), file("b/y.yaml", "y")) == [".: a/x.yaml b/y.yaml"])
        #expect(parts(file("a/x.yaml", "x")) == ["a/x.yaml: a/x.yaml"])
        #expect(parts() == [])
    }

    @Test("folders that define the same object stand alone, with all below them")
    func environments() {
        #expect(
            parts(
                file("all.yaml", "all"), file("envs/dev/a.yaml", "a"), file("envs/dev/more/b.yaml", "b"),
                file("envs/prod/a.yaml", "a"), file("envs/test/c.yaml", "c"))
                == [
                    ".: all.yaml", "envs/dev: envs/dev/a.yaml envs/dev/more/b.yaml", "envs/prod: envs/prod/a.yaml",
                    "envs/test: envs/test/c.yaml",
                ])
    }

    @Test("twice in one folder, or in one inside of it, is a mistake and no alternative")
    func mistakes() {
        #expect(parts(file("a/x.yaml", "x"), file("a/y.yaml", "x")) == ["a: a/x.yaml a/y.yaml"])
        #expect(parts(file("a/x.yaml", "x"), file("a/b/y.yaml", "x")) == ["a: a/x.yaml a/b/y.yaml"])
    }
}
