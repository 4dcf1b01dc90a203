import Testing
import Tree

@testable import Schema

@Suite struct IstioCatalogueTests {
    @Test(
        "the catalogue says what Istio's definitions say, kind by kind and version by version",
        .enabled(if: Shared.exists("istio/schema.json")))
    func facts() throws {
        let facts = try Shared.json("istio/schema.json")
        let kinds = facts["kinds"]?.elements ?? []
        #expect(kinds.count == 15)
        #expect(Catalogue.istio.definitions.count == kinds.count)
        for kind in kinds {
            let name = try #require(kind["kind"]?.string)
            let definition = try #require(
                Catalogue.istio.definition(group: kind["group"]?.string ?? "", kind: name), "\(name)")
            #expect(definition.plural == kind["plural"]?.string)
            #expect(definition.singular == kind["singular"]?.string)
            #expect(definition.listKind == kind["listKind"]?.string)
            #expect(definition.shortNames == kind["shortNames"]?.elements.compactMap(\.string))
            #expect(definition.categories == kind["categories"]?.elements.compactMap(\.string))
            #expect(definition.scope.rawValue == kind["scope"]?.string)
            #expect(definition.storageVersion?.name == kind["storageVersion"]?.string)
            let versions = kind["versions"]?.elements ?? []
            #expect(definition.versions.map(\.name) == versions.compactMap { $0["name"]?.string })
            for (version, fact) in zip(definition.versions, versions) { try compare(version, fact, facts) }
        }
    }

    private func compare(_ version: ResourceDefinition.Version, _ fact: Node, _ facts: Node) throws {
        #expect(version.isServed == fact["served"]?.bool)
        #expect(version.isStorage == fact["storage"]?.bool)
        #expect(version.hasStatusSubresource == (fact[path: "subresources", "status"] != nil))
        #expect(version.isDeprecated == (fact["deprecated"]?.bool ?? false))
        #expect(version.deprecationWarning == fact["deprecationWarning"]?.string)
        let columns = version.printerColumns.map { column -> Node in
            ["name": Node(column.name), "jsonPath": Node(column.jsonPath), "type": Node(column.type)]
        }
        #expect(Node(columns) == fact["printerColumns"])
        let name = try #require(fact["schema"]?.string)
        let schema = try #require(facts[path: "schemas", name])
        // `required` is a set: its order says nothing.
        #expect(sortingRequired(version.schema.openAPI) == sortingRequired(schema), "\(name)")
        #expect(
            sortingRequired(try Schema(openAPI: schema).openAPI) == sortingRequired(schema), "\(name) read as OpenAPI")
    }

    private func sortingRequired(_ node: Node) -> Node {
        switch node.value {
        case .sequence(let elements): return Node(elements.map(sortingRequired))
        case .mapping(let mapping):
            return Node(
                Mapping(
                    mapping.entries.map { entry in
                        guard entry.key == "required", let names = entry.value.sequence else {
                            return Mapping.Entry(entry.key, sortingRequired(entry.value))
                        }
                        return Mapping.Entry(entry.key, Node(names.compactMap(\.string).sorted().map { Node($0) }))
                    }))
        default: return node
        }
    }
}
