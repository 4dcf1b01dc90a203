import Diagnostics
import FileTree
import KubeTypes
import Testing
import Tree

@testable import Validation

@Suite("Rendering")
struct RenderingTests {
    private let files: MemoryFileTree = [
        "apps/shop/kustomization.yaml": "namespace: shop\nresources: [web.yaml]\n",
        "apps/shop/web.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n",
        "apps/plain/b.json": #"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"b"}}"#,
        "apps/plain/a.yml": """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: a1}
        ---
        ---
        apiVersion: v1
        kind: List
        items:
        - {apiVersion: v1, kind: ConfigMap, metadata: {name: a2}}
        - {apiVersion: v1, kind: ConfigMapList, items: [{apiVersion: v1, kind: ConfigMap, metadata: {name: a3}}]}
        """,
        "apps/plain/README.md": "no manifest",
        "apps/plain/below/c.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n",
        "apps/broken/a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: [}\n",
        "apps/broken/b.yaml": "just: text\n",
    ]

    private func refusal(_ folder: String, _ options: RenderOptions = RenderOptions()) -> [Finding] {
        do {
            _ = try render(TreePath(folder), in: files, options: options)
            return []
        } catch {
            return error.findings
        }
    }

    @Test("a folder with a kustomization is built")
    func kustomize() throws {
        let rendered = try render(TreePath("apps/shop"), in: files)
        #expect(rendered.isKustomize)
        #expect(rendered.objects.map(\.key) == [ObjectKey(namespace: "shop", name: "web")])
    }

    @Test("a folder without one gives its manifests, and lists give their items")
    func plain() throws {
        let rendered = try render(TreePath("apps/plain"), in: files)
        #expect(!rendered.isKustomize)
        #expect(rendered.objects.map(\.name) == ["a1", "a2", "a3", "b"])
        #expect(rendered.objects.first?.place.description == "apps/plain/a.yml:3:18")
        let all = try render(
            TreePath("apps/plain"), in: files, options: RenderOptions(kind: .directory, recurses: true))
        #expect(all.objects.map(\.name) == ["a1", "a2", "a3", "b", "c"])
    }

    @Test("all that is wrong in a folder is told, with its places")
    func broken() {
        let findings = refusal("apps/broken")
        #expect(findings.count == 2)
        #expect(findings.first?.place.file.path == "apps/broken/a.yaml")
        #expect(findings.last?.code == .notAnObject)
        #expect(findings.last?.place.description == "apps/broken/b.yaml:1:1")
    }

    @Test(
        "a folder that is not there is named, with the one that is near",
        arguments: [
            ("apps/shpo", "did you mean \"apps/shop\"?"), ("app/shop", "did you mean \"apps\"?"),
            ("apps/nothing-like-it", "\"apps\" has broken, plain, shop"),
        ])
    func missing(folder: String, hint: String) {
        let findings = refusal(folder)
        #expect(findings.map(\.code) == [.folderMissing])
        #expect(findings.first?.hint == hint)
    }
}

@Suite("Schema station")
struct SchemaStationTests {
    private func findings(_ text: String) throws -> [Finding] {
        let read = try YAMLReader.read(Array(text.utf8), file: SourceFile("route.yaml"))
        return SchemaStation.builtIn.findings(read.documents.map { KubeObject($0) })
    }

    private let gateway = """
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: web}
        spec: {selector: {app: web}, servers: []}

        """

    @Test("what fits is silent, and so is what nothing is known of")
    func silent() throws {
        #expect(try findings(gateway).isEmpty)
        #expect(try findings("apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\nspec: {x: 1}\n").isEmpty)
    }

    @Test("an unknown field is told where it stands")
    func unknownField() throws {
        let found = try findings(gateway.replacing("selector:", with: "selectro:"))
        let first = try #require(found.first)
        #expect(found.count == 1)
        #expect(first.place.description == "route.yaml:4:8")
        #expect(first.message.contains("selectro"))
    }

    @Test("a version that is not served is told, with those that are")
    func version() throws {
        let found = try findings(gateway.replacing("io/v1", with: "io/v7"))
        #expect(found.map(\.place.description) == ["route.yaml:1:13"])
        #expect(found.first?.hint?.contains("networking.istio.io/v1") == true)
    }

    @Test("an object that is there twice is told with both places, and one without a name")
    func doubled() throws {
        let found = try findings(gateway + "---\n" + gateway)
        #expect(found.map(\.code) == [.objectTwice])
        #expect(found.first?.place.line == 8)
        #expect(found.first?.related.first?.place.line == 3)
        #expect(try findings(gateway.replacing("{name: web}", with: "{}")).map(\.code).contains(.objectUnnamed))
    }
}
