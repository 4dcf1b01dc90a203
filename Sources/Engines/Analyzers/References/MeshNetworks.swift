internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Networks take their endpoints from registries that exist.
    static let meshNetworks = Analyzer(
        "meshnetworks.MeshNetworksAnalyzer", [.registryUnknown], reads: .secret
    ) { world in
        let remotes = world.items(.secret).filter { $0.labels["istio/multiCluster"] == "true" }
        let clusters = remotes.flatMap { secret in
            ["data", "stringData"].flatMap { secret.root[$0]?.entries.map(\.key) ?? [] }
        }
        let known = ["Mock", "Kubernetes", "External"] + clusters
        return (world.mesh.networks?["networks"]?.entries ?? []).flatMap { network in
            network.value.items("endpoints").compactMap { endpoint in
                unknownRegistry(endpoint, of: network.key, known, in: world)
            }
        }
    }
}

private func unknownRegistry(_ endpoint: Node, of network: String, _ known: [String], in world: World) -> Finding? {
    guard let registry = endpoint["fromRegistry"], let name = registry.string, !known.contains(name) else { return nil }
    let near = nearestName(to: name, among: known) ?? known.first { $0.lowercased() == name.lowercased() }
    var finding = Finding(
        .registryUnknown, "the network \"\(network)\" takes endpoints from \"\(name)\", and there is no such registry",
        at: registry.place, length: registry.shownLength,
        effect: "endpoints of \"\(name)\" count to no network: requests go to them directly, not through a gateway",
        fixes: near.map { [Fix("write \"\($0)\"", at: registry.place, replacement: $0, isSafe: false)] } ?? [],
        hint: near.map { "did you mean \"\($0)\"?" } ?? "a remote cluster needs a Secret labelled istio/multiCluster")
    finding.subject = Subject(
        apiVersion: "v1", kind: "MeshNetworks", namespace: world.options.istioNamespace, name: "meshnetworks")
    return finding
}
