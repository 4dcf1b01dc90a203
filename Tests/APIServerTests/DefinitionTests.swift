import KubeClient
import KubeTypes
import TestSupport
import Testing
import Tree

@testable import APIServer

@Suite("Definitions that a server gets", .timeLimit(.minutes(1)))
struct DefinitionTests {
    /// A kind whose `spec` is a list, with a rule that compares each element with each.
    private func gears(_ list: String) throws -> KubeObject {
        let text = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: gears.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {plural: gears, singular: gear, kind: Gear, listKind: GearList}
              versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: array
                        \(list)
                        x-kubernetes-validations: [{rule: "self.all(a, self.exists_one(b, a == b))"}]
            """
        return KubeObject(try #require(try YAMLReader.read(Array(text.utf8)).documents.first))
    }

    @Test("one whose rules may cost too much is refused with each cause, one with limits is taken")
    func costlyRules() async throws {
        let cluster = try await Cluster()
        let resource = try await cluster.resource("apiextensions.k8s.io/v1", "CustomResourceDefinition")
        var refusal: Status?
        do {
            _ = try await cluster.client.create(try gears("items: {type: string}"), as: resource)
        } catch let status as Status {
            refusal = status
        }
        let status = try #require(refusal)
        #expect(status.code == 422 && status.reason == .invalid)
        let rule = "spec.validation.openAPIV3Schema.properties[spec].x-kubernetes-validations[0].rule"
        #expect(status.causes.map(\.field) == [rule, rule, "spec.validation.openAPIV3Schema"])
        #expect(status.causes.allSatisfy { $0.reason == "FieldValueForbidden" })

        let bounded = try gears("maxItems: 50\n            items: {type: string, maxLength: 60}")
        #expect(try await cluster.client.create(bounded, as: resource).name == "gears.example.com")
    }
}
