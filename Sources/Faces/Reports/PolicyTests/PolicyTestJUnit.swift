package import Policy
internal import Rego

/// The results of policy tests as JUnit's XML: a suite for each file, a case for each test or case of a test.
package enum PolicyTestJUnit {
    package static func text(_ results: [PolicyTestResult]) -> String {
        var files: [String] = []
        for result in results where !files.contains(result.test.file) { files.append(result.test.file) }
        let suites = files.map { file in suite(file, results.filter { $0.test.file == file }) }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + element("testsuites", [("name", "policy test")] + counts(results), suites.joined()) + "\n"
    }

    private static func suite(_ file: String, _ results: [PolicyTestResult]) -> String {
        "\n" + element("testsuite", [("name", file)] + counts(results), results.map(cases).joined() + "\n")
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
            result.output.isEmpty ? "" : element("system-out", [], escaped(result.output.joined(separator: "\n")))
        var content = ""
        switch result.outcome {
        case .passed: break
        case .skipped: content = element("skipped", [], "")
        case .ended(let error):
            content = element(
                "error", [("type", error.code.rawValue), ("message", error.message)], escaped("\(error)"))
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
            + element(
                "testcase",
                [
                    ("name", name), ("classname", test.package.joined(separator: ".")), ("file", test.file),
                    ("line", "\(test.position.line)"), ("time", seconds(isFirst ? result.nanoseconds : 0)),
                ], content)
    }

    private static func failure(_ reason: PolicyTestReason?) -> String {
        guard let reason else { return element("failure", [("message", "the test does not hold")], "") }
        let place = "\(reason.place.file):\(reason.place.position.line)"
        let values = reason.values.map { subject -> String in
            switch subject.value {
            case .value(let value): "\(subject.text) = \(value.display)"
            case .undefined: "\(subject.text) is undefined"
            case .ended(let error): "\(subject.text) is undefined: \(error.message)"
            }
        }
        return element(
            "failure", [("type", "failed"), ("message", "\(place): \(reason.text)")],
            escaped(values.joined(separator: "\n")))
    }

    // MARK: - XML

    private static func element(_ name: String, _ attributes: [(String, String)], _ content: String) -> String {
        let start = "<" + name + attributes.map { " \($0.0)=\"\(escaped($0.1, isAttribute: true))\"" }.joined()
        return content.isEmpty ? start + "/>" : start + ">" + content + "</\(name)>"
    }

    /// XML 1.0 has no place for other control characters, not even escaped.
    private static func escaped(_ text: String, isAttribute: Bool = false) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"" where isAttribute: result += "&quot;"
            case "\n" where isAttribute: result += "&#10;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func seconds(_ nanoseconds: Int64) -> String {
        let digits = "\(nanoseconds / 1000 % 1_000_000)"
        return "\(nanoseconds / 1_000_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
