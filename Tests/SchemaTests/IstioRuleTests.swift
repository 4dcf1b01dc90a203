import Foundation
import SharedData
import Testing
import Tree

@testable import Schema

/// What Istio's own definitions say about objects, rules in CEL included.
@Suite(.enabled(if: Shared.exists("istio/validation/cases.json"))) struct IstioRuleTests {
    @Test("Istio's cases are valid or not by schema and rules")
    func cases() throws {
        var compared = 0
        for fact in try Shared.json("istio/validation/cases.json")["cases"]?.elements ?? [] {
            guard let crd = fact["crd"], !crd.isNull, let file = fact["file"]?.string else { continue }
            guard let object = try? Shared.yaml("istio/validation/\(file)"),
                let schema = schema(of: object)
            else { continue }
            compared += 1
            let options = SchemaCheckOptions(reportsUnknownFields: false)
            let found = violations(of: object, against: schema, options: options)
            let name = "\(fact["id"]?.string ?? ""): \(found.map { "\($0.field): \($0.explanation)" })"
            #expect(found.isEmpty == (crd["valid"]?.bool ?? true), "\(name) instead of \(JSONWriter.text(crd))")
            // The facts leave rules out when a pattern is not kept; Kubernetes does not.
            let rules = Set(found.filter { $0.kind == .rule }.map { "\($0.field): \($0.explanation)" })
            let wanted = (crd["errors"]?.elements ?? []).compactMap(\.string)
            let expected = wanted.filter { error in
                messages.contains { error.hasSuffix(": \($0)") } && !error.contains("evaluation error")
            }
            #expect(rules.isSuperset(of: expected), "\(name) instead of \(JSONWriter.text(crd))")
        }
        #expect(compared > 80)
    }

    @Test("all rules of the catalogue compile")
    func compile() {
        for definition in Catalogue.istio.definitions {
            for version in definition.versions { check(version.schema, isRoot: true, definition.kind) }
        }
    }

    /// What the rules of the catalogue say.
    private let messages: Set<String> = {
        func messages(_ schema: Schema) -> [String] {
            var found = schema.validations.compactMap(\.message) + schema.properties.flatMap { messages($0.schema) }
            if let items = schema.items { found += messages(items) }
            if case .schema(let element) = schema.additionalProperties { found += messages(element) }
            return found
        }
        return Set(Catalogue.istio.definitions.flatMap { $0.versions.flatMap { messages($0.schema) } })
    }()

    private func check(_ schema: Schema, isRoot: Bool, _ name: String) {
        for rule in schema.cache.rules(schema, isRoot: isRoot) {
            if case .failure(let error)? = rule.program { Issue.record("\(name): \(rule.rule.rule): \(error)") }
        }
        #expect(schema.cache.rules(schema, isRoot: isRoot).count == schema.validations.count)
        for property in schema.properties { check(property.schema, isRoot: false, "\(name).\(property.name)") }
        if let items = schema.items { check(items, isRoot: false, "\(name)[]") }
        if case .schema(let element) = schema.additionalProperties { check(element, isRoot: false, "\(name){}") }
    }

    private func schema(of object: Node) -> Schema? {
        let parts = (object["apiVersion"]?.string ?? "").split(separator: "/").map(String.init)
        guard parts.count == 2 else { return nil }
        return Catalogue.istio.definition(group: parts[0], kind: object["kind"]?.string ?? "")?.version(parts[1])?
            .schema
    }
}
