internal import KubeTypes
internal import Tree

/// The label that sends requests through a waypoint, and the one that puts pods behind ztunnel.
let waypointLabel = "istio.io/use-waypoint"
let dataplaneLabel = "istio.io/dataplane-mode"

/// The class of Gateways that are waypoints.
let waypointClass = "istio-waypoint"

extension World {
    /// Whether ztunnel takes the traffic of a namespace. Of a namespace that is not in the set nobody knows.
    func isAmbient(_ namespace: String) -> Bool { workloads.isAmbient(namespace: namespace) }

    /// Whether requests to something pass a waypoint: its own label says so, else that of its namespace. `none` refuses.
    func isEnrolled(_ labels: [String: String], in namespace: String) -> Bool {
        let name = labels[waypointLabel] ?? namespaces[namespace]?.labels[waypointLabel] ?? ""
        return !name.isEmpty && name != "none"
    }

    /// Whether requests to a workload pass a waypoint, asked for by itself, its namespace, or a Service in front of it.
    func isEnrolled(_ workload: Workload) -> Bool {
        if workload.labels[waypointLabel] == nil, services.leading(to: workload).contains(where: isEnrolled) {
            return true
        }
        return isEnrolled(workload.labels, in: workload.namespace)
    }

    private func isEnrolled(_ service: Item) -> Bool { isEnrolled(service.labels, in: service.namespace) }
}

extension Workload {
    /// Pods that a Gateway of Gateway API runs in: waypoints, and gateways at the edge.
    var isGateway: Bool { labels["gateway.networking.k8s.io/gateway-name"] != nil }
}

extension Node {
    /// What a policy names as its targets, in the old field and in the new one.
    var policyTargets: [Node] { [self["targetRef"]].compactMap { $0 }.filter { !$0.isNull } + items("targetRefs") }
}
