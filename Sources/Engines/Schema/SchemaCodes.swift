package import Diagnostics

extension Code {
    /// A field that the schema does not have.
    package static let unknownField = Code("MST0201")
    /// A value of the wrong type.
    package static let wrongType = Code("MST0202")
    /// A field that must be there is missing.
    package static let missingField = Code("MST0203")
    /// A value that is not one of the listed ones.
    package static let unsupportedValue = Code("MST0204")
    /// A value outside of its limits: range, length, pattern, format.
    package static let valueOutOfBounds = Code("MST0205")
    /// Two list items that must differ do not.
    package static let duplicateItem = Code("MST0206")
    /// Fields that exclude each other, or none where one is needed.
    package static let wrongCombination = Code("MST0207")
    /// The object is deeper than a check goes.
    package static let objectTooDeep = Code("MST0208")
    /// A schema, or a definition around it, that is no structural schema.
    package static let notStructural = Code("MST0210")
    /// A CustomResourceDefinition that defines no kind.
    package static let invalidDefinition = Code("MST0211")
    /// A text in compact notation that cannot be read.
    package static let compactNotation = Code("MST0212")
    /// A rule in CEL that the object does not keep.
    package static let ruleNotKept = Code("MST0220")
    /// A rule in CEL that does not compile, or has no answer for the object.
    package static let ruleUnusable = Code("MST0221")
    /// Rules in CEL that cost more than Kubernetes lets them.
    package static let ruleTooCostly = Code("MST0222")
    /// A version of a kind that current releases serve no longer.
    package static let droppedVersion = Code("MST0223")
    /// A field that current releases do not have any more.
    package static let droppedField = Code("MST0224")
    /// A kind that nothing is known of.
    package static let unknownKind = Code("MST0225")
}
