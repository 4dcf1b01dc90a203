import KubeTypes
import SharedData
import Testing
import Tree

@testable import Schema

/// What a real API server (Kubernetes 1.36) says about objects that break rules in CEL, from write to write.
@Suite(.enabled(if: Shared.exists("kubernetes-api/expected/08-schema.json"))) struct RecordedRuleTests {
    @Test("rules are evaluated as recorded", arguments: ["cel-transition", "cel-after-schema"])
    func recorded(id: String) throws {
        let crd = try #require(try Shared.yaml("kubernetes-api/scenarios/_fixtures.yaml")["ruled"])
        let schema = try #require(try ResourceDefinition(crd: KubeObject(crd)).versions.first).schema
        let scenarios = try Shared.yaml("kubernetes-api/scenarios/08-schema.yaml")["scenarios"]?.elements ?? []
        let scenario = try #require(scenarios.first { $0["id"]?.string == id })
        let answers = try Shared.json("kubernetes-api/expected/08-schema.json")[path: id, "steps"]?.elements ?? []
        let steps = scenario["steps"]?.elements ?? []
        #expect(steps.count == answers.count && !steps.isEmpty)
        var live: Node?
        for (step, answer) in zip(steps, answers) {
            let body = try #require(step["body"])
            var object = live ?? body
            if step["do"]?.string?.hasPrefix("PATCH") == true { object.apply(mergePatch: body) }
            let options = SchemaCheckOptions(tellsUncheckedRules: true)
            let found = violations(of: object, against: schema, old: live, options: options)
            let causes = (answer[path: "body", "details", "causes"]?.elements ?? []).map {
                "\($0["reason"]?.string ?? "") \($0["field"]?.string ?? "") \($0["message"]?.string ?? "")"
            }
            #expect(
                found.map { "\($0.reason) \($0.field) \($0.message)" }.sorted() == causes.sorted(),
                "\(JSONWriter.text(step))")
            if answer["status"]?.integer ?? 0 < 300 { live = object }
        }
    }
}
