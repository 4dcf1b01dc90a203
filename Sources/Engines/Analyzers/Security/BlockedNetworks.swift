internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// A control plane that fetches keys for policies is told where it must not.
    static let blockedNetworks = Analyzer(
        "authn.BlockedCIDRsAnalyzer", [.keyFetchUnrestricted], reads: .requestAuthentication, .deployment
    ) { world in
        let policies = world.items(.requestAuthentication)
        guard !policies.isEmpty else { return [] }
        return world.items(.deployment).filter { $0.labels["app"] == "istiod" && !restricts($0) }.map { istiod in
            let count = policies.count
            return istiod.finding(
                .keyFetchUnrestricted, .warning,
                "istiod fetches keys from wherever RequestAuthentications say: \(listed(policies.map(\.key.description)))",
                related: policies.prefix(5).map {
                    $0.related("this policy may name an address", at: $0.spec["jwtRules"])
                },
                effect: "who may write one of the \(count) policies makes istiod call addresses inside of the cluster",
                hint: "set BLOCKED_CIDRS_IN_JWKS_URIS on istiod")
        }
    }
}

private func restricts(_ istiod: Item) -> Bool {
    let containers = istiod.template?["spec"]?.items("containers") ?? []
    return containers.flatMap { $0.items("env") }.contains {
        $0.text("name") == "BLOCKED_CIDRS_IN_JWKS_URIS" && (!$0.text("value").isEmpty || $0.has("valueFrom"))
    }
}
