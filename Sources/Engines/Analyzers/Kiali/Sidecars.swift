internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Sidecars say what they mean, and let workloads see hosts that exist.
    static let sidecarSettings = Analyzer(
        "kiali.Sidecars", [.rootSidecarSelects, .outboundModeUnsaid, .egressHostUnknown], reads: .sidecar, .service
    ) { world in
        world.items(.sidecar).flatMap { item -> [Finding] in
            [rootFinding(item, in: world), modeFinding(item)].compactMap { $0 } + unknownHosts(item, in: world)
        }
    }
}

private func rootFinding(_ item: Item, in world: World) -> Finding? {
    guard item.namespace == world.mesh.rootNamespace, let selector = item.spec["workloadSelector"], !selector.isNull
    else {
        return nil
    }
    return item.finding(
        .rootSidecarSelects, .warning, "the Sidecar of the root namespace selects workloads", at: selector,
        effect: "it counts for workloads of the root namespace only, not for the mesh", hint: "remove the selector")
}

private func modeFinding(_ item: Item) -> Finding? {
    guard let policy = item.spec["outboundTrafficPolicy"], policy.mapping != nil, policy.text("mode").isEmpty else {
        return nil
    }
    return item.finding(
        .outboundModeUnsaid, .info, "outboundTrafficPolicy has no mode, which means REGISTRY_ONLY", at: policy,
        effect: "requests to hosts outside of the mesh get 502", hint: "write the mode")
}

/// Wildcards show what there is, so only names can be wrong.
private func unknownHosts(_ item: Item, in world: World) -> [Finding] {
    item.spec.items("egress").flatMap { $0.items("hosts") }.compactMap { node in
        let parts = (node.string ?? "").split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, !parts[1].hasPrefix("*"), parts[0] != "~",
            world.knowsHost(parts[1], from: item.namespace)
        else {
            return nil
        }
        guard world.hosts.find(parts[1], from: item.namespace) == nil else { return nil }
        return item.finding(
            .egressHostUnknown, .warning, "there is no Service or ServiceEntry for the host \"\(parts[1])\"", at: node,
            effect: "requests to \"\(parts[1])\" leave the mesh, or get 502",
            meant: nearestHost(to: parts[1], from: item.namespace, in: world).map { host in
                // The own namespace has no host of another one.
                let isOwn = host.hasSuffix(".\(item.namespace).\(clusterDomain)")
                return "\(parts[0] == "." && !isOwn ? "*" : parts[0])/\(host)"
            })
    }
}
