import Diagnostics
import KubeTypes
import Testing
import Tree

@testable import Schema

/// One object of each catalogue that fits, and one that does not.
@Suite struct KnownKindTests {
    private func findings(_ yaml: String) throws -> [String] {
        let node = try #require(try YAMLReader.read(Array(yaml.utf8)).documents.first)
        let type = KubeObject(node).type
        let definition = try #require(Catalogue.known.first { $0.groupKind == type.groupKind }, "\(type)")
        let version = try #require(definition.version(type.version), "\(type)")
        let options = SchemaCheckOptions(takesNullAsMissing: definition.isBuiltIn)
        return violations(of: node, against: version.schema, options: options).map {
            "\($0.finding.code) \($0.path)"
        }
    }

    @Test("an object that is right is silent", arguments: KnownKindSamples.right)
    func right(yaml: String) throws {
        #expect(try findings(yaml) == [])
    }

    @Test("a mistake is found", arguments: KnownKindSamples.wrong)
    func wrong(yaml: String, expected: [String]) throws {
        #expect(try findings(yaml) == expected)
    }

    @Test("every kind is known once, with a version for its storage or none that is served")
    func kinds() {
        let kinds = Catalogue.known.map(\.groupKind)
        #expect(Set(kinds).count == kinds.count)
        for definition in Catalogue.unserved.flatMap(\.definitions) {
            #expect((definition.storageVersion == nil) == definition.servedVersions.isEmpty, "\(definition.name)")
            #expect(Set(definition.versions.map(\.name)).count == definition.versions.count)
        }
    }

    @Test("the server serves the kinds that it served before")
    func served() {
        #expect(Catalogue.served.count == 26)
        #expect(!Catalogue.served.contains { ["Pod", "Rollout", "Kustomization"].contains($0.kind) })
    }
}
