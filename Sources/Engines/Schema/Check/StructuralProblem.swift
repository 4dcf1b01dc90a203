package import Diagnostics

/// Why a CustomResourceDefinition's schema is refused.
package struct StructuralProblem: Sendable, Equatable {
    package enum Topic: Sendable {
        case structure
        /// A rule in CEL, its message or its field.
        case rule
        /// What a rule in CEL costs at most.
        case cost
    }

    /// As in a cause of a Status: `FieldValueForbidden`.
    package var reason: String
    /// Below `openAPIV3Schema`, as Kubernetes writes it: `properties[spec].items`; empty for the schema itself.
    package var field: String
    package var message: String
    package var place: Place
    package var topic = Topic.structure
    /// What to do about it.
    package var advice: String?
    /// It is about what stands beside the expression of a rule.
    var isOfDeclaration = false

    package var finding: Finding {
        let at = field.isEmpty ? "" : " at \"\(field)\""
        return switch topic {
        case .structure:
            Finding(.notStructural, "the schema is not structural\(at): \(message)", at: place, hint: advice)
        case .rule: Finding(.ruleUnusable, "the rule\(at) cannot be used: \(message)", at: place, hint: advice)
        case .cost: Finding(.ruleTooCostly, "the rule\(at) may cost too much: \(message)", at: place, hint: advice)
        }
    }
}
