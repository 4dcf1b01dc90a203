import Diagnostics
import Testing
import Tree

@testable import Schema

@Suite struct RuleTests {
    private let schema = """
        type: object
        properties:
          spec:
            type: object
            x-kubernetes-validations:
            - {rule: "!has(self.min) || self.min <= self.max", message: min is above max, fieldPath: .min}
            - {rule: "self.name == oldSelf.name", message: name stays}
            properties:
              min: {type: integer}
              max: {type: integer}
              name: {type: string, x-kubernetes-validations: [{rule: "duration(self) > duration('0')"}]}
              items: {type: array, items: {type: integer}}
        """

    private func check(_ object: String, old: String? = nil) throws -> [SchemaViolation] {
        violations(of: try read(object), against: try Schema(openAPI: try read(schema)), old: try old.map(read))
    }

    private func read(_ text: String) throws -> Node {
        try YAMLReader.read([UInt8](text.utf8), file: SourceFile("a.yaml")).documents.first ?? nil
    }

    @Test("a broken rule points at its field and names the rule")
    func field() throws {
        let found = try check("spec:\n  max: 1\n  min: 2\n").map(\.finding.description)
        #expect(
            found == [
                "a.yaml:3:8: error[MST0220]: min is above max (the rule is: !has(self.min) || self.min <= self.max)"
            ])
        #expect(try check("spec:\n  max: 2\n  min: 2\n").isEmpty)
    }

    @Test("a rule without an answer is told as such")
    func noAnswer() throws {
        let found = try check("spec: {min: 1, name: x}")
        #expect(found.map(\.finding.code) == [.ruleUnusable, .ruleUnusable])
        #expect(found.first?.explanation == "no such key: max evaluating rule: min is above max")
    }

    @Test("a rule about a change needs what was before")
    func change() throws {
        #expect(try check("spec: {name: 1s}").isEmpty)
        let found = try check("spec: {name: 1s}", old: "spec: {name: 2s}")
        #expect(found.map(\.explanation) == ["name stays"])
    }

    @Test("what was wrong before and did not change is forgiven")
    func ratcheting() throws {
        let old = "spec: {min: 2, max: 1, name: 1s}"
        #expect(try check(old, old: old).isEmpty)
        #expect(try check("spec: {min: 3, max: 1, name: 1s}", old: old).map(\.explanation) == ["min is above max"])
    }

    @Test("rules wait until the types are right")
    func types() throws {
        let found = try check("spec: {min: 2, max: a}")
        #expect(found.map(\.kind) == [.typeInvalid])
    }

    @Test("a rule that does not compile is a problem of the schema")
    func compiling() throws {
        let node = try read(schema.replacing("self.min <= self.max", with: "self.mni <= self.max"))
        let problems = structuralProblems(ofSchema: node)
        #expect(problems.map(\.field) == ["properties[spec].x-kubernetes-validations[0].rule"])
        #expect(problems.first?.finding.code == .ruleUnusable)
        #expect(structuralProblems(ofSchema: try read(schema)).isEmpty)
    }

    @Test("rules that cost too much are stopped")
    func cost() throws {
        let rule = "self.all(a, self.exists_one(b, a == b))"
        let schema = try Schema(
            openAPI: [
                "type": "array", "items": ["type": "integer"], "x-kubernetes-validations": [["rule": Node(rule)]],
            ])
        let list = Node((0..<2000).map { Node($0) })
        let (found, _) = ruleViolations(of: list, against: schema, isRoot: false)
        #expect(found.map(\.finding.code) == [.ruleTooCostly])
        #expect(ruleViolations(of: [1, 2, 3], against: schema, isRoot: false).violations.isEmpty)
    }
}
