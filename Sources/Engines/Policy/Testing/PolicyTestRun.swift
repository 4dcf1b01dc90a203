package import Diagnostics
internal import Parallel
package import RE2
internal import Rego

/// All tests of a set of policies, and what they reached.
package struct PolicyTestRun: Sendable {
    /// In the order of the files and their texts.
    package let results: [PolicyTestResult]
    package let coverage: PolicyCoverage

    /// - Throws: what is wrong with the policies.
    package init(_ policies: PolicySet, options: PolicyTestOptions) throws(Refused) {
        let wrong = policies.findings.filter { $0.severity == .error }
        if !wrong.isEmpty { throw Refused(wrong) }
        let prepared = TestModules(policies.modules)
        var compiling = CompileOptions()
        compiling.isCovered = true
        let program: Program
        do throws(RegoErrors) {
            program = try Program(modules: prepared.modules, data: policies.data, options: compiling)
        } catch {
            throw Refused(error.all.map(\.finding))
        }
        let tests = prepared.tests.filter { options.takes($0) }
        let runner = TestRunner(policies: policies, prepared: prepared, program: program, options: options)
        let runs = parallelMap(tests, run: 1) { runner.run($0) }
        results = runs.map(\.result)
        coverage = PolicyCoverage(of: policies.modules, reached: runs.flatMap(\.reached))
    }

    package var isPassed: Bool { results.allSatisfy(\.isPassed) }
}

package struct PolicyTestOptions: Sendable {
    /// Only tests whose whole name matches: `data.istio.test_x`.
    package var filter: RegularExpression?
    package var surroundings: Surroundings
    /// Nanoseconds of a clock that only runs forward.
    package var clock: @Sendable () -> Int64

    package init(_ surroundings: Surroundings, clock: @escaping @Sendable () -> Int64) {
        self.surroundings = surroundings
        self.clock = clock
    }

    fileprivate func takes(_ test: TestRule) -> Bool { filter?.matches(test.fullName) ?? true }
}
