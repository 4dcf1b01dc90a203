/// Tests in other files are part of the policy that is shipped.
@Sendable func testsOutsideTestFiles(_ subject: LintSubject) -> [LintRemark] {
    guard !subject.isTestFile else { return [] }
    return subject.module.rules.filter(\.isTest).prefix(1).map {
        LintRemark(
            .testOutsideTestFile, "a test in a file of rules",
            hint: "move it to a file whose name ends in `_test.rego`",
            at: $0.position)
    }
}

/// A test that only computes cannot fail.
@Sendable func testsWithoutAssertions(_ subject: LintSubject) -> [LintRemark] {
    subject.module.rules.filter { rule in
        rule.isTest && !rule.bodies.flatMap(\.expressions).contains(where: \.canFail)
    }.map {
        LintRemark(
            .testWithoutAssertion, "the test `\($0.name ?? "")` compares nothing",
            hint: "add what must hold: `count(deny) == 1`",
            at: $0.position)
    }
}

extension Rule {
    fileprivate var isTest: Bool { name?.hasPrefix("test_") ?? false }
}

extension Expression {
    fileprivate var canFail: Bool {
        switch kind {
        case .assign, .some: false
        case .term(let term): !(term.isConstant || term.call("print", "trace") != nil)
        case .unify, .someIn, .every, .not: true
        }
    }
}
