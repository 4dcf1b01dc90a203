internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// The cluster has not refused a configuration.
    static let conditions = Analyzer(
        "conditions.ConditionAnalyzer", [.conditionNegative],
        reads: .service, .serviceEntry, .workloadEntry, .authorizationPolicy, .kubernetesGateway, .httpRoute, .grpcRoute
    ) { world in
        watched.flatMap { kind, types in
            world.items(kind).flatMap { item in
                let status = item.object.status
                let all = status.items("conditions") + status.items("parents").flatMap { $0.items("conditions") }
                return all.filter { isNegative($0, types) }.map { conditionFinding($0, of: item) }
            }
        }
    }
}

private let routeConditions = ["Accepted", "ResolvedRefs"]
private let waypointConditions = ["istio.io/WaypointBound"]

private let watched: [(GroupKind, [String])] = [
    (.service, waypointConditions), (.serviceEntry, waypointConditions), (.workloadEntry, waypointConditions),
    (.authorizationPolicy, ["ZtunnelAccepted", "WaypointAccepted"]),
    (.kubernetesGateway, ["Accepted", "Programmed", "ResolvedRefs"]),
    (.httpRoute, routeConditions), (.grpcRoute, routeConditions),
]

private func isNegative(_ condition: Node, _ types: [String]) -> Bool {
    let type = condition.text("type")
    guard types.contains(type) else { return false }
    if condition["status"]?.scalarText.lowercased() == "false" { return true }
    return type == "WaypointAccepted" && condition.text("reason") == "PartiallyInvalid"
}

private func conditionFinding(_ condition: Node, of item: Item) -> Finding {
    let words = [condition.text("reason"), condition.text("message")].filter { !$0.isEmpty }.joined(separator: ": ")
    return item.finding(
        .conditionNegative, .warning, "the cluster says no to \(condition.text("type")): \(words)",
        at: condition["status"] ?? condition["type"], effect: "the \(item.kind) is not in use, or in part only")
}
