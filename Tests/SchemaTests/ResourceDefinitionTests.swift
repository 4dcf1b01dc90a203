import Diagnostics
import KubeTypes
import Testing
import Tree

@testable import Schema

@Suite struct ResourceDefinitionTests {
    @Test("a definition and its CustomResourceDefinition say the same")
    func roundTrip() throws {
        for definition in Catalogue.istio.definitions + Catalogue.argo.definitions {
            let crd = definition.crd
            let read = try ResourceDefinition(crd: crd)
            #expect(read.crd == crd)
            #expect(read.name == crd.name)
            #expect(read.versions.map(\.printerColumns) == definition.versions.map(\.printerColumns))
        }
    }

    @Test("what is missing in a definition is told, all of it")
    func refused() {
        let crd = KubeObject([
            "metadata": ["name": "routes.mesh.example"],
            "spec": [
                "group": "mesh.example", "scope": "Local", "names": ["plural": "routes"],
                "versions": [["name": "v1", "schema": ["openAPIV3Schema": ["type": "objekt", "propertys": [:]]]]],
            ],
        ])
        do {
            _ = try ResourceDefinition(crd: crd)
            Issue.record("was read")
        } catch {
            #expect(
                error.findings.map(\.code) == [.invalidDefinition, .invalidDefinition, .notStructural, .notStructural])
            #expect(error.findings.last?.hint == "did you mean \"properties\"?")
        }
    }
}
