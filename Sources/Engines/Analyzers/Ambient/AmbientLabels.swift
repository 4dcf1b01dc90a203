internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Workloads have a sidecar or ztunnel, and use a waypoint only behind ztunnel.
    static let ambientLabels = Analyzer(
        "kiali.AmbientLabels", [.dataPlanesConflict, .waypointUnreached], reads: .namespace, .deployment, .pod
    ) { world in
        let workloads = world.workloads.all.filter { !$0.owner.isAssumed && !$0.isGateway }
        return workloads.flatMap { workload in
            [conflict(workload, in: world), unreached(workload, in: world)].compactMap { $0 }
        }
    }
}

private func conflict(_ workload: Workload, in world: World) -> Finding? {
    let namespace = world.namespaces[workload.namespace]
    guard let ambient = ambientSource(workload, namespace), let sidecar = sidecarSource(workload, namespace) else {
        return nil
    }
    let own = workload.injection ?? workload.label(dataplaneLabel)
    return workload.owner.finding(
        .dataPlanesConflict, "\"\(workload.name)\" is to have a sidecar, and to be ambient",
        at: own, related: [RelatedPlace("ambient here", at: ambient), RelatedPlace("a sidecar here", at: sidecar)],
        effect: "its pods get a sidecar, and ztunnel passes them by: waypoints do not count for them",
        hint: "remove one of the two labels")
}

/// Where a workload is made ambient; nil when it is not.
private func ambientSource(_ workload: Workload, _ namespace: Item?) -> Place? {
    switch workload.labels[dataplaneLabel] {
    case "ambient": workload.label(dataplaneLabel)?.place ?? workload.owner.object.place
    case nil:
        namespace?.labels[dataplaneLabel] == "ambient"
            ? namespace?.ambientLabel?.place ?? workload.owner.object.place : nil
    default: nil
    }
}

/// Where a workload is told to have a sidecar; nil when it is not.
private func sidecarSource(_ workload: Workload, _ namespace: Item?) -> Place? {
    if let wanted = workload.wantsProxy { return wanted ? workload.injection?.place : nil }
    guard let namespace, namespace.labels["istio-injection"] != "disabled" else { return nil }
    let labels = namespace.root[path: "metadata", "labels"]
    if namespace.labels["istio-injection"] == "enabled" { return labels?["istio-injection"]?.place }
    return (namespace.labels["istio.io/rev"] ?? "").isEmpty ? nil : labels?["istio.io/rev"]?.place
}

/// Whether a namespace is ambient is known where it is in the set.
private func unreached(_ workload: Workload, in world: World) -> Finding? {
    guard world.namespaces[workload.namespace] != nil || world.options.isWholeMesh,
        world.isEnrolled(workload.labels, in: workload.namespace), !world.workloads.isAmbient(workload),
        workload.labels[dataplaneLabel] != "none"
    else { return nil }
    let own = workload.label(waypointLabel)
    let namespace = world.namespaces[workload.namespace]
    let label = namespace?.root[path: "metadata", "labels", waypointLabel]
    return workload.owner.finding(
        .waypointUnreached, .warning, "\"\(workload.name)\" is for a waypoint, and is not ambient", at: own,
        related: own == nil ? namespace.map { [$0.related("the waypoint is asked for here", at: label)] } ?? [] : [],
        effect: "its requests do not pass the waypoint",
        hint: "label its namespace \(dataplaneLabel)=ambient, or remove the label \(waypointLabel)")
}
