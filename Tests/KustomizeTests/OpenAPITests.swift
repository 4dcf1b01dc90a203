import Diagnostics
import KubeTypes
import Kustomize
import Testing
import Tree

@Suite("Schemas for strategic merge")
struct OpenAPITests {
    private static let schema = """
        definitions:
          Foo:
            x-kubernetes-group-version-kind: [{group: x.io, version: v1, kind: Foo}]
            properties:
              spec: {$ref: "#/definitions/FooSpec"}
          FooSpec:
            properties:
              one: {type: array, x-kubernetes-patch-strategy: merge, x-kubernetes-patch-merge-key: id, items: {$ref: "#/definitions/Item"}}
              two: {type: array, x-kubernetes-patch-strategy: merge, x-kubernetes-patch-merge-key: id, x-kubernetes-list-map-keys: [id, zone], items: {type: object}}
              keysOnly: {type: array, x-kubernetes-list-map-keys: [id], x-kubernetes-list-type: map, items: {type: object}}
              other: {type: array, x-kubernetes-patch-strategy: replace, x-kubernetes-patch-merge-key: id, items: {type: object}}
              words: {type: array, x-kubernetes-patch-strategy: merge, items: {type: string}}
              any: {type: object, additionalProperties: {$ref: "#/definitions/FooSpec"}}
              pod: {$ref: "#/definitions/io.k8s.api.core.v1.PodSpec"}
          Item:
            properties:
              sub: {type: array, x-kubernetes-patch-strategy: merge, x-kubernetes-patch-merge-key: id, items: {type: object}}
        """

    private func spec(_ object: String, _ patch: String) throws -> Node {
        func text(_ spec: String) -> String { "apiVersion: x.io/v1\nkind: Foo\nmetadata: {name: a}\nspec: \(spec)\n" }
        let small = SmallBuild(
            "resources: [o.yaml]\nopenapi: {path: schema.yaml}\npatches: [{path: p.yaml}]\n",
            ["o.yaml": text(object), "p.yaml": text(patch), "schema.yaml": Self.schema])
        return try small.result().objects[0].spec
    }

    @Test(
        "a schema of one's own says how lists merge",
        arguments: [
            ("{one: [{id: a, v: 1}]}", "{one: [{id: a, w: 2}]}", "{one: [{id: a, v: 1, w: 2}]}"),
            (
                "{one: [{id: a, sub: [{id: x}]}]}", "{one: [{id: a, sub: [{id: y}]}]}",
                "{one: [{id: a, sub: [{id: y}, {id: x}]}]}"
            ),
            (
                "{two: [{id: a, zone: x, v: 1}]}", "{two: [{id: a, zone: y}]}",
                "{two: [{id: a, zone: y}, {id: a, zone: x, v: 1}]}"
            ),
            ("{keysOnly: [{id: a}]}", "{keysOnly: [{id: b}]}", "{keysOnly: [{id: b}]}"),
            ("{other: [{id: a}]}", "{other: [{id: b}]}", "{other: [{id: b}]}"),
            ("{words: [a, b]}", "{words: [c, a]}", "{words: [c, a, b]}"),
            ("{any: {k: {words: [a]}}}", "{any: {k: {words: [b]}}}", "{any: {k: {words: [b, a]}}}"),
            (
                "{pod: {containers: [{name: a, image: i}]}}", "{pod: {containers: [{name: a, tty: true}]}}",
                "{pod: {containers: [{name: a, tty: true}]}}"
            ),
        ])
    func ownSchema(object: String, patch: String, result: String) throws {
        let expected = try YAMLReader.read(result).documents[0]
        #expect(try spec(object, patch) == expected)
    }

    @Test(
        "only the kinds and lists of Kubernetes 1.21 merge",
        arguments: [
            ("apps/v1", "Deployment", 2), ("apps/v1beta1", "Deployment", 1), ("batch/v1", "Job", 2),
            ("extensions/v1beta1", "DaemonSet", 1), ("example.com/v1", "Deployment", 1),
        ])
    func builtIn(version: String, kind: String, count: Int) throws {
        func text(_ name: String) -> String {
            "apiVersion: \(version)\nkind: \(kind)\nmetadata: {name: a}\nspec: {template: {spec: {containers: [{name: \(name)}]}}}\n"
        }
        let small = SmallBuild(
            "resources: [o.yaml]\npatches: [{path: p.yaml}]\n", ["o.yaml": text("x"), "p.yaml": text("y")])
        let containers = try small.result().objects[0].spec["template"]?["spec"]?["containers"]
        #expect(containers?.elements.count == count)
    }

    @Test(
        "one version is built in",
        arguments: [
            ("{version: v1.21.2}", nil), ("{version: v1.20.4}", "1:20"),
            ("{version: v1.21.2, path: schema.yaml}", "1:20"),
            ("{path: schma.yaml}", "1:17"), ("{}", nil),
        ] as [(String, String?)])
    func version(settings: String, place: String?) {
        let small = SmallBuild(
            "openapi: \(settings)\nnamePrefix: a-\n", ["schema.yaml": Self.schema])
        #expect(small.refusal?.place.description == place.map { "app/kustomization.yaml:\($0)" })
    }
}
