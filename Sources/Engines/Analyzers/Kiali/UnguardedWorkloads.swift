internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Where policies guard some workloads of a namespace, they guard all. A namespace without policies has chosen to do
    /// without.
    static let unguardedWorkloads = Analyzer(
        "kiali.UnguardedWorkloads", [.workloadUnguarded], reads: .authorizationPolicy, .deployment, .pod
    ) { world in
        let policies = Dictionary(grouping: world.items(.authorizationPolicy), by: \.namespace)
        let meshWide = policies[world.mesh.rootNamespace] ?? []
        return policies.filter { $0.key != world.mesh.rootNamespace }.flatMap { namespace, own in
            world.workloads.inNamespace(namespace).compactMap { workload in
                guard !workload.owner.isAssumed, !workload.isGateway, workload.wantsProxy != false,
                    !(own + meshWide).contains(where: { guards($0, workload, in: world) })
                else { return nil }
                return workload.owner.finding(
                    .workloadUnguarded, .warning, "no AuthorizationPolicy is for \"\(workload.name)\"",
                    related: own.prefix(5).map { $0.related("others are guarded here") },
                    effect: "whoever reaches \"\(workload.name)\" may use it",
                    hint: "add a policy for its labels, or one without a selector that denies all")
            }
        }
    }
}

private func guards(_ policy: Item, _ workload: Workload, in world: World) -> Bool {
    let targets = policy.spec.policyTargets
    guard !targets.isEmpty else { return workload.has(policy.spec.pairs("selector", "matchLabels")) }
    // A waypoint keeps its policies for all that it serves; which that is may not stand in files.
    return targets.contains { $0.text("kind") == "Gateway" || $0.text("kind") == "GatewayClass" }
        || world.services.leading(to: workload).contains { service in
            targets.contains { $0.text("kind") == "Service" && $0.text("name") == service.name }
        }
}
