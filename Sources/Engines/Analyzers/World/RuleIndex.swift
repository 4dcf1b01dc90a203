internal import KubeTypes
internal import Tree

/// DestinationRules by the host they are for.
struct RuleIndex: Sendable {
    private(set) var byHost: [String: [Item]] = [:]
    /// Rules for wildcards, by what stands behind the star.
    private var byTail: [String: [Item]] = [:]

    init(_ rules: [Item]) {
        for rule in rules {
            let host = fullHost(rule.spec.text("host"), in: rule.namespace)
            if host.hasPrefix("*") {
                byTail[String(host.dropFirst()), default: []].append(rule)
            } else {
                byHost[host, default: []].append(rule)
            }
        }
    }

    /// The rules for a full host: those that name it, and those whose wildcard covers it.
    func rules(for host: String) -> [Item] {
        var found = byHost[host] ?? []
        guard !byTail.isEmpty else { return found }
        if host.hasPrefix("*") { return found + (byTail[String(host.dropFirst())] ?? []) }
        var tail = host[...]
        while true {
            found += byTail[String(tail)] ?? []
            guard !tail.isEmpty else { return found }
            tail = tail.dropFirst()
        }
    }
}
