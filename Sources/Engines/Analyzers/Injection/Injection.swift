internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Namespaces say whether they are in the mesh, in one way, and their pods are.
    static let injection = Analyzer(
        "injection.Analyzer", [.injectionUnsaid, .proxyMissing, .injectionLabelsConflict, .injectionByDefault],
        reads: .namespace, .pod, .configMap
    ) { world in
        let injectors = Injectors(world)
        let namespaces = world.items(.namespace).filter {
            $0.name != world.options.istioNamespace && !ignoredNamespaces.contains($0.name)
        }
        let injected = Set(namespaces.filter { Membership($0) == .injected }.map(\.name))
        return namespaces.compactMap { namespaceFinding($0, injectors) }
            + world.items(.pod).compactMap { injected.contains($0.namespace) ? podFinding($0) : nil }
    }
}

/// How a namespace comes into the mesh.
private enum Membership: Equatable {
    case unsaid, injected, ambient, refused
    case conflict([String])

    init(_ namespace: Item) {
        let injection = namespace.labels["istio-injection"] ?? ""
        let ways = ["istio-injection", "istio.io/rev", "istio.io/dataplane-mode"].filter { namespace.labels[$0] != nil }
        if !injection.isEmpty, injection != "enabled" {
            self = .refused
        } else if ways.count > 1 {
            self = .conflict(ways)
        } else if namespace.labels["istio.io/dataplane-mode"] == "ambient" {
            self = .ambient
        } else if injection.isEmpty, namespace.labels["istio.io/rev"] == nil {
            self = .unsaid
        } else {
            self = .injected
        }
    }
}

private func namespaceFinding(_ namespace: Item, _ injectors: Injectors) -> Finding? {
    let labels = namespace.root[path: "metadata", "labels"]
    switch Membership(namespace) {
    case .injected, .ambient, .refused: return nil
    case .conflict(let ways):
        return namespace.finding(
            .injectionLabelsConflict, .warning,
            "the namespace has labels for several ways into the mesh: \(listed(ways))",
            at: ways.last.flatMap { labels?[$0] }, effect: "new pods get a proxy of the one or the other, or none",
            hint: "keep one of the labels")
    case .unsaid:
        if injectors.isEnabledByDefault(revision: "") {
            return namespace.finding(
                .injectionByDefault, .info, "the namespace is injected because the installation injects by default",
                hint: "label it istio-injection=enabled or disabled to say so")
        }
        return namespace.finding(
            .injectionUnsaid, .info, "the namespace does not say whether it is in the mesh",
            effect: "its pods have no proxy: no mTLS, no routes, no telemetry",
            hint: "label it istio-injection=enabled, or disabled to leave it outside")
    }
}

private func podFinding(_ pod: Item) -> Finding? {
    let workload = Workload(pod: pod)
    if workload.wantsProxy == false || workload.spec["hostNetwork"]?.bool == true { return nil }
    guard workload.container("istio-proxy")?.has("image") != true else { return nil }
    return pod.finding(
        .proxyMissing, .warning, "the pod \"\(pod.name)\" has no proxy, and its namespace injects one",
        effect: "requests to the pod get neither mTLS nor policies", hint: "restart its workload")
}
