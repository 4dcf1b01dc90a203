import Diagnostics
import FileTree
import Foundation
import Kustomize
import Testing

@testable import Validation

@Suite("Manifests of GitOps tools")
struct GitOpsStationTests {
    private let application = """
        kind: Application
        apiVersion: argoproj.io/v1alpha1
        metadata: {name: web, namespace: argocd}
        spec: {project: default, source: {repoURL: https://git.example/c, path: overlays/PATH}, destination: {name: in-cluster}}
        """
    private let kustomization = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n"

    private func findings(_ tree: MemoryFileTree, origins: [String] = []) -> [StationFinding] {
        let manifests = ManifestSet([.root], in: tree, parsed: ParsedFiles(tree))
        return Stations([.analyzers], today: "2026-11-21", origins: origins).findings(manifests)
            .filter { $0.station == .analyzers }
    }

    @Test("a folder that an Application names is looked for among the files", arguments: [("prod", 0), ("prd", 1)])
    func folders(path: String, count: Int) {
        var tree: MemoryFileTree = ["overlays/prod/kustomization.yaml": kustomization]
        tree.write(Array(application.replacing("PATH", with: path).utf8), to: TreePath("apps/web.yaml"))
        let found = findings(tree, origins: ["git@git.example:c.git"])
        #expect(found.count == count)
        #expect(found.allSatisfy { $0.finding.code.id == "MST1401" && $0.units == ["apps/web.yaml"] })
    }

    @Test("a namespace that a kustomization sets breaks a strict seal")
    func seal() throws {
        let sealed = "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: a, namespace: NAMESPACE}\n"
        func found(_ namespace: String) -> [StationFinding] {
            findings([
                "base/kustomization.yaml": kustomization + "resources: [sealed.yaml]\n",
                "base/sealed.yaml": sealed.replacing("NAMESPACE", with: namespace),
                "prod/kustomization.yaml": kustomization + "namespace: prod\nresources: [../base]\n",
            ])
        }
        let finding = try #require(found("shop").first?.finding)
        #expect(finding.code.id == "MST1525")
        #expect(finding.place.file.path == "prod/kustomization.yaml")
        #expect(finding.related.first?.place.file.path == "base/sealed.yaml")
        #expect(found("prod") == [])
    }

    @Test("a comment silences what is said of a tool's manifest")
    func suppressed() {
        let text = application.replacing("PATH", with: "prd")
            .replacing("spec:", with: "# mainstay: ignore[MST1401] it comes with the next change\nspec:")
        var tree: MemoryFileTree = ["overlays/prod/kustomization.yaml": kustomization]
        tree.write(Array(text.utf8), to: TreePath("apps/web.yaml"))
        #expect(findings(tree, origins: ["https://git.example/c"]) == [])
    }

    @Test("the example's manifests give nothing to say")
    func example() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Examples/istio-config").standardizedFileURL
        var tree = MemoryFileTree()
        let names = FileManager.default.enumerator(atPath: folder.path)
        while let name = names?.nextObject() as? String {
            guard name.hasSuffix(".yaml") else { continue }
            tree.write([UInt8](try Data(contentsOf: folder.appending(path: name))), to: TreePath(name))
        }
        #expect(
            findings(tree).filter { $0.finding.code.id.hasPrefix("MST14") || $0.finding.code.id.hasPrefix("MST15") }
                == [])
        #expect(tree.entry(at: TreePath("argocd/applications")) == .directory)
    }
}
