internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Waypoints that labels ask for exist, and are waypoints.
    static let waypoints = Analyzer(
        "kiali.Waypoints", [.waypointUnknown], reads: .namespace, .service, .kubernetesGateway, .deployment
    ) { world in
        let kinds: [GroupKind] = [.namespace, .service, .serviceEntry, .workloadEntry]
        let items = kinds.flatMap { world.items($0) }.compactMap { item in
            let own = item.kind == "Namespace" ? item.name : item.namespace
            return finding(item, item.root[path: "metadata", "labels"], item.labels, own, in: world)
        }
        return items
            + world.workloads.all.compactMap { workload in
                finding(workload.owner, workload.metadata?["labels"], workload.labels, workload.namespace, in: world)
            }
    }
}

private func finding(
    _ item: Item, _ node: Node?, _ labels: [String: String], _ namespace: String, in world: World
) -> Finding? {
    guard let name = labels[waypointLabel], name != "none", !name.isEmpty else { return nil }
    let key = ObjectKey(namespace: labels["\(waypointLabel)-namespace"] ?? namespace, name: name)
    let effect = "requests go without HTTP routes and policies"
    guard let gateway = world.item(.kubernetesGateway, key) else {
        guard world.knows(.kubernetesGateway, in: key.namespace) else { return nil }
        return item.finding(
            .waypointUnknown, "there is no waypoint \"\(key)\"", at: node?[waypointLabel], effect: effect,
            meant: nearestName(to: name, among: world.names(.kubernetesGateway)))
    }
    // Classes of other makers cannot be known; the ones that Istio brings along can.
    let className = gateway.spec["gatewayClassName"]
    guard let text = className?.string, ["istio", "istio-remote", "istio-east-west"].contains(text) else { return nil }
    return item.finding(
        .waypointUnknown, "the Gateway \"\(key)\" is no waypoint: its class is \"\(text)\"",
        at: node?[waypointLabel], related: [gateway.related("its class", at: className)], effect: effect,
        hint: "name a Gateway of the class \(waypointClass)")
}
