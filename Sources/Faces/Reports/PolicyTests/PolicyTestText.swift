package import Policy
internal import Rego

/// The results of policy tests for people, laid out as `opa test` does.
package struct PolicyTestText {
    private let palette: Palette
    /// Passed tests and what they print, too.
    private let isVerbose: Bool

    package init(palette: Palette, isVerbose: Bool) {
        self.palette = palette
        self.isVerbose = isVerbose
    }

    package func render(_ results: [PolicyTestResult]) -> String {
        var text = ""
        var file = ""
        for result in results where isVerbose || !result.isPassed {
            if !file.isEmpty, file != result.test.file { text += "\n" }
            file = result.test.file
            text += self.text(of: result)
        }
        if !text.isEmpty { text += String(repeating: "-", count: 80) + "\n" }
        return text + totals(results)
    }

    private func text(of result: PolicyTestResult) -> String {
        let test = result.test
        var text = "\(test.file):\(test.position.line):\n\(test.fullName): \(word(result.outcome))"
        if case .skipped = result.outcome { return text + "\n" }
        text += " (\(duration(result.nanoseconds)))\n"
        if case .ended(let error) = result.outcome {
            text += "  \(error)\n" + (error.hint.map { "  hint: \($0)\n" } ?? "")
        }
        if let reason = result.reason { text += self.text(of: reason, indent: "  ") }
        var last: [String] = []
        for one in result.cases where isVerbose || !one.isPassed {
            for level in one.names.indices where Array(one.names.prefix(level + 1)) != Array(last.prefix(level + 1)) {
                let isLeaf = level == one.names.count - 1
                let word = isLeaf ? ": " + self.word(one.isPassed ? .passed : .failed) : ""
                text += String(repeating: "  ", count: level + 1) + one.names[level] + word + "\n"
            }
            last = one.names
            let indent = String(repeating: "  ", count: one.names.count + 1)
            if let reason = one.reason { text += self.text(of: reason, indent: indent) }
        }
        if !result.output.isEmpty {
            text += "\n" + result.output.flatMap(lines).map { "  \($0)\n" }.joined() + "\n"
        }
        return text
    }

    private func text(of reason: PolicyTestReason, indent: String) -> String {
        let tries = reason.attempts > 1 ? "  (\(reason.attempts) attempts, the first is shown)" : ""
        var text = "\(indent)\(reason.place.file):\(reason.place.position.line): \(reason.text)\(tries)\n"
        for (name, value) in reason.values { text += "\(indent)  \(name) \(described(value))\n" }
        return text
    }

    private func described(_ value: PolicyTestReason.SubjectValue) -> String {
        switch value {
        case .value(let value): "= " + value.shortDisplay
        case .undefined: "is undefined"
        case .ended(let error): "is undefined: \(error.message)"
        }
    }

    private func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    private func word(_ outcome: PolicyTestResult.Outcome) -> String {
        switch outcome {
        case .passed: palette.added("PASS")
        case .failed: palette.error("FAIL")
        case .ended: palette.error("ERROR")
        case .skipped: palette.warning("SKIPPED")
        }
    }

    // MARK: - Totals

    private func totals(_ results: [PolicyTestResult]) -> String {
        let outcomes = results.flatMap(\.counted)
        func line(_ outcome: PolicyTestResult.Outcome, _ isCounted: (PolicyTestResult.Outcome) -> Bool) -> String {
            let number = outcomes.count(where: isCounted)
            return number == 0 ? "" : "\(word(outcome)): \(number)/\(outcomes.count)\n"
        }
        return line(.passed) { if case .passed = $0 { true } else { false } }
            + line(.failed) { if case .failed = $0 { true } else { false } }
            + line(.skipped) { if case .skipped = $0 { true } else { false } }
            + line(.ended(RegoError(.limit, ""))) { if case .ended = $0 { true } else { false } }
    }

    /// As Go writes it: `831ns`, `263.4µs`, `1.2ms`, `2.5s`.
    private func duration(_ nanoseconds: Int64) -> String {
        let units: [(String, Int64)] = [("s", 1_000_000_000), ("ms", 1_000_000), ("µs", 1_000)]
        guard let (unit, size) = units.first(where: { nanoseconds >= $0.1 }) else { return "\(nanoseconds)ns" }
        let tenths = nanoseconds * 10 / size
        return tenths % 10 == 0 ? "\(tenths / 10)\(unit)" : "\(tenths / 10).\(tenths % 10)\(unit)"
    }
}

extension RegoValue {
    /// Long values are cut.
    fileprivate var shortDisplay: String {
        let text = display
        guard text.unicodeScalars.count > 240 else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(239))) + "…"
    }
}
