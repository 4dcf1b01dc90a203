import Diagnostics
import FileTree
import KubeTypes
import Kustomize
import Testing
import Tree

@Suite("Building an Istio overlay")
struct BuildTests {
    static let files: MemoryFileTree = [
        "base/kustomization.yaml": "resources: [routes.yaml, shop.yaml]\n",
        "base/routes.yaml": """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: shop}
        spec:
          hosts: [shop]
          http:
          - route:
            - destination: {host: shop, subset: v1}
        """,
        "base/shop.yaml": """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: shop}
        spec:
          template:
            spec:
              containers:
              - name: shop
                image: registry.example:5000/shop:1.0
                envFrom:
                - configMapRef: {name: settings}
        """,
        "prod/kustomization.yaml": """
        resources: [../base]
        namespace: prod
        namePrefix: eu-
        images:
        - {name: registry.example:5000/shop, newTag: "1.1"}
        configMapGenerator:
        - name: settings
          literals: [currency=EUR]
        patches:
        - path: weights.yaml
        """,
        "prod/weights.yaml": """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: shop}
        spec:
          http:
          - route:
            - destination: {host: shop, subset: v1}
              weight: 90
            - destination: {host: shop, subset: v2}
              weight: 10
        """,
    ]

    @Test("namespace, prefix, image, patch and generated names come together")
    func overlay() throws {
        let result = try build(TreePath("prod"), in: Self.files, options: BuildOptions(reorder: .none))
        #expect(result.objects.map(\.name) == ["eu-shop", "eu-shop", result.objects[2].name])
        #expect(result.objects.allSatisfy { $0.namespace == "prod" })
        let container = result.objects[1].root.at(["spec", "template", "spec", "containers"])?[0]
        #expect(container?["image"]?.string == "registry.example:5000/shop:1.1")
        #expect(container?["envFrom"]?[0]?["configMapRef"]?["name"]?.string == result.objects[2].name)
        #expect(result.objects[2].name.hasPrefix("eu-settings-"))
        #expect(result.filesRead.contains(TreePath("prod/weights.yaml")))
    }

    @Test("every node keeps the place that it was written at")
    func places() throws {
        let result = try build(TreePath("prod"), in: Self.files, options: BuildOptions(reorder: .none))
        let route = result.objects[0].root.at(["spec", "http"])?[0]?["route"]
        #expect(route?.elements.count == 2, "lists of Istio's kinds are replaced whole")
        #expect(route?[1]?["weight"]?.place.description == "prod/weights.yaml:10:15")
        #expect(result.objects[0].root.at(["spec", "hosts"])?.place.file.path == "base/routes.yaml")
    }

    struct Mistake: Sendable {
        var kustomization: String
        var code: String
        var place: String
        var hint = ""
    }

    @Test(
        "mistakes are refused with their place and a hint",
        arguments: [
            Mistake(
                kustomization: "resource: [a]\n", code: "MST0102", place: "app/kustomization.yaml:1:1",
                hint: "\"resources\""),
            Mistake(kustomization: "resources: x\n", code: "MST0103", place: "app/kustomization.yaml:1:12"),
            Mistake(
                kustomization: "resources: [gatway.yaml]\n", code: "MST0104", place: "app/kustomization.yaml:1:13",
                hint: "gateway.yaml"),
            Mistake(kustomization: "resources: [../app]\n", code: "MST0105", place: "app/kustomization.yaml:1:13"),
            Mistake(
                kustomization: "resources: [../other.yaml]\n", code: "MST0106", place: "app/kustomization.yaml:1:13"),
            Mistake(
                kustomization: "helmCharts: []\n", code: "MST0107", place: "app/kustomization.yaml:1:13",
                hint: "helm template"),
            Mistake(
                kustomization: "resources: [https://example.com/a.yaml]\n", code: "MST0107",
                place: "app/kustomization.yaml:1:13"),
            Mistake(
                kustomization: "resources: [gateway.yaml, gateway.yaml]\n", code: "MST0109",
                place: "app/gateway.yaml:4:9"),
            Mistake(
                kustomization:
                    "resources: [gateway.yaml]\npatches:\n- patch: |-\n    apiVersion: networking.istio.io/v1\n    kind: Gateway\n    metadata:\n      name: edg\n",
                code: "MST0110", place: "app/kustomization.yaml:7:13", hint: "edge"),
            Mistake(
                kustomization:
                    "resources: [gateway.yaml]\npatches:\n- target: {kind: \"(\"}\n  patch: '[{op: remove, path: /spec}]'\n",
                code: "MST0113",
                place: "app/kustomization.yaml:3:18"),
        ])
    func mistakes(_ mistake: Mistake) {
        var files = Self.files
        files.write(Array(mistake.kustomization.utf8), to: TreePath("app/kustomization.yaml"))
        let gateway = "apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata:\n  name: edge\n"
        files.write(Array(gateway.utf8), to: TreePath("app/gateway.yaml"))
        files.write(Array(gateway.utf8), to: TreePath("other.yaml"))
        do throws(Refused) {
            _ = try build(TreePath("app"), in: files)
            Issue.record("nothing was refused")
        } catch {
            #expect(error.findings.first?.code.id == mistake.code)
            #expect(error.findings.first?.place.description == mistake.place)
            let hint = error.findings.first?.hint ?? ""
            #expect(mistake.hint.isEmpty || hint.contains(mistake.hint))
        }
    }
}

@Suite("Large builds")
struct LargeBuildTests {
    @Test("bases that double at every level are refused")
    func doublingBases() {
        var files = MemoryFileTree()
        for level in 0..<40 {
            let text = "resources: [../l\(level + 1), ../l\(level + 1)]\n"
            files.write(Array(text.utf8), to: TreePath("l\(level)/kustomization.yaml"))
        }
        files.write(Array("namePrefix: a-\n".utf8), to: TreePath("l40/kustomization.yaml"))
        #expect(throws: Refused.self) {
            try build(TreePath("l0"), in: files, options: BuildOptions(kustomizationLimit: 500))
        }
    }

    @Test("a thousand routes with a patch each")
    func manyObjects() throws {
        let count = 1000
        var files = MemoryFileTree()
        var kustomization = "namespace: mesh\nresources: [routes.yaml]\npatches:\n"
        var routes = ""
        for index in 0..<count {
            let head = "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: r\(index)}\n"
            routes += "---\n\(head)spec: {hosts: [h\(index)]}\n"
            files.write(Array("\(head)spec: {gateways: [edge]}\n".utf8), to: TreePath("app/p\(index).yaml"))
            kustomization += "- path: p\(index).yaml\n"
        }
        files.write(Array(routes.utf8), to: TreePath("app/routes.yaml"))
        files.write(Array(kustomization.utf8), to: TreePath("app/kustomization.yaml"))
        let result = try build(TreePath("app"), in: files)
        #expect(result.objects.count == count)
        #expect(result.objects.allSatisfy { $0.spec["gateways"] == ["edge"] && $0.namespace == "mesh" })
    }
}
