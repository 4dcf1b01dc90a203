internal import Diagnostics
internal import Rego
internal import Tree

extension JudgingRule {
    /// What the rule's answer means for an object.
    func findings(_ answer: RuleReader.Answer, on input: JudgedInput) -> [Finding] {
        switch answer {
        case .undefined: return []
        case .elements(let elements):
            return elements.map { finding($0.value, $0.clause, on: input) }
        case .value(.array(let elements)):
            return elements.map { finding($0, 0, on: input) }
        case .value(.bool(let holds)):
            // Rules that admit requests are often called `deny` and are true or false; they say nothing here.
            return holds ? [unreadable("true", 0, on: input, severity: .warning)] : []
        case .value(let value):
            return [finding(value, 0, on: input)]
        }
    }

    private func finding(_ value: RegoValue, _ clause: Int, on input: JudgedInput) -> Finding {
        let message: PolicyMessage
        do throws(PolicyMessage.Mistake) {
            message = try PolicyMessage(value)
        } catch {
            return unreadable(error.description, clause, on: input, severity: .error)
        }
        let about = annotations.indices.contains(clause) ? annotations[clause] : RuleAnnotations([])
        var finding = Finding(
            isWarning ? .policyWarned : .policyDenied, message.text,
            severity: about.severity ?? (isWarning ? .warning : .error), at: input.place(of: message.path),
            related: rulePlace(clause, about.title ?? "the rule \(text)"),
            hint: hint(about, message))
        finding.subject = input.subject
        return finding
    }

    private func hint(_ about: RuleAnnotations, _ message: PolicyMessage) -> String? {
        let parts = [
            about.description.map(withoutFullStop), message.details.map { "details: \($0)" },
            about.links.isEmpty ? nil : "see \(about.links.joined(separator: ", "))",
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    private func withoutFullStop(_ text: String) -> String {
        var text = text[...]
        while let last = text.last, last == "." || last.isWhitespace { text.removeLast() }
        return String(text)
    }

    private func rulePlace(_ clause: Int, _ message: String) -> [RelatedPlace] {
        guard clauses.indices.contains(clause) else { return [] }
        return [RelatedPlace(message, at: clauses[clause].position.place(in: clauses[clause].file))]
    }

    private func unreadable(
        _ found: String, _ clause: Int, on input: JudgedInput, severity: Severity
    ) -> Finding {
        let rule = clauses.indices.contains(clause) ? clauses[clause] : nil
        var finding = Finding(
            .policyMessage,
            "the rule \(text) gives no message: expected a text or an object with \"msg\", found \(found)",
            severity: severity, at: rule.map { $0.position.place(in: $0.file) } ?? .unknown,
            related: [RelatedPlace("for this object", at: input.place)],
            hint: "write `\(name) contains msg if { …; msg := \"…\" }`")
        finding.subject = input.subject
        return finding
    }

    /// Severities in METADATA that are none.
    var metadataFindings: [Finding] {
        zip(clauses, annotations).compactMap { clause, about in
            about.unknownSeverity.map { text, position in
                Finding(
                    .policyMessage, "custom.severity is \"\(text)\"; expected error, warning or info",
                    severity: .warning, at: position.place(in: clause.file),
                    hint: "until then the findings of \(name) are \(isWarning ? "warnings" : "errors")")
            }
        }
    }
}
