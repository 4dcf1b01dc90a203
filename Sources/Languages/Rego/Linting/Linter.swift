/// Finds what a policy most likely does not mean. Everything that it sees can be read and mostly also runs.
package struct Linter: Sendable {
    typealias Check = @Sendable (LintSubject) -> [LintRemark]

    private let checks: [Check] = [
        conflictingValues, constantConditions, deprecatedBuiltins, duplicateRules, mixedInputs, nonRawPatterns,
        unequalInLoops, printsLeft, redundantTruths, shadowedBuiltins, shadowedImports, sprintfArguments,
        testsOutsideTestFiles, testsWithoutAssertions, unificationsForAssignments, unsafeNegations, unusedArguments,
        unusedImports, unusedVariables, loopsForMembership,
    ]
    private let builtins: Set<String>

    package init() { self.init(builtins: Set(Builtins.byName.keys).union(Builtins.unsupported.keys)) }

    /// - Parameter builtins: the names of all built-in functions, with their dots.
    init(builtins: Set<String>) { self.builtins = builtins }

    /// - Parameter text: what `module` was read from.
    /// - Returns: in the order of the text.
    package func remarks(on module: Module, _ text: String) -> [LintRemark] {
        let subject = LintSubject(module: module, bytes: Array(text.utf8), builtins: builtins)
        return checks.flatMap { $0(subject) }.sorted {
            $0.position == $1.position ? $0.rule.rawValue < $1.rule.rawValue : $0.position < $1.position
        }
    }
}

/// What the rules look at.
struct LintSubject: Sendable {
    let module: Module
    let bytes: [UInt8]
    let builtins: Set<String>

    /// `opa test` and its like read tests from such files.
    var isTestFile: Bool { module.file.hasSuffix("_test.rego") }

    func text(of rule: Rule) -> String {
        let end = min(max(rule.end, rule.position.offset), bytes.count)
        return String(decoding: bytes[rule.position.offset..<end], as: UTF8.self)
    }
}
