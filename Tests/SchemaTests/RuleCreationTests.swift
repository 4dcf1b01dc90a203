import Diagnostics
import KubeTypes
import Testing
import Tree

@testable import Schema

/// A schema with one rule on its field `spec`, and what is said of it.
private func problems(_ rule: String, on spec: String = "type: string, maxLength: 9", above: String = "") throws
    -> [StructuralProblem]
{
    let text = "{type: object, properties: {spec: {\(spec), x-kubernetes-validations: [{\(rule)}]\(above)}}}"
    let node = try #require(try YAMLReader.read(Array(text.utf8)).documents.first)
    return structuralProblems(ofSchema: node)
}

@Suite("Rules when their definition is created")
struct RuleCreationTests {
    @Test(
        "what stands beside an expression is checked",
        arguments: [
            ("message: a", "rule", "Required value: rule is not specified"),
            ("rule: ' '", "rule", "Required value: rule is not specified"),
            ("rule: 'true', message: ' '", "message", "must be non-empty"),
            (#"rule: "true", message: "a\nb""#, "message", "must not contain line breaks"),
            (#"rule: "true &&\ntrue""#, "message", "must be specified if rule contains line breaks"),
            ("rule: 'true', messageExpression: ' '", "messageExpression", "must be non-empty"),
            ("rule: 'true', messageExpression: '1'", "messageExpression", "must evaluate to a string"),
            ("rule: 'true', messageExpression: 'self.x'", "messageExpression", "compilation failed"),
            ("rule: 'true', reason: Wrong", "reason", "supported values: \"FieldValueDuplicate\""),
            ("rule: 'true', fieldPath: .none", "fieldPath", "must be a valid path"),
            ("rule: 'true', fieldPath: a", "fieldPath", "must be a valid path"),
            ("rule: 'true', optionalOldSelf: true", "optionalOldSelf", "oldSelf is not used"),
            ("rule: self.none", "rule", "undefined field"),
            ("rule: '1'", "rule", "must evaluate to a bool"),
        ])
    func declarations(rule: String, field: String, message: String) throws {
        let spec = "type: object, properties: {a: {type: string, maxLength: 9}}"
        let found = try problems(
            rule, on: rule.contains("self") ? spec : "type: object, properties: {a: {type: string}}")
        let problem = try #require(found.first, "\(rule)")
        #expect(found.count == 1, "\(found)")
        #expect(problem.field == "properties[spec].x-kubernetes-validations[0].\(field)")
        #expect(problem.message.contains(message), "\(problem.message)")
        #expect(problem.finding.code == .ruleUnusable)
    }

    @Test(
        "what is right is silent",
        arguments: [
            "rule: self.a == 'b', message: a, reason: FieldValueForbidden, fieldPath: .a",
            "rule: self.a == oldSelf.a", #"rule: "self.a ==\n'b'", message: m"#,
            "rule: oldSelf.hasValue(), optionalOldSelf: true", "rule: 'true', messageExpression: self.a",
            "rule: 'true', fieldPath: \".m['a.b']\"", "rule: 'true', fieldPath: '.m.key'",
        ])
    func silent(rule: String) throws {
        let spec =
            "type: object, properties: {a: {type: string, maxLength: 9}, m: {type: object, additionalProperties: {type: string}}}"
        #expect(try problems(rule, on: spec) == [])
    }

    @Test(
        "a change cannot be followed through lists without keys",
        arguments: [
            ("atomic", "", true), ("set", "", true), ("map", "x-kubernetes-list-map-keys: [a], ", false),
        ])
    func uncorrelatable(listType: String, keys: String, isRefused: Bool) throws {
        let text = """
            {type: object, properties: {spec: {type: array, x-kubernetes-list-type: \(listType), \(keys)maxItems: 5,
            items: {type: object, x-kubernetes-map-type: \(listType == "map" ? "granular" : "atomic"), required: [a],
            properties: {a: {type: string, maxLength: 9}}, x-kubernetes-validations: [{rule: self.a == oldSelf.a}]}}}}
            """
        let node = try #require(try YAMLReader.read(Array(text.utf8)).documents.first)
        let found = structuralProblems(ofSchema: node)
        #expect(found.map(\.field) == (isRefused ? ["properties[spec].items.x-kubernetes-validations[0].rule"] : []))
        if isRefused {
            #expect(found[0].message.hasSuffix("within spec.validation.openAPIV3Schema.properties[spec]"))
        }
    }

    @Test(
        "the cost of a rule is that of the largest value, as often as there can be one",
        arguments: [
            ("type: array, items: {type: integer}", "self.all(x, true)", nil),
            ("type: array, items: {type: string}", "self.all(x, self.all(y, x == y))", "more than 100x"),
            (
                "type: array, maxItems: 100, items: {type: string, maxLength: 10}", "self.all(x, self.all(y, x == y))",
                nil
            ),
            (
                "type: array, maxItems: 1000, items: {type: string, maxLength: 10}",
                "self.all(x, self.all(y, x.contains(y)))",
                "2.1x"
            ),
            ("type: string", "self.matches('^[a-z]+[0-9]*$')", nil),
            ("type: string", "self.contains(self)", "more than 100x"),
            ("type: object, additionalProperties: {type: string}", "self.all(k, self[k].contains(k))", nil),
        ] as [(String, String, String?)])
    func cost(spec: String, rule: String, factor: String?) throws {
        let found = try problems("rule: \"\(rule)\"", on: spec)
        #expect(found.filter { $0.topic != .cost } == [])
        guard let factor else { return #expect(found.map(\.message) == []) }
        let first = try #require(found.first)
        #expect(first.message.hasPrefix("Forbidden: estimated rule cost exceeds budget by factor of \(factor) ("))
        #expect(first.finding.code == .ruleTooCostly)
    }

    @Test("a rule below a list costs as often as the list has elements, and all rules share one budget")
    func cardinality() throws {
        let item = "type: string, x-kubernetes-validations: [{rule: \"self.matches('^[a-z]+$')\"}]"
        func found(_ limit: String) throws -> [StructuralProblem] {
            let text = "{type: object, properties: {spec: {type: array, \(limit)items: {\(item)}}}}"
            let node = try #require(try YAMLReader.read(Array(text.utf8)).documents.first)
            return structuralProblems(ofSchema: node)
        }
        #expect(try found("maxItems: 1, ") == [])
        let one = try found("maxItems: 20, ")
        #expect(one.count == 1 && one[0].message.contains("by factor of 1.2"), "\(one)")
        let many = try found("")
        #expect(
            many.map(\.field) == [
                "properties[spec].items.x-kubernetes-validations[0].rule",
                "properties[spec].items.x-kubernetes-validations[0].rule", "",
            ])
        #expect(
            many.last?.message.contains("for entire OpenAPIv3 schema exceeds budget by factor of more than 100x")
                == true)
    }

    @Test("a definition among files is checked where it stands")
    func file() throws {
        let text = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: gears.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {plural: gears, kind: Gear}
              versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    x-kubernetes-validations:
                    - rule: self.metadata.name.size() > oldSelf
            """
        let node = try #require(try YAMLReader.read(Array(text.utf8), file: SourceFile("gear.yaml")).documents.first)
        let found = definitionFindings(KubeObject(node))
        #expect(found.map(\.code) == [.ruleUnusable])
        #expect(found.first?.place.description == "gear.yaml:16:17")
        let right = text.replacing("> oldSelf", with: "> 1")
        let other = try #require(try YAMLReader.read(Array(right.utf8)).documents.first)
        #expect(definitionFindings(KubeObject(other)) == [])
    }

    @Test("factors are written as Kubernetes writes them")
    func factors() {
        #expect(excess(10_100_000, over: 10_000_000) == "1.010000x")
        #expect(excess(15_000_000, over: 10_000_000) == "1.5x")
        #expect(excess(123_400_000, over: 10_000_000) == "12.3x")
        #expect(excess(.max, over: 10_000_000) == "more than 100x")
    }
}
