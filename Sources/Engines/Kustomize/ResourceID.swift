import KubeTypes

/// By which an object is known during a build. Objects without a namespace are in "default"; cluster-scoped ones in none.
struct ResourceID: Hashable, CustomStringConvertible {
    static let clusterScope = "_non_namespaceable_"

    var type: GroupVersionKind
    var name: String
    /// The effective namespace.
    var namespace: String

    init(_ type: GroupVersionKind, name: String, namespace: String) {
        self.type = type
        self.name = name
        if ClusterKinds.contains(type.groupKind) {
            self.namespace = Self.clusterScope
        } else {
            self.namespace = namespace.isEmpty ? "default" : namespace
        }
    }

    var isClusterScoped: Bool { namespace == Self.clusterScope }

    var description: String {
        let place = namespace == "default" || isClusterScoped ? "" : " in namespace \"\(namespace)\""
        return "\(type.kind) (\(type.apiVersion)) \"\(name)\"\(place)"
    }
}

/// A group, version and kind of which some parts may be left open.
struct TypeSelector: Hashable {
    var group = ""
    var version = ""
    var kind = ""

    func selects(_ other: TypeSelector) -> Bool {
        selects(GroupVersionKind(group: other.group, version: other.version, kind: other.kind))
    }

    func selects(_ type: GroupVersionKind) -> Bool {
        (kind.isEmpty || kind == type.kind) && (group.isEmpty || group == type.group)
            && (version.isEmpty || version == type.version)
    }
}

/// The built-in kinds that live in no namespace.
enum ClusterKinds {
    static func contains(_ kind: GroupKind) -> Bool { table[kind.group]?.contains(kind.kind) ?? false }

    private static let table: [String: Set<String>] = [
        "": ["ComponentStatus", "Namespace", "Node", "PersistentVolume"],
        "admissionregistration.k8s.io": [
            "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration", "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
        ],
        "apiextensions.k8s.io": ["CustomResourceDefinition"],
        "apiregistration.k8s.io": ["APIService"],
        "authentication.k8s.io": ["TokenReview", "SelfSubjectReview"],
        "authorization.k8s.io": ["SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview"],
        "certificates.k8s.io": ["CertificateSigningRequest", "ClusterTrustBundle"],
        "flowcontrol.apiserver.k8s.io": ["FlowSchema", "PriorityLevelConfiguration"],
        "internal.apiserver.k8s.io": ["StorageVersion"],
        "networking.k8s.io": ["IngressClass", "ClusterCIDR", "IPAddress", "ServiceCIDR"],
        "node.k8s.io": ["RuntimeClass"],
        "policy": ["PodSecurityPolicy"],
        "rbac.authorization.k8s.io": ["ClusterRole", "ClusterRoleBinding"],
        "resource.k8s.io": ["ResourceClass", "DeviceClass", "ResourceSlice"],
        "scheduling.k8s.io": ["PriorityClass"],
        "storage.k8s.io": ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment", "VolumeAttributesClass"],
    ]
}
