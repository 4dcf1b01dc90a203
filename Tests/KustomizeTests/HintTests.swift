import Diagnostics
import Kustomize
import Testing

@Suite("What was meant")
struct HintTests {
    private static let service =
        "apiVersion: v1\nkind: Service\nmetadata: {name: frontend}\nspec: {clusterIP: None, ports: [{name: web}]}\n"

    private func refusal(_ kustomization: String, _ others: [String: String] = [:]) -> Finding? {
        SmallBuild(kustomization, ["service.yaml": Self.service].merging(others) { $1 }).refusal
    }

    struct Mistake: Sendable {
        var text: String
        var code: Code
        var place: String
        var hint: String
    }

    @Test(
        "the nearest is named",
        arguments: [
            Mistake(
                text: "resources: [servce.yaml]", code: .kustomizationPathMissing, place: "1:13", hint: "service.yaml"),
            Mistake(
                text: "resources: [../ap]", code: .kustomizationPathMissing, place: "1:13",
                hint: "did you mean \"../app\"?"),
            Mistake(
                text: "resources: [other]", code: .kustomizationPathMissing, place: "1:13",
                hint: "holds \"kustomization.yaml\", \"service.yaml\""),
            Mistake(
                text: "kind: Kustomisation\nnamePrefix: a-", code: .kustomizationFieldInvalid, place: "1:7",
                hint: "Kustomization"),
            Mistake(
                text: "resources: [service.yaml]\nreplicas: [{name: frontent, count: 1}]", code: .patchUnmatched,
                place: "2:12", hint: "frontend"),
            Mistake(
                text: "resources: [service.yaml]\nreplacements:\n- source: {kind: Servce}\n  targets: []",
                code: .replacementInvalid, place: "3:11", hint: "did you mean kind \"Service\"?"),
            Mistake(
                text: "resources: [service.yaml]\nreplacements:\n- source: {kind: Service, name: back}\n  targets: []",
                code: .replacementInvalid, place: "3:11", hint: "\"frontend\""),
            Mistake(
                text:
                    "resources: [service.yaml]\nreplacements:\n- source: {kind: Service, fieldPath: spec.cluserIP}\n  targets: []",
                code: .replacementInvalid, place: "3:38", hint: "\"clusterIP\""),
            Mistake(
                text:
                    "resources: [service.yaml]\nreplacements:\n- sourceValue: x\n  targets: [{select: {kind: Service}, fieldPaths: [\"spec.ports.[name=wb].port\"]}]",
                code: .replacementInvalid, place: "4:52", hint: "[name=web]"),
            Mistake(
                text:
                    "resources: [service.yaml]\npatches:\n- target: {kind: Service}\n  patch: '[{\"op\": \"remove\", \"path\": \"/spec/ports/3\"}]'",
                code: .patchFailed, place: "4:12", hint: "the last element of the list is 0"),
        ])
    func nearest(mistake: Mistake) {
        let finding = refusal(mistake.text + "\n")
        #expect(finding?.code == mistake.code)
        #expect(finding?.place.description == "app/kustomization.yaml:\(mistake.place)")
        let hint = finding?.hint ?? ""
        #expect(hint.contains(mistake.hint))
    }

    @Test("all mistakes of a file are told at once")
    func many() {
        let small = SmallBuild("resources: {a: b}\nnamePrefix: 5\nresourcs: []\n")
        do throws(Refused) {
            _ = try small.result()
            Issue.record("nothing was refused")
        } catch {
            #expect(error.findings.map(\.place.line) == [1, 2, 3])
        }
    }

    @Test("two objects that a patch could mean are both named")
    func ambiguous() {
        let finding = refusal(
            "resources: [a, b]\npatches: [{path: p.yaml}]\n",
            [
                "a/kustomization.yaml": "namePrefix: a-\nresources: [s.yaml]\n", "a/s.yaml": Self.service,
                "b/kustomization.yaml": "namePrefix: b-\nresources: [s.yaml]\n", "b/s.yaml": Self.service,
                "p.yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: frontend}\n",
            ])
        #expect(finding?.code == .patchUnmatched)
        #expect(finding?.related.map(\.place.file.path) == ["app/a/s.yaml", "app/b/s.yaml"])
    }

    @Test("a circle is told with its whole way, a doubled object with both places")
    func circleAndDouble() {
        let circle = refusal("resources: [a]\n", ["a/kustomization.yaml": "resources: [..]\n"])
        #expect(circle?.message.contains("app -> app/a -> app") == true)
        let double = refusal("resources: [service.yaml, s.yaml]\n", ["s.yaml": Self.service])
        #expect(double?.place.description == "app/s.yaml:3:18")
        #expect(double?.related.first?.place.description == "app/service.yaml:3:18")
    }

    @Test(
        "what would run a program is refused by its name",
        arguments: [
            ("builtin", "HelmChartInflationGenerator", "", "helm template"),
            ("builtin", "ConfigMapGenrator", "", "ConfigMapGenerator"),
            ("v1", "SecretGenerator", "", "builtin"),
            ("x.io/v1", "Chart", "config.kubernetes.io/function: 'exec: {path: run.sh}'", "commit"),
        ])
    func plugins(version: String, kind: String, annotation: String, hint: String) {
        let text = "apiVersion: \(version)\nkind: \(kind)\nmetadata: {name: x, annotations: {\(annotation)}}\n"
        let finding = refusal("generators: [g.yaml]\n", ["g.yaml": text])
        #expect(finding?.code == .pluginUnknown)
        #expect(finding?.message.contains(kind) == true)
        #expect(finding?.hint?.contains(hint) == true)
    }

    @Test("a target that selects nothing is a warning with the nearest name")
    func unmatchedTarget() throws {
        let small = SmallBuild(
            "resources: [service.yaml]\npatches:\n- target: {kind: Service, name: frontent}\n  patch: '[{\"op\": \"add\", \"path\": \"/x\", \"value\": 1}]'\n",
            ["service.yaml": Self.service])
        let findings = try small.result().findings
        #expect(findings.map(\.severity) == [.warning])
        #expect(findings.first?.place.description == "app/kustomization.yaml:3:11")
        #expect(findings.first?.hint == "did you mean \"frontend\"?")
    }
}
