import Diagnostics
import KubeTypes
import Semantics
import Testing
import Tree

@testable import Validation

@Suite("Semantic station")
struct SemanticStationTests {
    private func objects(_ spec: String) throws -> [KubeObject] {
        let text = "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: web}\nspec: \(spec)\n"
        return try YAMLReader.read(Array(text.utf8), file: SourceFile("rule.yaml")).documents.map { KubeObject($0) }
    }

    @Test("what no schema can say is told at its place, and what is right is not")
    func told() throws {
        let found = SemanticStation().findings(try objects("{host: web, subsets: [{name: v1}, {name: v1}]}"))
        #expect(found.map(\.code) == [.subsetInvalid])
        #expect(found.first?.place.description == "rule.yaml:4:48")
        #expect(SemanticStation().findings(try objects("{host: web, subsets: [{name: v1}]}")).isEmpty)
    }

    @Test("a value that the schema refuses too is told once to people")
    func once() throws {
        let objects = try objects("{host: web, trafficPolicy: {tls: {mode: simple}}}")
        let schema = SchemaStation.builtIn.findings(objects)
        #expect(schema.map(\.code.id) == ["MST0204"])
        let semantics = SemanticStation().findings(objects)
        #expect(semantics.map(\.code) == [.valueUnreadable])
        #expect(semantics.first?.subject?.name == "web")
        let both = schema.map { StationFinding(.schema, $0) } + semantics.map { StationFinding(.semantics, $0) }
        #expect(both.withoutRepeats.map(\.station) == [.schema])
    }
}
