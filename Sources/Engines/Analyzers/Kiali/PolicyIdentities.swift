internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// A policy may ask who the client is where clients prove it by mTLS.
    static let policyIdentities = Analyzer(
        "kiali.PolicyIdentities", [.identityUnproven],
        reads: .authorizationPolicy, .peerAuthentication, .destinationRule
    ) { world in
        let peers = PeerModes(world)
        return world.items(.authorizationPolicy).flatMap { policy -> [Finding] in
            let fields = identityFields(policy.spec)
            guard !fields.isEmpty, let plain = peers.plainText(for: policy) else { return [] }
            return fields.map { field in
                policy.finding(
                    .identityUnproven, "the policy asks who the client is, and clients do not prove it", at: field,
                    related: [plain],
                    effect: "no request has an identity: ALLOW rules let none through, DENY rules stop none",
                    hint: "turn mTLS on for the workloads, or use ipBlocks or requestPrincipals")
            }
        }
    }
}

/// What only a certificate tells.
private func identityFields(_ spec: Node) -> [Node] {
    spec.items("rules").flatMap { rule -> [Node] in
        let names = ["principals", "namespaces", "serviceAccounts"]
        let negations = ["notPrincipals", "notNamespaces", "notServiceAccounts"]
        let sources = rule.items("from").compactMap { $0["source"] }
        let fields = sources.flatMap { source in
            (names + negations).compactMap { source[$0] }.filter { !$0.elements.isEmpty }
        }
        let keys = ["source.principal", "source.namespace", "source.serviceAccount", "connection.sni"]
        return fields + rule.items("when").compactMap { $0["key"] }.filter { keys.contains($0.string ?? "") }
    }
}

/// What PeerAuthentications and DestinationRules say of the connections to workloads.
private struct PeerModes {
    private let root: String
    private let isAutomatic: Bool
    private let peers: [String: [Item]]
    private let mutual: [Item]
    private let config: RelatedPlace?

    init(_ world: World) {
        root = world.mesh.rootNamespace
        isAutomatic = world.mesh.config["enableAutoMtls"]?.bool ?? true
        config = world.mesh.config["enableAutoMtls"].map {
            RelatedPlace("clients do not use mTLS by themselves", at: $0.place)
        }
        peers = Dictionary(grouping: world.items(.peerAuthentication), by: \.namespace)
        mutual = world.items(.destinationRule).filter(isWideMutual)
    }

    /// Why the connections to the workloads of a policy are plain text; nil when they are not, or may not be.
    func plainText(for policy: Item) -> RelatedPlace? {
        let selector = policy.spec.pairs("selector", "matchLabels")
        let own = peers[policy.namespace] ?? []
        let narrow = own.filter { peer in
            let labels = peer.spec.pairs("selector", "matchLabels")
            return !labels.isEmpty && labels.allSatisfy { selector[$0.key] == $0.value }
        }
        let wide = own.filter { $0.spec.pairs("selector", "matchLabels").isEmpty }
        let mesh = (peers[root] ?? []).filter { $0.spec.pairs("selector", "matchLabels").isEmpty }
        // The narrowest that says something counts; one without a mode leaves it to the next.
        for peer in narrow + wide + mesh {
            let mode = peer.spec[path: "mtls", "mode"]
            switch mode?.string ?? "UNSET" {
            case "UNSET": continue
            case "DISABLE": return peer.related("mTLS is off here", at: mode)
            default: return withoutRule(for: policy)
            }
        }
        return withoutRule(for: policy)
    }

    /// Where clients do not find out by themselves, a DestinationRule must tell them.
    private func withoutRule(for policy: Item) -> RelatedPlace? {
        let hosts = ["*", "*.local", "*.\(clusterDomain)", "*.\(policy.namespace).\(clusterDomain)"]
        guard !isAutomatic, !mutual.contains(where: { hosts.contains($0.spec.text("host")) }) else { return nil }
        return config
    }
}
