package import Diagnostics
internal import Rego

extension PolicySet {
    /// What the policies most likely do not mean, and everything that OPA would refuse.
    package var lintFindings: [Finding] {
        let linter = Linter()
        let texts = Dictionary(texts.map { ($0.file, $0.text) }) { first, _ in first }
        let remarks = modules.flatMap { module in
            let ignored = IgnoredRules(module.comments)
            return linter.remarks(on: module, texts[module.file] ?? "")
                .filter { !ignored.contains($0) }.map { $0.finding(in: module.file) }
        }
        // A remark says more than the error at the same place, or the same.
        let errors = findings.filter { $0.severity == .error }
        return (findings + remarks.filter { remark in !errors.contains { $0.place == remark.place && $0.hint != nil } })
            .sorted { $0.place < $1.place }
    }
}

extension LintRemark {
    fileprivate func finding(in file: String) -> Finding {
        Finding(rule.findingCode, message, severity: .warning, at: position.place(in: file), hint: hint)
    }
}

/// `# regal ignore:unused-import,use-in-operator`: not in this line, nor in the one below.
private struct IgnoredRules {
    private var rules: [Int: Set<String>] = [:]

    init(_ comments: [Comment]) {
        for comment in comments {
            let text = comment.text.drop { $0 == " " || $0 == "\t" }
            guard text.hasPrefix("regal ignore:") else { continue }
            let names = text.dropFirst("regal ignore:".count).split { $0 == "," || $0 == " " || $0 == "\r" }
            for line in [comment.position.line, comment.position.line + 1] {
                rules[line, default: []].formUnion(names.map(String.init))
            }
        }
    }

    func contains(_ remark: LintRemark) -> Bool {
        rules[remark.position.line]?.contains(remark.rule.rawValue) ?? false
    }
}
