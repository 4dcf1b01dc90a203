internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Policies guard workloads of the mesh, and name namespaces that exist.
    static let authorizationPolicies = Analyzer(
        "auth.AuthorizationPoliciesAnalyzer", [.policyGuardsNothing, .sourceNamespaceUnknown],
        reads: .authorizationPolicy, .namespace, .pod
    ) { world in
        world.items(.authorizationPolicy).flatMap { policy in
            [unguarded(policy, in: world)].compactMap { $0 } + unknownNamespaces(policy, in: world)
        }
    }
}

private func unguarded(_ policy: Item, in world: World) -> Finding? {
    // A policy with targets is for gateways and Services, not for the pods of its namespace.
    guard world.knowsWorkloads(in: policy.namespace), !policy.spec.has("targetRef"),
        policy.spec.items("targetRefs").isEmpty
    else {
        return nil
    }
    let isMeshWide = policy.namespace == world.mesh.rootNamespace
    let labels = policy.spec[path: "selector", "matchLabels"]
    if isMeshWide, !policy.spec.has("selector") { return nil }
    let selector = policy.spec.pairs("selector", "matchLabels")
    let workloads = world.workloads.matching(selector, in: isMeshWide ? nil : policy.namespace)
    guard !workloads.contains(where: { world.workloads.isInMesh($0) || world.workloads.isAmbient($0) }) else {
        return nil
    }
    let all =
        isMeshWide ? "the mesh has no workload" : "the namespace \"\(policy.namespace)\" has no workload of the mesh"
    let outside = workloads.first
    return policy.finding(
        .policyGuardsNothing, .warning, selector.isEmpty ? all : "\(all) with the labels \(described(selector))",
        at: labels, related: outside.map { [$0.owner.related("this one is not in the mesh")] } ?? [],
        effect: "the policy neither allows nor denies any request",
        hint: outside == nil ? "use the labels of the pods" : "label its namespace istio-injection=enabled")
}

private func unknownNamespaces(_ policy: Item, in world: World) -> [Finding] {
    guard world.knows(.namespace) else { return [] }
    let sources = policy.spec.items("rules").flatMap { $0.items("from") }.compactMap { $0["source"] }
    return sources.flatMap { $0.items("namespaces") + $0.items("notNamespaces") }.compactMap { node in
        guard let wanted = node.string, wanted.contains("*") ? world.options.isWholeMesh : !world.mayExist(wanted),
            !world.namespaces.keys.contains(where: { matches($0, wanted) })
        else {
            return nil
        }
        let near = nearestName(to: wanted, among: world.namespaces.keys.sorted())
        return policy.finding(
            .sourceNamespaceUnknown, "there is no namespace \"\(wanted)\"", at: node,
            effect: "the rule meets no request from \"\(wanted)\"", meant: near)
    }
}

/// The ways a policy may write a text: `*`, `prefix*`, `*suffix`, or exactly.
private func matches(_ namespace: String, _ pattern: String) -> Bool {
    if pattern == "*" { return true }
    if pattern.hasPrefix("*") { return namespace.hasSuffix(pattern.dropFirst()) }
    if pattern.hasSuffix("*") { return namespace.hasPrefix(pattern.dropLast()) }
    return namespace.lowercased() == pattern.lowercased()
}
