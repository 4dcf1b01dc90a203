internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// One PeerAuthentication is for a workload, one for the rest of a namespace.
    static let peerAuthentications = Analyzer(
        "kiali.PeerAuthentications", [.peerDefaultTwice, .peersOverlap], reads: .peerAuthentication, .pod
    ) { world in
        let defaults = world.items(.peerAuthentication).filter { $0.spec.pairs("selector", "matchLabels").isEmpty }
        return twice(defaults, .peerDefaultTwice)
            + Selecting(kind: .peerAuthentication, labels: ["selector", "matchLabels"], overlap: .peersOverlap)
            .conflicts(world)
    }

    /// Policies for some workloads select some.
    static let policySelectors = Analyzer(
        "kiali.PolicySelectors", [.policySelectsNothing],
        reads: .peerAuthentication, .requestAuthentication, .wasmPlugin, .pod
    ) { world in
        guard world.knowsWorkloads else { return [] }
        let kinds: [GroupKind] = [.peerAuthentication, .requestAuthentication, .wasmPlugin]
        return kinds.flatMap { world.items($0) }.compactMap { item in
            let selector = item.spec.pairs("selector", "matchLabels")
            let isEverywhere = item.namespace == world.mesh.rootNamespace
            guard !selector.isEmpty, world.knowsWorkloads(in: item.namespace),
                !world.workloads.someMatches(selector, in: isEverywhere ? nil : item.namespace)
            else { return nil }
            return item.finding(
                .policySelectsNothing, .warning, "no workload has the labels \(described(selector))",
                at: item.spec[path: "selector", "matchLabels"], effect: "the \(item.kind) has no effect",
                hint: "use the labels of the pods")
        }
    }
}
