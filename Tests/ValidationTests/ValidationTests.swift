import Diagnostics
import FileTree
import KubeTypes
import Schema
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
        let objects = read.documents.map { KubeObject($0) }
        let station = SchemaStation.builtIn
        return station.findings(objects) + station.doubled(objects) + station.unknownKinds(objects)
    }

    private let gateway = """
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: web}
        spec: {selector: {app: web}, servers: []}

        """

    @Test("what fits is silent")
    func silent() throws {
        #expect(try findings(gateway).isEmpty)
        let deployment = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, creationTimestamp: null, labels: null}
            spec: {selector: {}, template: {spec: {containers: [{name: a}]}}}
            """
        #expect(try findings(deployment).isEmpty)
    }

    private let thing = "apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\nspec: {x: 1}\n"

    @Test("a kind that nothing is known of is told once, at its first object")
    func unknownKind() throws {
        let found = try findings(gateway + "---\n" + thing + "---\n" + thing.replacing("name: a", with: "name: b"))
        #expect(found.map(\.code) == [.unknownKind])
        #expect(found.first?.severity == .info)
        #expect(found.first?.place.description == "route.yaml:7:7")
        #expect(found.first?.hint?.contains("--schemas") == true)
    }

    @Test("a kind whose definition is among the objects is not unknown, even if the definition cannot be used")
    func definedKind() throws {
        let definition = """
            ---
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: things.example.com}
            spec: {group: example.com, names: {kind: Thing, plural: things}, scope: Namespaced, versions: []}
            """
        #expect(try !findings(thing + definition).map(\.code).contains(.unknownKind))
        #expect(
            try findings(thing + definition.replacing("kind: Thing", with: "kind: Other")).contains {
                $0.code == .unknownKind
            })
    }

    @Test("a version that current releases dropped is a warning, and its fields are checked")
    func droppedVersion() throws {
        let found = try findings(
            """
            apiVersion: notification.toolkit.fluxcd.io/v1beta1
            kind: Provider
            metadata: {name: slack}
            spec: {type: slack, chanel: general}
            """)
        #expect(found.map(\.code) == [.droppedVersion, .unknownField])
        #expect(found.map(\.severity) == [.warning, .error])
        #expect(found.map(\.place.description) == ["route.yaml:1:13", "route.yaml:4:21"])
        #expect(found.first?.hint == "write \"notification.toolkit.fluxcd.io/v1beta3\"")
        let past = try findings(
            "apiVersion: rbac.istio.io/v1alpha1\nkind: ServiceRole\nmetadata: {name: a}\nspec: {a: b}\n")
        #expect(past.map(\.code) == [.droppedVersion])
        #expect(past.first?.hint?.contains("AuthorizationPolicy") == true)
    }

    @Test("a field that current releases dropped is a warning, with what to do instead")
    func droppedField() throws {
        let found = try findings(
            """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: apps}
            spec:
              interval: 5m
              prune: true
              validation: client
              sourceRef: {kind: GitRepository, name: apps}
            """)
        #expect(found.map(\.code) == [.droppedField])
        #expect(found.first?.severity == .warning)
        #expect(found.first?.place.description == "route.yaml:7:3")
        #expect(found.first?.hint?.contains("remove the line") == true)
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
