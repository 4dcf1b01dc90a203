/// A mistake that people make in Rego; the names are Regal's where it has the rule too.
package enum LintRule: String, CaseIterable, Sendable {
    case conflictingValues = "conflicting-values"
    case constantCondition = "constant-condition"
    case deprecatedBuiltin = "deprecated-builtin"
    case duplicateRule = "duplicate-rule"
    case mixedInputs = "mixed-inputs"
    case nonRawRegexPattern = "non-raw-regex-pattern"
    case notEqualsInLoop = "not-equals-in-loop"
    case printLeft = "print-or-trace-call"
    case redundantTrue = "redundant-true"
    case ruleShadowsBuiltin = "rule-shadows-builtin"
    case ruleShadowsImport = "rule-shadows-import"
    case sprintfArguments = "sprintf-arguments-mismatch"
    case testOutsideTestFile = "test-outside-test-file"
    case testWithoutAssertion = "test-without-assertion"
    case unificationForAssignment = "use-assignment-operator"
    case unsafeNegation = "unsafe-negation"
    case unusedArgument = "unused-argument"
    case unusedImport = "unused-import"
    case unusedVariable = "unused-variable"
    case useIn = "use-in-operator"
}

/// One thing that the linter has to say.
package struct LintRemark: Hashable, Sendable {
    package var rule: LintRule
    /// What is wrong: lower case, no full stop.
    package var message: String
    /// What to write instead.
    package var hint: String
    package var position: Position

    init(_ rule: LintRule, _ message: String, hint: String, at position: Position) {
        self.rule = rule
        self.message = message
        self.hint = hint
        self.position = position
    }
}
