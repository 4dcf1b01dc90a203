import KubeTypes
import SharedData
import Testing
import Tree

@testable import Schema

@Suite struct OpenAPITests {
    private let document = openAPIv3(
        group: "networking.istio.io", version: "v1", definitions: Catalogue.istio.definitions)

    @Test("kinds, lists and shared shapes are components")
    func components() throws {
        let schemas = try #require(document[path: "components", "schemas"])
        let kind = try #require(schemas["io.istio.networking.v1.VirtualService"])
        #expect(kind["x-kubernetes-group-version-kind"]?[0]?["kind"] == "VirtualService")
        #expect(kind[path: "properties", "spec", "properties", "hosts", "type"] == "array")
        let metadata = kind[path: "properties", "metadata", "allOf"]?[0]?["$ref"]?.string
        #expect(metadata == "#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta")
        let objectMeta = schemas["io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"]
        #expect(objectMeta?[path: "properties", "ownerReferences", "x-kubernetes-list-map-keys"] == ["uid"])
        #expect(schemas["io.k8s.apimachinery.pkg.apis.meta.v1.OwnerReference"] != nil)
        #expect(schemas["io.istio.networking.v1.VirtualServiceList"] != nil)
        #expect(schemas["io.istio.networking.v1.EnvoyFilter"] == nil, "served in v1alpha3 only")
    }

    @Test("every reference has its component")
    func references() {
        for (group, version, definitions) in [
            ("networking.istio.io", "v1", Catalogue.istio), ("", "v1", Catalogue.core), ("apps", "v1", .core),
            ("apiextensions.k8s.io", "v1", .core), ("argoproj.io", "v1alpha1", .argo),
        ] {
            let document = openAPIv3(group: group, version: version, definitions: definitions.definitions)
            let names = Set((document[path: "components", "schemas"]?.entries ?? []).map(\.key))
            for reference in references(in: document) {
                #expect(names.contains(String(reference.dropFirst("#/components/schemas/".count))), "\(reference)")
            }
        }
    }

    private func references(in node: Node) -> [String] {
        (node["$ref"]?.string.map { [$0] } ?? []) + node.entries.flatMap { references(in: $0.value) }
            + node.elements.flatMap(references)
    }

    @Test("kubectl finds out that the server checks fields and knows dry runs")
    func operations() throws {
        let path = "/apis/networking.istio.io/v1/namespaces/{namespace}/virtualservices/{name}"
        let patch = try #require(document[path: "paths", path, "patch"])
        #expect(patch["x-kubernetes-action"] == "patch")
        #expect(patch[path: "x-kubernetes-group-version-kind", "kind"] == "VirtualService")
        let names = (patch["parameters"]?.elements ?? []).compactMap { $0["name"]?.string }
        #expect(names == ["dryRun", "fieldManager", "fieldValidation", "force"])
        #expect(document[path: "paths", path + "/status", "get"] != nil)
    }

    @Test(
        "the component of a custom resource is the one that a real API server shows",
        .enabled(if: Shared.exists("kubernetes-api/expected/03-openapi.json")))
    func recorded() throws {
        let fixtures = try Shared.yaml("kubernetes-api/scenarios/_fixtures.yaml")
        var crd = KubeObject(try #require(fixtures["widget"]))
        crd.root.set("openapi-v3-crd.example.test", at: ["spec", "group"])
        let definition = try ResourceDefinition(crd: crd)
        let document = openAPIv3(group: definition.group, version: "v1", definitions: [definition])
        let recording = try Shared.json("kubernetes-api/expected/03-openapi.json")
        let steps = recording[path: "openapi-v3-crd", "steps"]?.elements ?? []
        let wanted = try #require(steps.compactMap { $0[path: "extract", "widget"] }.first)
        let ours = document[path: "components", "schemas", "test.example.openapi-v3-crd.v1.Widget"]
        #expect(text(ours) == text(wanted))
    }

    /// Sorted, and without words for people.
    private func text(_ node: Node?) -> String {
        node.map { JSONWriter.text(withoutDescriptions($0), indent: 1, sortKeys: true) } ?? "-"
    }

    private func withoutDescriptions(_ node: Node) -> Node {
        switch node.value {
        case .sequence(let items): return Node(items.map(withoutDescriptions))
        case .mapping(let mapping):
            let kept = mapping.entries.filter { $0.key != "description" || $0.value.string == nil }
            return Node(Mapping(kept.map { Mapping.Entry($0.key, withoutDescriptions($0.value)) }))
        default: return node
        }
    }
}
