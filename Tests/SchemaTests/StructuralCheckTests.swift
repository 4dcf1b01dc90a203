import SharedData
import Testing
import Tree

@testable import Schema

@Suite struct StructuralCheckTests {
    @Test("Istio's schemas are structural")
    func istio() {
        for definition in Catalogue.istio.definitions {
            for version in definition.versions {
                #expect(structuralProblems(ofSchema: version.schema.openAPI) == [], "\(definition.kind)")
            }
        }
    }

    @Test(
        "what a real API server refuses is refused in its words",
        .enabled(if: Shared.exists("kubernetes-api/expected/06-crd.json")))
    func recorded() throws {
        let file = try Shared.yaml("kubernetes-api/scenarios/06-crd.yaml")
        let scenario = file["scenarios"]?.elements.first { $0["id"] == "crd-non-structural" }
        let schemas = try #require(scenario?["steps"]?[0]?[path: "repeat", "values"]?.elements)
        let recording = try Shared.json("kubernetes-api/expected/06-crd.json")
        let answers = recording[path: "crd-non-structural", "steps"]?.elements ?? []
        #expect(schemas.count == answers.count)
        for (index, (schema, answer)) in zip(schemas, answers).enumerated() {
            let ours = structuralProblems(ofSchema: schema).map { "\($0.reason) \($0.field) \($0.message)" }
            let causes = answer[path: "body", "details", "causes"]?.elements ?? []
            let prefix = "spec.validation.openAPIV3Schema."
            let theirs = causes.map { cause in
                let field = (cause["field"]?.string ?? "").replacing(prefix, with: "")
                // How Go's engine words a broken expression is its own.
                let message = (cause["message"]?.string ?? "").replacing(#/, but isn't: .*/#, with: "")
                return "\(cause["reason"]?.string ?? "") \(field) \(message)"
            }
            #expect(ours.sorted() == theirs.sorted(), "schema \(index + 1)")
        }
    }
}
