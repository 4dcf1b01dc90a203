import Diagnostics
import FileTree
import KubeTypes
import Kustomize
import Testing
import Tree

@Suite("Reading the kustomization file")
struct ReadingTests {
    private static let object = ["s.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n"]

    private func build(_ kustomization: String) -> SmallBuild { SmallBuild(kustomization, Self.object) }

    @Test(
        "values of the wrong type are refused at their place",
        arguments: [
            ("namePrefix: y\n", "MST0103", 13), ("namePrefix: 5\n", "MST0103", 13),
            ("commonLabels: {a: on}\n", "MST0103", 19), ("images: [{name: i, newTag: 1.10}]\n", "MST0103", 28),
            ("labels: [{pairs: {a: b}, includeSelectors: \"true\"}]\n", "MST0103", 44),
            ("replicas: [{name: a, count: \"3\"}]\n", "MST0103", 29), ("components: [null]\n", "MST0103", 14),
            ("metadata: {name: a, foo: b}\n", "MST0102", 21), ("inventory: {}\n", "MST0102", 1),
            ("apiVersion: kustomize.config.k8s.io/v1\n", "MST0103", 13), ("kind: Kustomisation\n", "MST0103", 7),
            ("patches: [{path: p.yaml, options: {foo: true}}]\n", "MST0102", 36),
        ])
    func refused(line: String, code: String, column: Int) {
        let finding = build(line + "resources: [s.yaml]\n").refusal
        #expect(finding?.code.id == code)
        #expect(finding?.place.description == "app/kustomization.yaml:1:\(column)")
    }

    @Test(
        "what says nothing is an empty kustomization",
        arguments: ["", "# nothing\n", "kind: Kustomization\n", "namePrefix:\n", "namePrefix: \"\"\nresources: null\n"])
    func empty(text: String) {
        #expect(build(text).refusal?.message == "the kustomization is empty")
    }

    @Test(
        "what kustomize accepts is accepted",
        arguments: [
            "NamePrefix: p-\nRESOURCES: [s.yaml]\n", "namePrefix: q-\nnamePrefix: p-\nresources: [s.yaml]\n",
            "namePrefix: p-\nresources: [s.yaml]\ncommonLabels:\nimages: null\n",
            "namePrefix: p-\nresources: [s.yaml]\nlabels: [{pairs: {}, includeSelectors: yes}]\n",
            "namePrefix: p-\nresources: [s.yaml]\nreplicas: [{name: a, count: 3.0}]\n",
        ])
    func accepted(text: String) throws {
        let result = try build(text).result()
        #expect(result.objects.map(\.name) == ["p-a"])
        #expect(result.findings.isEmpty)
    }

    @Test("a second document does not count")
    func secondDocument() throws {
        let result = try build("resources: [s.yaml]\n---\nnamePrefix: p-\n").result()
        #expect(result.objects[0].name == "a")
        #expect(result.findings.map(\.severity) == [.warning])
        #expect(result.findings[0].place.description == "app/kustomization.yaml:3:1")
    }

    @Test(
        "fields that will go are warned of",
        arguments: [
            ("bases: []", "resources"), ("imageTags: []", "images"), ("patchesJson6902: []", "patches"),
            ("patchesStrategicMerge: []", "patches"), ("commonLabels: {}", "labels"), ("vars: []", "replacements"),
        ])
    func deprecated(line: String, successor: String) throws {
        let findings = try build("resources: [s.yaml]\n\(line)\n").result().findings
        #expect(findings.map(\.code) == [.kustomizationDeprecated])
        #expect(findings.first?.severity == .warning)
        #expect(findings.first?.hint?.contains(successor) == true)
    }

    @Test("imageTags are images, and images of volumes count")
    func images() throws {
        let pod = """
            apiVersion: v1
            kind: Pod
            metadata: {name: a}
            spec:
              containers: [{name: c, image: i}]
              volumes: [{name: v, image: {reference: "i:1"}}]
            """
        let small = SmallBuild(
            "resources: [p.yaml]\nimageTags: [{name: i, newTag: v2}]\n", ["p.yaml": pod])
        let spec = try small.result().objects[0].spec
        #expect(spec["containers"]?[0]?["image"] == "i:v2")
        #expect(spec["volumes"]?[0]?["image"]?["reference"] == "i:v2")
    }

    @Test("the label of buildMetadata names the release")
    func managedBy() throws {
        let result = try build("resources: [s.yaml]\nbuildMetadata: [managedByLabel]\n").result()
        #expect(result.objects[0].labels == ["app.kubernetes.io/managed-by": "kustomize-v5.8.1"])
    }

    @Test(
        "labels reach the claim templates of a StatefulSet where they are asked to",
        arguments: [
            ("includeTemplates: true", false), ("includeVolumeClaimTemplates: true", true),
            ("includeSelectors: true", true),
        ])
    func volumeClaims(option: String, isLabelled: Bool) throws {
        let set =
            "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: a}\nspec: {volumeClaimTemplates: [{spec: {}}]}\n"
        let build = SmallBuild("resources: [a.yaml]\nlabels: [{pairs: {a: b}, \(option)}]\n", ["a.yaml": set])
        #expect(
            try build.yaml.contains("volumeClaimTemplates:\n  - metadata:\n      labels:\n        a: b\n") == isLabelled
        )
    }

    @Test("a patch may not give two objects one name")
    func oneName() {
        let maps =
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n"
        let patch =
            "{patch: '{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}', target: {kind: ConfigMap}, options: {allowNameChange: true}}"
        let build = SmallBuild(
            "resources: [a.yaml]\npatches: [\"\"]\n".replacing("\"\"", with: patch), ["a.yaml": maps])
        #expect(build.refusal?.code.id == "MST0109")
    }
}
