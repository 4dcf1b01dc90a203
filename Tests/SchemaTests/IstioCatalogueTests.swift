import SharedData
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
        #expect(firstDifference(version.schema.openAPI, schema) == nil, "\(name)")
        #expect(firstDifference(try Schema(openAPI: schema).openAPI, schema) == nil, "\(name) read as OpenAPI")
    }

    /// `required` is a set: its order says nothing.
    private func firstDifference(_ a: Node, _ b: Node) -> String? {
        firstDifference(sortingRequired(a), sortingRequired(b), at: "")
    }

    private func firstDifference(_ a: Node?, _ b: Node?, at path: String) -> String? {
        if a == b { return nil }
        for key in Set((a?.entries ?? []).map(\.key) + (b?.entries ?? []).map(\.key)).sorted() {
            if let found = firstDifference(a?[key], b?[key], at: "\(path).\(key)") { return found }
        }
        return "\(path): \(a.map { JSONWriter.text($0) } ?? "-") instead of \(b.map { JSONWriter.text($0) } ?? "-")"
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
