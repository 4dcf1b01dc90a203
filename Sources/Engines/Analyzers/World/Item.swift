internal import Diagnostics
internal import KubeTypes
internal import Tree

/// An object of the set, with what analyzers ask of it again and again.
struct Item: Sendable {
    let object: KubeObject
    /// The namespace it lives in: its own, else the default one; empty for what belongs to the whole cluster.
    let namespace: String
    let name: String
    let labels: [String: String]
    /// Made by the analysis itself, so nothing is told about it.
    let isAssumed: Bool

    init(_ object: KubeObject, defaultNamespace: String = "", isAssumed: Bool = false) {
        self.object = object
        let isClusterWide = clusterWideKinds.contains(object.kind)
        namespace = isClusterWide ? "" : object.namespace.isEmpty ? defaultNamespace : object.namespace
        name = object.name
        labels = object.labels
        self.isAssumed = isAssumed
    }

    var key: ObjectKey { ObjectKey(namespace: namespace, name: name) }
    var kind: String { object.kind }
    var root: Node { object.root }
    var spec: Node { object.spec }

    func annotation(_ name: String) -> String? { object.annotation(name) }

    /// Kubernetes' own parts of Istio may do what others may not.
    var isControlPlane: Bool { labels["istio"] != nil || labels["release"] == "istio" }

    /// A finding about this object, at a value of it, or at its name.
    ///
    /// - Parameter meant: What the value should most likely be; it goes before the hint.
    func finding(
        _ code: Code, _ severity: Severity, _ message: String, at node: Node? = nil,
        related: [RelatedPlace] = [], effect: String? = nil, meant: String? = nil, hint: String? = nil
    ) -> Finding {
        let value = Self.placed(node)
        var finding = Finding(
            code, message, severity: severity, at: value?.place ?? object.place, length: value?.shownLength ?? 0,
            related: related, effect: effect, hint: meant.map { "did you mean \"\($0)\"?" } ?? hint)
        // A name that is near may still be another's, so a person looks at it.
        if let meant, let value, value.string != nil {
            finding.fixes = [Fix("write \"\(meant)\"", at: value.place, replacement: meant, isSafe: false)]
        }
        finding.subject = object.subject
        return finding
    }

    /// A finding that is an error.
    func finding(
        _ code: Code, _ message: String, at node: Node? = nil, related: [RelatedPlace] = [], effect: String? = nil,
        meant: String? = nil, hint: String? = nil
    ) -> Finding {
        finding(code, .error, message, at: node, related: related, effect: effect, meant: meant, hint: hint)
    }

    /// This object as the other side of a finding.
    func related(_ message: String, at node: Node? = nil) -> RelatedPlace {
        RelatedPlace(message, at: Self.placed(node)?.place ?? object.place)
    }

    private static func placed(_ node: Node?) -> Node? {
        guard let node, node.place.isKnown else { return nil }
        return node
    }
}

private let clusterWideKinds: Set = [
    "Namespace", "Node", "CustomResourceDefinition", "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration",
    "GatewayClass", "ClusterRole", "ClusterRoleBinding", "PersistentVolume", "StorageClass", "PriorityClass",
]

extension GroupKind {
    private static func networking(_ kind: String) -> GroupKind { GroupKind(group: "networking.istio.io", kind: kind) }
    private static func security(_ kind: String) -> GroupKind { GroupKind(group: "security.istio.io", kind: kind) }
    private static func core(_ kind: String) -> GroupKind { GroupKind(group: "", kind: kind) }
    private static func gatewayAPI(_ kind: String) -> GroupKind {
        GroupKind(group: "gateway.networking.k8s.io", kind: kind)
    }

    static let virtualService = networking("VirtualService")
    static let destinationRule = networking("DestinationRule")
    static let gateway = networking("Gateway")
    static let serviceEntry = networking("ServiceEntry")
    static let workloadEntry = networking("WorkloadEntry")
    static let workloadGroup = networking("WorkloadGroup")
    static let sidecar = networking("Sidecar")
    static let envoyFilter = networking("EnvoyFilter")
    static let proxyConfig = networking("ProxyConfig")
    static let authorizationPolicy = security("AuthorizationPolicy")
    static let requestAuthentication = security("RequestAuthentication")
    static let peerAuthentication = security("PeerAuthentication")
    static let telemetry = GroupKind(group: "telemetry.istio.io", kind: "Telemetry")
    static let wasmPlugin = GroupKind(group: "extensions.istio.io", kind: "WasmPlugin")

    static let service = core("Service")
    static let serviceAccount = core("ServiceAccount")
    static let namespace = core("Namespace")
    static let node = core("Node")
    static let pod = core("Pod")
    static let secret = core("Secret")
    static let configMap = core("ConfigMap")
    static let deployment = GroupKind(group: "apps", kind: "Deployment")
    static let mutatingWebhook = GroupKind(
        group: "admissionregistration.k8s.io", kind: "MutatingWebhookConfiguration")
    static let validatingWebhook = GroupKind(
        group: "admissionregistration.k8s.io", kind: "ValidatingWebhookConfiguration")
    static let resourceDefinition = GroupKind(group: "apiextensions.k8s.io", kind: "CustomResourceDefinition")

    static let kubernetesGateway = gatewayAPI("Gateway")
    static let httpRoute = gatewayAPI("HTTPRoute")
    static let grpcRoute = gatewayAPI("GRPCRoute")
    static let referenceGrant = gatewayAPI("ReferenceGrant")
}
