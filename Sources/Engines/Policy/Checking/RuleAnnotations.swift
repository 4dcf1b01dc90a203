internal import Diagnostics
internal import Rego

/// What the METADATA of a rule says to those who read its findings. What stands at the rule itself comes before what
/// stands at its document.
struct RuleAnnotations: Sendable {
    var title: String?
    var description: String?
    var severity: Severity?
    /// Where to read more.
    var links: [String] = []
    /// A severity that is none.
    var unknownSeverity: (text: String, position: Position)?

    init(_ annotations: [Annotations]) {
        for block in annotations.sorted(by: { $0.scope == .rule && $1.scope != .rule }) {
            title = title ?? block.value["title"]?.text
            description = description ?? block.value["description"]?.text
            if links.isEmpty, case .array(let listed)? = block.value["related_resources"] {
                links = listed.compactMap { resource in
                    if case .object(let resource) = resource { return resource["ref"]?.text }
                    return resource.text
                }
            }
            guard severity == nil, case .object(let custom)? = block.value["custom"],
                let word = custom["severity"]?.text
            else { continue }
            severity = Self.severities[word.lowercased()]
            if severity == nil { unknownSeverity = (word, block.position) }
        }
    }

    /// The words that people use; ours are `error`, `warning` and `info`.
    private static let severities: [String: Severity] = [
        "error": .error, "critical": .error, "high": .error, "fatal": .error,
        "warning": .warning, "warn": .warning, "medium": .warning, "moderate": .warning,
        "info": .info, "low": .info, "note": .info, "notice": .info, "informational": .info,
    ]
}

extension RegoValue {
    var text: String? { if case .string(let text) = self { text } else { nil } }
}
