package import Diagnostics
package import Tree

/// One place where a value breaks its schema.
package struct SchemaViolation: Sendable, Equatable {
    package enum Kind: Sendable {
        case unknownField, duplicate, typeInvalid, required, notSupported, invalid, tooLong, tooMany, tooDeep
        /// Kubernetes calls these invalid too; people want to hear what excludes what.
        case combination
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
    /// Kubernetes names no field for some causes.
    package var namesField = true

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
        switch kind {
        case .unknownField, .invalid, .combination, .tooDeep: "FieldValueInvalid"
        case .duplicate: "FieldValueDuplicate"
        case .typeInvalid: "FieldValueTypeInvalid"
        case .required: "FieldValueRequired"
        case .notSupported: "FieldValueNotSupported"
        case .tooLong: "FieldValueTooLong"
        case .tooMany: "FieldValueTooMany"
        }
    }

    /// The `field` of a cause in a Status: `spec.hosts`, or `<nil>`.
    package var field: String { namesField && !path.steps.isEmpty ? path.description : "<nil>" }

    package var finding: Finding {
        Finding(code, explanation, at: place, hint: suggestion.map { "did you mean \"\($0)\"?" })
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
        }
    }
}
