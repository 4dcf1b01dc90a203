import SharedData
import Testing
import Tree

@testable import Schema

/// Kubernetes' own cases for rules of CustomResourceDefinitions.
@Suite(.enabled(if: Shared.exists("cel/crd-rules.json"))) struct RuleFactTests {
    @Test("rules give the errors that Kubernetes gives, at the same cost")
    func facts() throws {
        var failures: [String] = []
        var compared = 0
        for fact in try Shared.json("cel/crd-rules.json").elements {
            guard let id = fact["id"]?.string, !withoutRules.contains(id), let schema = fact["schema"] else { continue }
            compared += 1
            do {
                if let problem = try problem(with: fact, schema) {
                    failures.append("\(id): \(rules(schema)): \(problem)")
                }
            } catch {
                failures.append("\(id): \(rules(schema)): \(error)")
            }
        }
        #expect(compared > 600)
        #expect(failures.isEmpty, "\(failures.count) of \(compared):\n\(failures.joined(separator: "\n"))")
    }

    private func problem(with fact: Node, _ schema: Node) throws -> String? {
        let wanted = (fact["errors"]?.elements ?? []).map { error in
            let detail = withoutNumber(error["detail"]?.string ?? "")
            return "\(error["type"]?.string ?? "") \(error["field"]?.string ?? "") \(detail)"
        }.sorted()
        let cost = fact["cost"]?.integer.map(Int64.init) ?? 0
        let old = fact["oldObj"]?.isNull == false ? fact["oldObj"] : Node?.none
        let (violations, found) = ruleViolations(
            of: fact["obj"] ?? nil, against: try Schema(openAPI: schema), old: old, isRoot: fact["isRoot"] == true,
            ratchets: fact["ratcheting"] == true, limits: limits(wanted, cost))
        let errors = violations.map { violation in
            let field = violation.fieldText ?? ""
            let separator = field.isEmpty || field.hasPrefix("[") ? "" : "."
            let detail = violation.reason == "FieldValueDuplicate" ? "" : withoutNumber(violation.explanation)
            return "\(violation.reason) root\(separator)\(field) \(detail)"
        }.sorted()
        if errors != wanted { return "\(errors) instead of \(wanted)" }
        return found == cost ? nil : "cost \(found) instead of \(cost)"
    }

    /// The facts do not tell the limits; the few cases about them show which they had.
    private func limits(_ errors: [String], _ cost: Int64) -> RuleLimits {
        var limits = RuleLimits()
        if errors.contains(where: { $0.contains("running out of cost budget") }) { limits.budget = cost - 1 }
        if errors.contains(where: { $0.contains("call cost exceeds limit") }) { limits.call = 1 }
        return limits
    }

    /// Kubernetes numbers the types that it makes.
    private func withoutNumber(_ text: String) -> String { text.replacing(/selfType[0-9]+/, with: "selfType") }

    private func rules(_ schema: Node) -> String {
        let own = (schema["x-kubernetes-validations"]?.elements ?? []).compactMap { $0["rule"]?.string }
        return own.joined(separator: "; ")
    }

    /// Their schemas have lost the rules in `allOf` that the errors speak of.
    private let withoutRules: Set = [
        "TestValidationExpressionsAtSchemaLevels.func1:2927#791",
        "TestValidationExpressionsAtSchemaLevels.func1:2927#797",
        "TestValidationExpressionsAtSchemaLevels.func1:2927#803",
        "TestValidationExpressionsAtSchemaLevels.func1:2927#805",
    ]
}
