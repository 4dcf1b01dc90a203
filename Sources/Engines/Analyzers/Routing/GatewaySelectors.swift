internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Policies for gateways of Gateway API name them, because labels do not select them.
    static let gatewaySelectors = Analyzer(
        "k8sgateway.SelectorAnalyzer", [.gatewaySelectorIneffective],
        reads: .authorizationPolicy, .requestAuthentication, .telemetry, .wasmPlugin, .pod
    ) { world in
        let kinds: [GroupKind] = [.authorizationPolicy, .requestAuthentication, .telemetry, .wasmPlugin]
        return kinds.flatMap { world.items($0) }.compactMap { item in
            let selector = item.spec.pairs("selector", "matchLabels")
            guard !selector.isEmpty, !item.spec.has("targetRef") else { return nil }
            let gateways = world.workloads.matching(selector, in: item.namespace).compactMap {
                $0.labels["gateway.networking.k8s.io/gateway-name"]
            }
            guard let gateway = gateways.first else { return nil }
            return item.finding(
                .gatewaySelectorIneffective, .warning,
                "the selector meets the pods of the gateway \"\(gateway)\", for which selectors do not count",
                at: item.spec[path: "selector", "matchLabels"],
                effect: "requests through the gateway \"\(gateway)\" do not meet this \(item.kind)",
                hint: "name the Gateway in targetRefs")
        }
    }
}
