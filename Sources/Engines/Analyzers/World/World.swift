internal import Diagnostics
internal import KubeTypes
internal import Tree

/// All objects of an analysis, with the indices by which analyzers look at them. Made once, in linear time.
struct World: Sendable {
    let options: AnalyzerOptions
    private let kinds: [GroupKind: [Item]]
    /// The namespaces that have objects of a kind.
    private let occupied: [GroupKind: Set<String>]
    private let byKey: [GroupKind: [ObjectKey: Item]]
    /// Every Service as it stands in each file, for those who compare clusters.
    let serviceCopies: [Item]
    let namespaces: [String: Item]
    let workloads: WorkloadIndex
    let hosts: HostIndex
    let services: ServiceIndex
    let rules: RuleIndex
    let mesh: MeshSettings
    /// Names of Secrets that are there, or will be when a controller has made them.
    let secretNames: Set<ObjectKey>

    init(_ objects: [KubeObject], options: AnalyzerOptions) {
        self.options = options
        var kinds: [GroupKind: [Item]] = [:]
        var positions: [GroupKind: [ObjectKey: Int]] = [:]
        var copies: [Item] = []
        for object in objects where !ignoredNamespaces.contains(object.namespace) {
            let item = Item(object, defaultNamespace: options.defaultNamespace)
            let kind = Self.kind(of: object)
            if kind == .service { copies.append(item) }
            // A later document with the same identity stands for the earlier one.
            if let position = positions[kind]?[item.key], !item.name.isEmpty {
                kinds[kind]?[position] = item
            } else {
                positions[kind, default: [:]][item.key] = kinds[kind]?.count ?? 0
                kinds[kind, default: []].append(item)
            }
        }
        mesh = MeshSettings(options, configMaps: kinds[.configMap] ?? [], operators: kinds[.istioOperator] ?? [])
        for item in mesh.assumedGateway(in: options.istioNamespace) {
            let kind = Self.kind(of: item.object)
            guard positions[kind]?[item.key] == nil else { continue }
            positions[kind, default: [:]][item.key] = kinds[kind]?.count ?? 0
            kinds[kind, default: []].append(item)
        }
        self.kinds = kinds
        occupied = kinds.mapValues { Set($0.filter { !$0.isAssumed }.map(\.namespace)) }
        byKey = positions.reduce(into: [:]) { found, entry in
            found[entry.key] = entry.value.compactMapValues { kinds[entry.key]?[$0] }
        }
        serviceCopies = copies
        let namespaceItems = kinds[.namespace] ?? []
        namespaces = Dictionary(namespaceItems.map { ($0.name, $0) }) { $1 }
        workloads = WorkloadIndex(kinds, namespaces: namespaces)
        hosts = HostIndex(entries: kinds[.serviceEntry] ?? [], services: kinds[.service] ?? [])
        services = ServiceIndex(kinds[.service] ?? [])
        rules = RuleIndex(kinds[.destinationRule] ?? [])
        secretNames = Set(kinds.flatMap { kind, items in items.flatMap { secretKeys(of: $0, kind) } })
    }

    func items(_ kind: GroupKind) -> [Item] { kinds[kind] ?? [] }

    func item(_ kind: GroupKind, _ key: ObjectKey) -> Item? { byKey[kind]?[key] }

    func names(_ kind: GroupKind) -> [String] { items(kind).map(\.name) }

    /// Whether the absence of an object of these kinds says something: where the set is a part of a mesh, only when it
    /// has others of them.
    func knows(_ kinds: GroupKind...) -> Bool {
        options.isWholeMesh || kinds.contains { items($0).contains { !$0.isAssumed } }
    }

    /// The same for the objects of a namespace: a repository often has one whole namespace and nothing of another.
    func knows(_ kinds: GroupKind..., in namespace: String) -> Bool {
        options.isWholeMesh || kinds.contains { occupied[$0]?.contains(namespace) == true }
    }

    /// Whether the absence of a host says something: of a Service where its namespace has others, of another host where
    /// there are ServiceEntries.
    func knowsHost(_ host: String, from namespace: String) -> Bool {
        if options.isWholeMesh { return true }
        let full = fullHost(host, in: namespace)
        guard full.hasSuffix(".\(clusterDomain)") else { return knows(.serviceEntry) }
        let parts = full.split(separator: ".")
        return parts.count > 1 && knows(.service, in: String(parts[1]))
    }

    /// Whether the absence of a workload in a namespace says something.
    func knowsWorkloads(in namespace: String) -> Bool {
        options.isWholeMesh || workloads.inNamespace(namespace).contains { !$0.owner.isAssumed }
    }

    /// Whether a namespace may be there: a part of a mesh tells of others only what looks like a typing error.
    func mayExist(_ namespace: String) -> Bool {
        if options.isWholeMesh { return namespaces[namespace] != nil }
        return namespaces[namespace] != nil || namespace == options.istioNamespace
            || nearestName(to: namespace, among: namespaces.keys) == nil
    }

    /// Whether the absence of a workload says something.
    var knowsWorkloads: Bool { options.isWholeMesh || workloads.hasOwn }

    /// Whether a route that leads to an absent host is lost. A set without any Service is no mesh: its routes lead to
    /// Services of another repository.
    var hasHosts: Bool { hosts.hasOwn }

    /// Groups that Deployments had before they came to `apps`.
    private static func kind(of object: KubeObject) -> GroupKind {
        let kind = object.type.groupKind
        return kind.kind == "Deployment" && (kind.group.isEmpty || kind.group == "extensions") ? .deployment : kind
    }
}

/// Namespaces of Kubernetes itself, at which Istio does not look.
let ignoredNamespaces: Set = ["kube-system", "kube-public", "kube-node-lease", "local-path-storage"]

extension GroupKind {
    static let istioOperator = GroupKind(group: "install.istio.io", kind: "IstioOperator")
}

/// The Secrets that exist because an object does: itself, or what its controller makes of it.
private func secretKeys(of item: Item, _ kind: GroupKind) -> [ObjectKey] {
    func key(_ name: String) -> [ObjectKey] { [ObjectKey(namespace: item.namespace, name: name)] }
    switch (kind.group, kind.kind) {
    case ("", "Secret"), ("bitnami.com", "SealedSecret"): return key(item.name)
    case ("external-secrets.io", "ExternalSecret"):
        let target = item.spec.text("target", "name")
        return key(target.isEmpty ? item.name : target)
    case ("cert-manager.io", "Certificate"): return key(item.spec.text("secretName"))
    default: return []
    }
}
