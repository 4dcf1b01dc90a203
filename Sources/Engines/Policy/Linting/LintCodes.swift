package import Diagnostics
package import Rego

extension Code {
    // What policies most likely do not mean. The names behind are Regal's where it has the rule too.

    package static let lintConflictingValues = Code("MST8101", aliases: ["conflicting-values"])
    package static let lintConstantCondition = Code("MST8102", aliases: ["constant-condition"])
    package static let lintDeprecatedBuiltin = Code("MST8103", aliases: ["deprecated-builtin"])
    package static let lintDuplicateRule = Code("MST8104", aliases: ["duplicate-rule"])
    package static let lintMixedInputs = Code("MST8105", aliases: ["mixed-inputs"])
    package static let lintNonRawRegexPattern = Code("MST8106", aliases: ["non-raw-regex-pattern"])
    package static let lintNotEqualsInLoop = Code("MST8107", aliases: ["not-equals-in-loop"])
    package static let lintPrintLeft = Code("MST8108", aliases: ["print-or-trace-call"])
    package static let lintRedundantTrue = Code("MST8109", aliases: ["redundant-true"])
    package static let lintRuleShadowsBuiltin = Code("MST8110", aliases: ["rule-shadows-builtin"])
    package static let lintRuleShadowsImport = Code("MST8111", aliases: ["rule-shadows-import"])
    package static let lintSprintfArguments = Code("MST8112", aliases: ["sprintf-arguments-mismatch"])
    package static let lintTestOutsideTestFile = Code("MST8113", aliases: ["test-outside-test-file"])
    package static let lintTestWithoutAssertion = Code("MST8114", aliases: ["test-without-assertion"])
    package static let lintUnificationForAssignment = Code("MST8115", aliases: ["use-assignment-operator"])
    package static let lintUnsafeNegation = Code("MST8116", aliases: ["unsafe-negation"])
    package static let lintUnusedArgument = Code("MST8117", aliases: ["unused-argument"])
    package static let lintUnusedImport = Code("MST8118", aliases: ["unused-import"])
    package static let lintUnusedVariable = Code("MST8119", aliases: ["unused-variable"])
    package static let lintUseIn = Code("MST8120", aliases: ["use-in-operator"])
}

extension LintRule {
    /// The code of the finding that tells of it.
    package var findingCode: Code {
        switch self {
        case .conflictingValues: .lintConflictingValues
        case .constantCondition: .lintConstantCondition
        case .deprecatedBuiltin: .lintDeprecatedBuiltin
        case .duplicateRule: .lintDuplicateRule
        case .mixedInputs: .lintMixedInputs
        case .nonRawRegexPattern: .lintNonRawRegexPattern
        case .notEqualsInLoop: .lintNotEqualsInLoop
        case .printLeft: .lintPrintLeft
        case .redundantTrue: .lintRedundantTrue
        case .ruleShadowsBuiltin: .lintRuleShadowsBuiltin
        case .ruleShadowsImport: .lintRuleShadowsImport
        case .sprintfArguments: .lintSprintfArguments
        case .testOutsideTestFile: .lintTestOutsideTestFile
        case .testWithoutAssertion: .lintTestWithoutAssertion
        case .unificationForAssignment: .lintUnificationForAssignment
        case .unsafeNegation: .lintUnsafeNegation
        case .unusedArgument: .lintUnusedArgument
        case .unusedImport: .lintUnusedImport
        case .unusedVariable: .lintUnusedVariable
        case .useIn: .lintUseIn
        }
    }
}
