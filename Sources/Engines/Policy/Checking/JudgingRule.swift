internal import Diagnostics
internal import Rego

/// All rules of one name that judge objects, in the way of conftest: `deny`, `violation`, `warn`, and each with words
/// after it, `deny_wildcard_hosts`.
struct JudgingRule: Sendable {
    /// conftest's namespace.
    var package: [String]
    var name: String
    /// In the order of the files; messages name the one that gave them.
    var clauses: [NamedRule]
    var annotations: [RuleAnnotations]

    /// nil for a rule of any other name.
    init?(_ rules: [NamedRule]) {
        guard let first = rules.first, !first.isFunction, Self.isJudging(first.name) else { return nil }
        package = first.package
        name = first.name
        clauses = rules.filter { !$0.isDefault }
        annotations = clauses.map { RuleAnnotations($0.annotations) }
    }

    private static func isJudging(_ name: String) -> Bool {
        let words = name.split(separator: "_", omittingEmptySubsequences: false)
        return ["deny", "violation", "warn"].contains(words[0])
            && words.allSatisfy { word in
                !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
    }

    var isWarning: Bool { name == "warn" || name.hasPrefix("warn_") }

    /// The name by which exceptions speak of it: without `deny_`.
    var exceptionName: String {
        for prefix in ["deny_", "violation_", "warn_"] where name.hasPrefix(prefix) {
            return String(name.dropFirst(prefix.count))
        }
        return name
    }

    /// As OPA writes its path.
    var text: String { (["data"] + package + [name]).joined(separator: ".") }

    var path: [RegoValue] { (package + [name]).map(RegoValue.string) }

    /// The rules of a program that judge, by package and then in the order of the files.
    static func all(in program: Program) -> [JudgingRule] {
        var rules: [JudgingRule] = []
        var rest = program.rules[...]
        while let first = rest.first {
            let group = rest.prefix { $0.path == first.path }
            rest = rest.dropFirst(group.count)
            if let rule = JudgingRule(Array(group)) { rules.append(rule) }
        }
        return rules.enumerated().sorted { left, right in
            let (a, b) = (left.element.package, right.element.package)
            return a != b ? a.lexicographicallyPrecedes(b) : left.offset < right.offset
        }.map(\.element)
    }
}
