import KubeTypes
import SharedData
import Testing
import Tree

@testable import Schema

/// What a real API server (Kubernetes 1.36) says about objects that break their schema.
@Suite(.enabled(if: Shared.exists("kubernetes-api/expected/08-schema.json"))) struct RecordedCheckTests {
    @Test(
        "custom resources are checked, pruned and defaulted as recorded",
        arguments: [
            "schema-types", "schema-constraints", "schema-many-errors", "schema-pruning", "schema-defaulting",
            "schema-int-or-string",
        ])
    func widgets(id: String) throws {
        let fixtures = try Shared.yaml("kubernetes-api/scenarios/_fixtures.yaml")
        let crd = try #require(fixtures["widget"])
        let schema = try #require(try ResourceDefinition(crd: KubeObject(crd)).versions.first).schema
        try compare("08-schema", id, count: 1) { _ in schema }
    }

    @Test(
        "Istio's kinds are checked as recorded",
        arguments: [
            "istio-vs-schema-errors", "istio-pa", "istio-telemetry", "istio-gateway", "istio-sidecar",
            "istio-envoyfilter",
            "istio-proxyconfig", "istio-workloadentry",
        ])
    func istio(id: String) throws {
        try compare("07-istio", id, count: 1) { object in
            let type = object.type
            return Catalogue.istio.definition(group: type.group, kind: type.kind)?.version(type.version)?.schema
        }
    }

    private func compare(
        _ file: String, _ id: String, count: Int, schema: (KubeObject) throws -> Schema?
    ) throws {
        let scenarios = try Shared.yaml("kubernetes-api/scenarios/\(file).yaml")["scenarios"]?.elements ?? []
        let scenario = try #require(scenarios.first { $0["id"]?.string == id })
        let answers = try Shared.json("kubernetes-api/expected/\(file).json")[path: id, "steps"]?.elements ?? []
        var compared = 0
        for (step, answer) in zip(steps(of: scenario), answers) {
            guard step["do"]?.string?.hasPrefix("POST") == true, step["do"]?.string?.contains("Strict") == false,
                let body = step["body"], let schema = try schema(KubeObject(body))
            else { continue }
            let name = "\(id): \(JSONWriter.text(body))"
            // All these kinds have the subresource `status`, so a create drops it.
            var created = body
            created["status"] = nil
            let (kept, dropped) = pruned(created, with: schema)
            let object = defaulted(kept, with: schema)
            let options = SchemaCheckOptions(tellsUncheckedRules: true)
            let found = violations(of: object, against: schema, options: options).map {
                "\($0.reason) \($0.field) \($0.message)"
            }
            compareWarnings(dropped, step, answer, name)
            if let causes = schemaCauses(answer) {
                #expect(found.sorted() == causes.sorted(), "\(name)")
            } else if answer["status"]?.integer == 201 {
                #expect(found.isEmpty, "\(name)")
                let spec = answer[path: "body", "spec"] ?? answer[path: "extract", "spec"]
                if spec?.mapping != nil { #expect(object["spec"] == spec, "\(name)") }
            }
            compared += 1
        }
        #expect(compared >= count)
    }

    private func compareWarnings(_ dropped: [FieldPath], _ step: Node, _ answer: Node, _ name: String) {
        guard step["do"]?.string?.contains("Ignore") == false, answer["status"]?.integer == 201 else { return }
        let warnings = (answer[path: "headers", "Warning"]?.elements ?? []).compactMap(\.string)
        #expect(dropped.map { "299 - \"unknown field \\\"\($0)\\\"\"" }.sorted() == warnings.sorted(), "\(name)")
    }

    /// The causes that the schema and its rules give: without the checks of the subresource `scale`, whose fields begin
    /// with a dot, and those of metadata.
    private func schemaCauses(_ answer: Node) -> [String]? {
        guard answer["status"]?.integer == 422 else { return nil }
        let all = answer[path: "body", "details", "causes"]?.elements ?? []
        return all.compactMap { cause in
            let (reason, field) = (cause["reason"]?.string ?? "", cause["field"]?.string ?? "")
            let message = cause["message"]?.string ?? ""
            return !field.hasPrefix(".") && field != "fieldValidation" && !field.hasPrefix("metadata")
                ? "\(reason) \(field) \(message)" : nil
        }
    }

    private func steps(of scenario: Node) -> [Node] {
        let all = (scenario["setup"]?.elements ?? []).isEmpty ? scenario["steps"]?.elements ?? [] : []
        return all.flatMap { step -> [Node] in
            guard let values = step[path: "repeat", "values"]?.elements else {
                return step["record"] == "none" ? [] : [step]
            }
            return values.flatMap { value in
                (step[path: "repeat", "steps"]?.elements ?? []).map { inner in
                    var inner = inner
                    inner.set(value, at: ["body", "spec"])
                    return inner
                }
            }
        }
    }
}
