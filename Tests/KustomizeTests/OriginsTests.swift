import Diagnostics
import FileTree
import KubeTypes
import Kustomize
import Testing
import Tree

@Suite("Where fields come from")
struct OriginsTests {
    private static let files: MemoryFileTree = [
        "base/kustomization.yaml": "resources: [shop.yaml]\n",
        "base/shop.yaml": """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: shop}
        spec:
          replicas: 1
          paused: false
          template:
            spec:
              containers:
              - {name: c, image: "shop:1", env: [{name: A, value: old}]}
        """,
        "app/kustomization.yaml": """
        resources: [../base]
        namespace: prod
        namePrefix: eu-
        nameSuffix: -x
        labels:
        - pairs: {team: a}
        commonAnnotations:
          owner: b
        images:
        - name: shop
          newTag: "2"
        replicas:
        - name: shop
          count: 3
        patches:
        - path: patch.yaml
        - target: {kind: Deployment}
          patch: |-
            - op: add
              path: /spec/added
              value: 1
        configMapGenerator:
        - name: settings
          envs: [a.env]
          literals:
          - currency=EUR
        replacements:
        - sourceValue: new
          targets:
          - select: {kind: Deployment}
            fieldPaths: ["spec.template.spec.containers.0.env.0.value"]
        """,
        "app/a.env": "# first\nREGION=eu\n",
        "app/patch.yaml": """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: shop}
        spec:
          paused: true
        """,
    ]

    private func origins() throws -> [ObjectOrigins] {
        let result = try build(TreePath("app"), in: Self.files, options: BuildOptions(reorder: .none))
        return Kustomize.origins(of: result.objects)
    }

    @Test("every transformer leaves the place of what it was told by")
    func transformers() throws {
        let object = try origins()[0]
        #expect(object.name == "Deployment/prod/eu-shop-x")
        #expect(object.place.description == "base/shop.yaml:1:1")
        let lines = object.fromElsewhere.map { "\($0.path) \($0.place.file.path):\($0.place.line)" }
        #expect(
            Set(lines) == [
                "metadata.name app/kustomization.yaml:4", "metadata.namespace app/kustomization.yaml:2",
                "metadata.labels.team app/kustomization.yaml:6", "metadata.annotations.owner app/kustomization.yaml:8",
                "spec.template.metadata.annotations.owner app/kustomization.yaml:8",
                "spec.template.spec.containers[0].image app/kustomization.yaml:10",
                "spec.replicas app/kustomization.yaml:14", "spec.paused app/patch.yaml:5",
                "spec.added app/kustomization.yaml:21",
                "spec.template.spec.containers[0].env[0].value app/kustomization.yaml:28",
            ])
    }

    @Test("generated entries point at their literal or their line")
    func generators() throws {
        let object = try origins()[1]
        let places = Dictionary(uniqueKeysWithValues: object.fields.map { ("\($0.path)", "\($0.place)") })
        #expect(places["data.currency"] == "app/kustomization.yaml:26:5")
        #expect(places["data.REGION"] == "app/a.env:2:1")
        #expect(object.place.description == "app/kustomization.yaml:23:3")
    }

    @Test(
        "a path selects a field and what is below it",
        arguments: [
            ("spec.template.spec.containers[0]", 4), ("spec.template.spec.containers", 4),
            ("spec.template.spec.con", 0),
            ("spec.replicas", 1), ("kind", 1), ("metadata.name", 1), ("meta", 0),
        ])
    func field(path: String, count: Int) throws {
        #expect(try origins()[0].fields(below: path).count == count)
    }

    @Test("a point selects every field")
    func everyField() throws {
        let object = try origins()[0]
        #expect(object.fields(below: ".") == object.fields)
    }

    @Test("an object that nothing touches has nothing from elsewhere")
    func untouched() throws {
        let result = try build(TreePath("base"), in: Self.files)
        #expect(Kustomize.origins(of: result.objects).flatMap(\.fromElsewhere).isEmpty)
    }

    @Test("the object itself is still found at its own name")
    func place() throws {
        let result = try build(TreePath("app"), in: Self.files, options: BuildOptions(reorder: .none))
        #expect(result.objects[0].place.description == "base/shop.yaml:2:7")
    }
}
