internal import KubeTypes
internal import Tree

/// Something that runs pods: a Pod, or the template of a kind that makes them.
struct Workload: Sendable {
    let owner: Item
    let labels: [String: String]
    let annotations: [String: String]
    let spec: Node

    var isPod: Bool { owner.kind == "Pod" }
    var namespace: String { owner.namespace }
    var name: String { owner.name }

    init(pod: Item) {
        owner = pod
        labels = pod.labels
        annotations = pod.object.annotations
        spec = pod.spec
    }

    init(_ owner: Item, template: Node) {
        self.owner = owner
        labels = template.pairs("metadata", "labels")
        annotations = template.pairs("metadata", "annotations")
        spec = template["spec"] ?? Node(.null)
    }

    /// The container of that name, which may be one that starts first and stays.
    func container(_ name: String) -> Node? {
        (spec.items("containers") + spec.items("initContainers")).first { $0.text("name") == name }
    }

    func has(_ wanted: [String: String]) -> Bool { wanted.allSatisfy { labels[$0.key] == $0.value } }

    /// The metadata of the pods.
    var metadata: Node? { isPod ? owner.root["metadata"] : owner.template?["metadata"] }

    /// A label of the pods, where it stands.
    func label(_ name: String) -> Node? { metadata?[path: "labels", name] }

    /// What the workload says about injection: its label, else its annotation.
    var injection: Node? {
        let name = "sidecar.istio.io/inject"
        return metadata?[path: "labels", name] ?? metadata?[path: "annotations", name]
    }

    /// Whether it asks for a proxy, or refuses one; nil when it leaves that to its namespace.
    var wantsProxy: Bool? { injection.map { $0.scalarText.lowercased() == "true" } }
}

extension Item {
    /// The template of the pods that the object makes.
    var template: Node? {
        switch kind {
        case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "Rollout": spec["template"]
        case "CronJob": spec[path: "jobTemplate", "spec", "template"]
        default: nil
        }
    }
}

/// Workloads by namespace and by label.
struct WorkloadIndex: Sendable {
    let all: [Workload]
    private var byNamespace: [String: [Int]] = [:]
    private var byLabel: [Label: [Int]] = [:]
    private let namespaces: [String: Item]
    /// Whether there is one that the analysis has not assumed.
    let hasOwn: Bool

    private struct Label: Hashable {
        var namespace: String?
        var key: String
        var value: String
    }

    init(_ kinds: [GroupKind: [Item]], namespaces: [String: Item]) {
        var all = (kinds[.pod] ?? []).map { Workload(pod: $0) }
        let pods = WorkloadIndex(all)
        for kind in templateKinds {
            for owner in kinds[kind] ?? [] {
                guard let template = owner.template else { continue }
                let workload = Workload(owner, template: template)
                // Pods of its own say more than the template.
                if !workload.labels.isEmpty, pods.someMatches(workload.labels, in: workload.namespace) {
                    continue
                }
                all.append(workload)
            }
        }
        self.init(all, namespaces: namespaces)
    }

    private init(_ workloads: [Workload], namespaces: [String: Item] = [:]) {
        all = workloads
        self.namespaces = namespaces
        hasOwn = workloads.contains { !$0.owner.isAssumed }
        for (index, workload) in workloads.enumerated() {
            byNamespace[workload.namespace, default: []].append(index)
            for (key, value) in workload.labels {
                byLabel[Label(namespace: workload.namespace, key: key, value: value), default: []].append(index)
                byLabel[Label(namespace: nil, key: key, value: value), default: []].append(index)
            }
        }
    }

    func inNamespace(_ namespace: String) -> [Workload] { (byNamespace[namespace] ?? []).map { all[$0] } }

    /// Those with all of the labels; no labels select all.
    ///
    /// - Parameter namespace: nil for those of every namespace.
    func matching(_ labels: [String: String], in namespace: String?) -> [Workload] {
        guard !labels.isEmpty else { return namespace.map(inNamespace) ?? all }
        return candidates(labels, namespace).map { all[$0] }.filter { $0.has(labels) }
    }

    /// Whether some workload has all of the labels.
    func someMatches(_ labels: [String: String], in namespace: String?) -> Bool {
        guard !labels.isEmpty else { return namespace.map { byNamespace[$0] != nil } ?? !all.isEmpty }
        return candidates(labels, namespace).contains { all[$0].has(labels) }
    }

    /// Those that have the rarest of the labels.
    private func candidates(_ labels: [String: String], _ namespace: String?) -> [Int] {
        var rarest: [Int]?
        for (key, value) in labels {
            let found = byLabel[Label(namespace: namespace, key: key, value: value)] ?? []
            if found.count < rarest?.count ?? .max { rarest = found }
        }
        return rarest ?? []
    }

    /// Whether a proxy stands beside it, or will when it starts.
    func isInMesh(_ workload: Workload) -> Bool {
        if let proxy = workload.container("istio-proxy"), proxy.has("image") { return true }
        if let wanted = workload.wantsProxy { return wanted }
        return namespaces[workload.namespace]?.labels["istio-injection"] == "enabled"
    }

    /// Whether ztunnel takes its traffic.
    func isAmbient(_ workload: Workload) -> Bool {
        if workload.annotations["ambient.istio.io/redirection"] == "enabled" { return true }
        switch workload.labels["istio.io/dataplane-mode"] {
        case "ambient": return true
        case nil: return isAmbient(namespace: workload.namespace)
        default: return false
        }
    }

    func isAmbient(namespace: String) -> Bool {
        guard let labels = namespaces[namespace]?.labels, labels["istio.io/dataplane-mode"] == "ambient" else {
            return false
        }
        return labels["istio-injection"] != "enabled" && (labels["istio.io/rev"] ?? "").isEmpty
    }
}

private let templateKinds: [GroupKind] =
    [
        .deployment, GroupKind(group: "argoproj.io", kind: "Rollout"), GroupKind(group: "batch", kind: "Job"),
        GroupKind(group: "batch", kind: "CronJob"),
    ] + ["StatefulSet", "DaemonSet", "ReplicaSet"].map { GroupKind(group: "apps", kind: $0) }
