internal import Diagnostics
internal import KubeTypes
internal import Mesh
internal import Tree

extension Analyzer {
    /// One DestinationRule is for a subset of a host.
    static let ruleCollisions = Analyzer("kiali.RuleCollisions", [.rulesCollide], reads: .destinationRule) { world in
        let scopes = world.items(.destinationRule).filter { !isWideMutual($0) }.map { RuleScope($0) }
        let exact = Dictionary(grouping: scopes.filter { !$0.host.isWildcard }, by: \.host)
        let wildcards = scopes.filter(\.host.isWildcard)
        return scopes.compactMap { scope in
            let near = scope.host.isWildcard ? scopes : (exact[scope.host] ?? []) + wildcards
            let rivals = near.filter { scope.collides(with: $0) }
            return rivals.isEmpty ? nil : finding(scope, rivals)
        }
    }

    /// A subset is a part of its host.
    static let subsetLabels = Analyzer("kiali.SubsetLabels", [.subsetUnlabelled], reads: .destinationRule) { world in
        world.items(.destinationRule).flatMap { rule in
            rule.spec.items("subsets").filter { ($0["labels"]?.entries ?? []).isEmpty }.map { subset in
                rule.finding(
                    .subsetUnlabelled, .warning, "the subset \"\(subset.text("name"))\" has no labels",
                    at: subset["name"],
                    effect: "requests to the subset reach all workloads of \"\(rule.spec.text("host"))\"",
                    hint: "add the labels that its pods have")
            }
        }
    }
}

/// Rules that turn mTLS on for the mesh or a namespace are there to be narrowed.
func isWideMutual(_ rule: Item) -> Bool {
    rule.spec.text("host").hasPrefix("*") && rule.spec.text("trafficPolicy", "tls", "mode") == "ISTIO_MUTUAL"
}

private struct RuleScope {
    let rule: Item
    let host: HostName
    /// Empty for the whole host.
    let subsets: Set<String>
    let selector: [String: String]
    let scopes: Set<String>

    init(_ rule: Item) {
        self.rule = rule
        host = HostName(fullHost(rule.spec.text("host"), in: rule.namespace))
        subsets = Set(rule.spec.items("subsets").map { $0.text("name") })
        selector = rule.spec.pairs("workloadSelector", "matchLabels")
        scopes = visibility(of: rule.spec.texts("exportTo"), from: rule.namespace)
    }

    func collides(with other: RuleScope) -> Bool {
        guard rule.key != other.rule.key, host.overlaps(other.host), selector == other.selector else { return false }
        guard scopes.contains("*") || other.scopes.contains("*") || !scopes.isDisjoint(with: other.scopes) else {
            return false
        }
        return subsets.isEmpty || other.subsets.isEmpty || !subsets.isDisjoint(with: other.subsets)
    }
}

private func finding(_ scope: RuleScope, _ rivals: [RuleScope]) -> Finding {
    scope.rule.finding(
        .rulesCollide, .warning,
        "\"\(scope.host)\" has DestinationRules in \(listed(rivals.map(\.rule.key.description))) too",
        at: scope.rule.spec["host"],
        related: rivals.prefix(20).map { $0.rule.related("for \"\($0.host)\"", at: $0.rule.spec["host"]) },
        effect: "requests to \"\(scope.host)\" meet the settings of one of them", hint: "merge them into one rule")
}
