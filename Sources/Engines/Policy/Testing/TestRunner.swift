internal import Rego

/// Runs one test at a time; any number may run beside each other.
struct TestRunner: Sendable {
    var policies: PolicySet
    var prepared: TestModules
    var program: Program
    var options: PolicyTestOptions

    func run(_ test: TestRule) -> (result: PolicyTestResult, reached: [ReachedPlace]) {
        var result = PolicyTestResult(test: test, outcome: .skipped)
        if test.isSkipped { return (result, []) }
        let context = options.surroundings.context
        let start = options.clock()
        let traced: TracedAnswers
        do {
            traced = try program.prepare(path: test.path).traced(
                input: nil, context: context, limits: options.surroundings.limits)
        } catch let error as RegoErrors {
            result.outcome = .ended(error.first)
            return (result, [])
        } catch let error as RegoError {
            result.outcome = .ended(error)
            result.output = context.printed.map(\.text)
            result.nanoseconds = options.clock() - start
            return (result, [])
        } catch {
            return (result, [])
        }
        result.nanoseconds = options.clock() - start
        result.output = context.printed.map(\.text)
        judge(&result, traced)
        return (result, traced.reached)
    }

    private func judge(_ result: inout PolicyTestResult, _ traced: TracedAnswers) {
        let value = traced.answers.first?.values.first
        guard result.test.hasCases else {
            result.outcome = value == .bool(true) ? .passed : .failed
            if !result.isPassed { result.reason = reason(result.test, traced.stops[0], value) }
            return
        }
        result.cases = cases(result.test, value, traced)
        let isPassed = !result.cases.isEmpty && result.cases.allSatisfy(\.isPassed)
        result.outcome = isPassed ? .passed : .failed
        if result.cases.isEmpty { result.reason = reason(result.test, traced.stops[0], value) }
    }

    /// The cases that were begun, each once: a later attempt may hold where the first did not.
    private func cases(_ test: TestRule, _ value: RegoValue?, _ traced: TracedAnswers) -> [PolicyTestCase] {
        var known: Set<[RegoValue]> = []
        var cases: [PolicyTestCase] = []
        for (index, keys) in traced.testCases.enumerated() where known.insert(keys).inserted {
            let held = keys.reduce(value) { value, key in
                guard case .object(let members)? = value else { return nil }
                return members[key]
            }
            let isPassed = held == .bool(true)
            cases.append(
                PolicyTestCase(
                    names: keys.map(\.shown),
                    reason: isPassed ? nil : reason(test, traced.stops[index + 1], held), isPassed: isPassed))
        }
        return cases
    }

    private func reason(_ test: TestRule, _ stop: Stop?, _ value: RegoValue?) -> PolicyTestReason {
        if let value, value != .bool(true) {
            return PolicyTestReason(
                place: ReachedPlace(file: test.file, position: test.position),
                text: "a test is passed by true; this one gives", values: [("value", .value(value))])
        }
        return stop.flatMap { explain($0, test) }
            ?? PolicyTestReason(
                place: ReachedPlace(file: test.file, position: test.position), text: "no body of the rule holds")
    }

    private func explain(_ stop: Stop, _ test: TestRule) -> PolicyTestReason? {
        let module = prepared.modules[test.module]
        let rules = Set(prepared.modules.filter { $0.package == module.package }.flatMap(\.ruleNames))
        guard let source = policies.texts.first(where: { $0.file == module.file })?.text,
            let probe = Probe(stop, in: module, source, rule: module.rules[test.rule], beside: rules)
        else { return nil }
        let values = probe.subjects.map { ($0.text, value(of: $0.query, in: module)) }
        return PolicyTestReason(place: probe.place, text: probe.text, values: values, attempts: stop.attempts)
    }

    /// A failing built-in is told, which an evaluation as users run it takes for undefined.
    private func value(of query: Body, in module: Module) -> PolicyTestReason.SubjectValue {
        do {
            let answers = try program.prepare(query, in: module).results(
                input: nil, context: options.surroundings.context, limits: options.surroundings.limits, isStrict: true)
            return answers.first?.bindings[Probe.answer].map { .value($0) } ?? .undefined
        } catch let error as RegoError {
            return .ended(error)
        } catch {
            return .undefined
        }
    }
}

extension RegoValue {
    /// The name of a case.
    fileprivate var shown: String {
        if case .string(let text) = self { return text }
        return json
    }
}
