internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Workloads behind ztunnel that policies about requests are for have a waypoint to keep them.
    static let ambientWorkloads = Analyzer(
        "kiali.AmbientWorkloads", [.workloadPolicyUnread], reads: .authorizationPolicy, .namespace, .deployment
    ) { world in
        let policies = Dictionary(
            grouping: world.items(.authorizationPolicy).filter { requestRule(authorizationPolicy: $0.spec) != nil },
            by: \.namespace)
        guard !policies.isEmpty else { return [] }
        return world.workloads.all.compactMap { workload in
            guard !workload.owner.isAssumed, !workload.isGateway, world.workloads.isAmbient(workload),
                let own = policies[workload.namespace], !world.isEnrolled(workload)
            else { return nil }
            let applying = own.filter { applies($0, to: workload, in: world) }
            guard !applying.isEmpty else { return nil }
            return workload.owner.finding(
                .workloadPolicyUnread, .warning,
                "\"\(workload.name)\" has no waypoint, which \(listed(applying.map(\.name))) needs",
                related: applying.prefix(20).map {
                    $0.related("about requests here", at: requestRule(authorizationPolicy: $0.spec))
                },
                effect: "ztunnel sees no requests, and closes the connections that the policy is about",
                hint: "label the workload, its Service or its namespace \(waypointLabel)")
        }
    }
}

/// A policy for a Service is for the workloads behind it; one for a Gateway is for none.
private func applies(_ policy: Item, to workload: Workload, in world: World) -> Bool {
    let targets = policy.spec.policyTargets
    guard !targets.isEmpty else { return workload.has(policy.spec.pairs("selector", "matchLabels")) }
    let names = targets.filter { $0.text("kind") == "Service" }.map { $0.text("name") }
    return !names.isEmpty && world.services.leading(to: workload).contains { names.contains($0.name) }
}
