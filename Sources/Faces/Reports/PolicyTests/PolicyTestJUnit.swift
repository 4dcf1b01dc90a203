package import Policy
internal import Rego

/// The results of policy tests as JUnit's XML: a suite for each file, a case for each test or case of a test.
package enum PolicyTestJUnit {
    package static func text(_ results: [PolicyTestResult]) -> String {
        var files: [String] = []
        for result in results where !files.contains(result.test.file) { files.append(result.test.file) }
        let suites = files.map { file in suite(file, results.filter { $0.test.file == file }) }
        return XML.head
            + XML.element("testsuites", [("name", "policy test")] + counts(results), suites.joined()) + "\n"
    }

    private static func suite(_ file: String, _ results: [PolicyTestResult]) -> String {
        "\n" + XML.element("testsuite", [("name", file)] + counts(results), results.map(cases).joined() + "\n")
    }

    private static func counts(_ results: [PolicyTestResult]) -> [(String, String)] {
        let outcomes = results.flatMap(\.counted)
        func count(_ isCounted: (PolicyTestResult.Outcome) -> Bool) -> String { "\(outcomes.count(where: isCounted))" }
        return [
            ("tests", "\(outcomes.count)"), ("failures", count { if case .failed = $0 { true } else { false } }),
            ("errors", count { if case .ended = $0 { true } else { false } }),
            ("skipped", count { if case .skipped = $0 { true } else { false } }),
            ("time", seconds(results.map(\.nanoseconds).reduce(0, +))),
        ]
    }

    private static func cases(_ result: PolicyTestResult) -> String {
        let output =
            result.output.isEmpty
            ? "" : XML.element("system-out", [], XML.escaped(result.output.joined(separator: "\n")))
        var content = ""
        switch result.outcome {
        case .passed: break
        case .skipped: content = XML.element("skipped", [], "")
        case .ended(let error):
            content = XML.element(
                "error", [("type", error.code.rawValue), ("message", error.message)], XML.escaped("\(error)"))
        case .failed: content = failure(result.reason)
        }
        if case .ended = result.outcome { return one(result, result.test.name, content + output) }
        if result.cases.isEmpty { return one(result, result.test.name, content + output) }
        return result.cases.enumerated().map { index, part in
            let name = result.test.name + part.names.map { "[\($0)]" }.joined()
            // The output is that of all cases, so it stands with the first.
            return one(
                result, name, (part.isPassed ? "" : failure(part.reason)) + (index == 0 ? output : ""),
                isFirst: index == 0)
        }.joined()
    }

    private static func one(
        _ result: PolicyTestResult, _ name: String, _ content: String, isFirst: Bool = true
    ) -> String {
        let test = result.test
        return "\n"
            + XML.element(
                "testcase",
                [
                    ("name", name), ("classname", test.package.joined(separator: ".")), ("file", test.file),
                    ("line", "\(test.position.line)"), ("time", seconds(isFirst ? result.nanoseconds : 0)),
                ], content)
    }

    private static func failure(_ reason: PolicyTestReason?) -> String {
        guard let reason else { return XML.element("failure", [("message", "the test does not hold")], "") }
        let place = "\(reason.place.file):\(reason.place.position.line)"
        let values = reason.values.map { subject -> String in
            switch subject.value {
            case .value(let value): "\(subject.text) = \(value.display)"
            case .undefined: "\(subject.text) is undefined"
            case .ended(let error): "\(subject.text) is undefined: \(error.message)"
            }
        }
        return XML.element(
            "failure", [("type", "failed"), ("message", "\(place): \(reason.text)")],
            XML.escaped(values.joined(separator: "\n")))
    }

    private static func seconds(_ nanoseconds: Int64) -> String {
        let digits = "\(nanoseconds / 1000 % 1_000_000)"
        return "\(nanoseconds / 1_000_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
