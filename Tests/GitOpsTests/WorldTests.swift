import Diagnostics
import FileTree
import KubeTypes
import SharedData
import Testing
import Tree

@testable import GitOps

@Suite("What is in a repository, and what may be elsewhere")
struct WorldTests {
    private func codes(_ lines: String, files: [String] = [], origins: [String] = []) throws -> [String] {
        let text = lines.split(separator: "\n").map { expanded(String($0)) }.joined()
        return try findings(text, files: files, origins: origins).map { "\($0.code) \($0.severity)" }
    }

    private let elsewhere =
        "Application argocd/web {source: {repoURL: https://git.example/other, path: deploy}, destination: {name: a, namespace: b}}"

    @Test(
        "what may be in the cluster or in another repository is not missed",
        arguments: [
            "Application web {project: shop, destination: {name: in-cluster, namespace: b}}",
            "Application web {source: {repoURL: a, chart: b, path: c}, destination: {name: x}}",
            "Flux web {sourceRef: {kind: GitRepository, name: a}, path: ./b, dependsOn: [{name: c}], healthChecks: [{apiVersion: apps/v1, kind: Deployment, name: d}], postBuild: {substituteFrom: [{kind: ConfigMap, name: e}]}}",
            "Flux a {dependsOn: [{name: b, namespace: x}]}",
            "Alert a {providerRef: {name: b}, eventSources: [{kind: GitRepository, name: c}]}",
            "ImagePolicy a {imageRepositoryRef: {name: b}}",
            "Canary a {targetRef: {apiVersion: apps/v1, kind: Deployment, name: b}, analysis: {metrics: [{name: c, interval: 1m, templateRef: {name: d}}], alerts: [{severity: info, providerRef: {name: e}}]}}",
            "Rollout a {strategy: {canary: {stableService: b, analysis: {templates: [{templateName: c}]}}}}",
            "ExternalSecret a {secretStoreRef: {name: b}}",
            "Schedule a {schedule: '@daily', template: {storageLocation: b, includedNamespaces: [c]}}",
            "Service web annotations={argocd.argoproj.io/sync-options: 'Prune=false,Validate=true', argocd.argoproj.io/sync-wave: '-1'}",
            "ApplicationSet a {generators: [{clusters: {}}], template: {metadata: {name: '{{name}}'}, spec: {destination: {server: '{{server}}'}}}}",
        ])
    func silence(line: String) throws { #expect(try codes(line) == []) }

    @Test("an address is this repository's when its folders are here, or when it is said to be")
    func origins() throws {
        #expect(try codes(elsewhere) == [])
        #expect(try codes(elsewhere, origins: ["git@git.example:other.git"]) == ["MST1401 error"])
        #expect(try codes(elsewhere, files: ["deploy/kustomization.yaml"]) == [])
    }

    @Test(
        "spellings of an address are one address",
        arguments: [
            "https://git.example/team/config.git", "ssh://git@git.example/team/config",
            "git@git.example:team/config.git",
            "HTTPS://git.example/Team/config/",
        ])
    func addresses(text: String) {
        #expect(RepositoryAddress(text) == RepositoryAddress("https://git.example/team/config"))
        #expect(RepositoryAddress(text) != RepositoryAddress("https://git.example/team/other"))
    }

    @Test("the repository lies where its folders are, up to the folder that Git knows")
    func roots() throws {
        let line = "Application argocd/web {source: {repoURL: a, path: prod}, destination: {name: a}}"
        let second = line.replacing("web", with: "two").replacing("prod", with: "other")
        #expect(try codes(line + "\n" + second, files: ["gitops/prod/a.yaml"]) == ["MST1401 warning"])
        #expect(try codes(line + "\n" + second, files: ["prod/a.yaml"]) == ["MST1401 warning"])
        #expect(try codes(line + "\n" + second, files: ["prod/a.yaml", "gitops/.git/config"]) == [])
    }

    @Test("an object of another unit counts as there, and collides with nothing")
    func units() throws {
        func objects(_ line: String) throws -> [KubeObject] {
            SharedData.objects(
                in: try YAMLReader.read(Array(expanded(line).utf8), file: SourceFile("a.yaml")).documents)
        }
        let one = try objects("ExternalSecret a {target: {name: c}, secretStoreRef: {name: vault}}")
        let two = try objects("ExternalSecret b {target: {name: c}, secretStoreRef: {name: vault}}")
        let stores = try objects("SecretStore vault {}")
        let world = GitOpsWorld([one, two, stores], files: MemoryFileTree())
        #expect(world.findings(on: two, unit: 1) == [])
    }

    @Test("a marker of an image names an ImagePolicy that is there")
    func markers() throws {
        let lines = """
            GitRepository git {url: a}
            Flux known {path: ./prod, sourceRef: {kind: GitRepository, name: git}}
            ImagePolicy web {imageRepositoryRef: {name: web}}
            ImageUpdateAutomation web {sourceRef: {kind: GitRepository, name: git}, update: {path: ./prod}}
            """
        let text = lines.split(separator: "\n").map { expanded(String($0)) }.joined()
        func found(_ name: String) throws -> [Finding] {
            try findings(text, files: ["prod/a.yaml=kind: A\nimage: web:1 # {\"$imagepolicy\": \"shop:\(name)\"}\n"])
        }
        #expect(try found("web:tag") == [])
        let wrong = try #require(try found("wbe").first)
        #expect(wrong.code == .imagePolicyUnknown)
        #expect("\(wrong.place)" == "prod/a.yaml:2:14")
        #expect(wrong.hint == "did you mean \"shop:web\"?")
    }

    @Test("a SealedSecret that a kustomization has moved cannot be opened, unless it was sealed for that")
    func moved() throws {
        func found(_ scope: String, namespace: String) throws -> [Code] {
            let text =
                "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\n"
                + "metadata: {name: a, namespace: shop, annotations: {\(scope): 'true'}}\n"
            var tree = MemoryFileTree()
            tree.write(Array(text.utf8), to: TreePath("base/sealed.yaml"))
            let documents = try YAMLReader.read(Array(text.utf8), file: SourceFile("base/sealed.yaml")).documents
            var object = try #require(SharedData.objects(in: documents).first)
            object.root.set(Node(.string(namespace)), at: ["metadata", "namespace"])
            return GitOpsWorld([[object]], files: tree).findings(on: [object], unit: 0).map(\.code)
        }
        let scope = "sealedsecrets.bitnami.com/"
        #expect(try found("a", namespace: "prod") == [.sealMoved])
        #expect(try found("a", namespace: "shop") == [])
        #expect(try found(scope + "namespace-wide", namespace: "prod") == [.sealMoved])
        #expect(try found(scope + "cluster-wide", namespace: "prod") == [])
    }
}
