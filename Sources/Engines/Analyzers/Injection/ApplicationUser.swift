internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// No application runs as the proxy's user, whose traffic is not redirected.
    static let applicationUser = Analyzer(
        "applicationUID.Analyzer", [.proxyUserTaken], reads: .pod, .deployment
    ) { world in
        let owners =
            world.items(.pod).map { ($0, $0.spec) }
            + world.items(.deployment).compactMap { item in item.template?["spec"].map { (item, $0) } }
        return owners.compactMap { item, spec in
            guard !item.isControlPlane, let user = proxyUser(spec) else { return nil }
            return item.finding(
                .proxyUserTaken, .warning, "the application runs as the user 1337, which is the proxy's", at: user,
                effect: "its requests go past the proxy: no mTLS, no routes", hint: "choose another user")
        }
    }
}

private func proxyUser(_ spec: Node) -> Node? {
    let own = spec[path: "securityContext", "runAsUser"]
    if own?.wholeNumber == 1337 { return own }
    let applications = spec.items("containers").filter { !["istio-proxy", "istio-operator"].contains($0.text("name")) }
    return applications.lazy.compactMap { $0[path: "securityContext", "runAsUser"] }.first { $0.wholeNumber == 1337 }
}
