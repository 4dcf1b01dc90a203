package import Diagnostics
package import Tree

/// One place where a value breaks its schema.
package struct SchemaViolation: Sendable, Equatable {
    package enum Kind: Sendable {
        case unknownField, duplicate, typeInvalid, required, notSupported, invalid, tooLong, tooMany, tooDeep
        /// Kubernetes calls these invalid too; people want to hear what excludes what.
        case combination
        /// A rule in CEL is not kept, cannot be evaluated, or costs too much.
        case rule, brokenRule, costlyRule
        /// Rules wait until the schema itself is kept.
        case uncheckedRules
        /// A field that only earlier releases have.
        case droppedField
    }

    package var kind: Kind
    package var path: FieldPath
    /// Where the key or the value stands in its text.
    package var place: Place
    package var value: Node?
    /// In Kubernetes' words, as in the `causes` of a Status: `Required value`.
    package var message: String
    /// In ours: what is wrong, with the value in quotes.
    package var explanation: String
    /// The name or value that was probably meant.
    package var suggestion: String?
    /// The change that mends it.
    package var fix: Fix?
    /// What to do about it.
    package var advice: String?
    /// Kubernetes names no field for some causes.
    package var namesField = true
    /// The rule in CEL that is broken, and the reason that it gives.
    package var rule: String?
    package var ruleReason: String?
    /// The path as Kubernetes writes it for rules, which tells fields and keys apart.
    package var fieldText: String?

    package init(
        _ kind: Kind, path: FieldPath, at place: Place, value: Node? = nil, message: String, explanation: String,
        suggestion: String? = nil
    ) {
        self.kind = kind
        self.path = path
        self.place = place
        self.value = value
        self.message = message
        self.explanation = explanation
        self.suggestion = suggestion
    }

    /// The `reason` of a cause in a Status: `FieldValueRequired`.
    package var reason: String {
        if let ruleReason { return ruleReason }
        return switch kind {
        case .unknownField, .invalid, .combination, .tooDeep, .rule, .brokenRule, .costlyRule, .uncheckedRules,
            .droppedField:
            "FieldValueInvalid"
        case .duplicate: "FieldValueDuplicate"
        case .typeInvalid: "FieldValueTypeInvalid"
        case .required: "FieldValueRequired"
        case .notSupported: "FieldValueNotSupported"
        case .tooLong: "FieldValueTooLong"
        case .tooMany: "FieldValueTooMany"
        }
    }

    /// The `field` of a cause in a Status: `spec.hosts`, or `<nil>`.
    package var field: String {
        if let fieldText { return fieldText.isEmpty ? "<nil>" : fieldText }
        return namesField && !path.steps.isEmpty ? path.description : "<nil>"
    }

    package var finding: Finding {
        let hint = suggestion.map { "did you mean \"\($0)\"?" } ?? rule.map { "the rule is: \($0)" } ?? advice
        return Finding(
            code, explanation, severity: kind == .droppedField ? .warning : .error, at: place,
            fixes: fix.map { [$0] } ?? [], hint: hint)
    }

    private var code: Code {
        switch kind {
        case .unknownField: .unknownField
        case .duplicate: .duplicateItem
        case .typeInvalid: .wrongType
        case .required: .missingField
        case .notSupported: .unsupportedValue
        case .invalid, .tooLong, .tooMany: .valueOutOfBounds
        case .combination: .wrongCombination
        case .tooDeep: .objectTooDeep
        case .rule, .uncheckedRules: .ruleNotKept
        case .brokenRule: .ruleUnusable
        case .costlyRule: .ruleTooCostly
        case .droppedField: .droppedField
        }
    }
}

extension SchemaViolation {
    /// Whether rules are not evaluated because of it.
    var blocksRules: Bool {
        switch kind {
        case .notSupported, .required, .tooLong, .tooMany, .typeInvalid, .tooDeep: true
        default: false
        }
    }

    /// What Kubernetes adds when rules were not evaluated.
    static let rulesNotChecked: SchemaViolation = {
        let text =
            "some validation rules were not checked because the object was invalid; correct the existing errors to "
            + "complete validation"
        var violation = SchemaViolation(
            .uncheckedRules, path: FieldPath(), at: .unknown, message: "Invalid value: null: \(text)", explanation: text
        )
        violation.namesField = false
        return violation
    }()
}
