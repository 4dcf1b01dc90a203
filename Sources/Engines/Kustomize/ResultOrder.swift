import Diagnostics
import KubeTypes
import Tree

/// The order in which the objects of a result stand.
enum ResultOrder {
    case asWritten
    case byKind(first: [String], last: [String])

    static let legacy = ResultOrder.byKind(
        first: [
            "Namespace", "ResourceQuota", "StorageClass", "CustomResourceDefinition", "ServiceAccount",
            "PodSecurityPolicy", "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding", "ConfigMap", "Secret",
            "Endpoints", "Service", "LimitRange", "PriorityClass", "PersistentVolume", "PersistentVolumeClaim",
            "Deployment", "StatefulSet", "CronJob", "PodDisruptionBudget",
        ],
        last: ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"])

    /// Nil when the kustomization says nothing.
    init?(_ node: Node?) throws(Refused) {
        guard let node, !node.isNull else { return nil }
        let order = node["order"]?.scalarText ?? ""
        let legacyOptions = node["legacySortOptions"]
        switch order {
        case "fifo":
            if let legacyOptions, !legacyOptions.isNull {
                throw refusal(
                    .kustomizationFieldInvalid, "\"legacySortOptions\" needs the order \"legacy\"",
                    at: legacyOptions.place)
            }
            self = .asWritten
        case "legacy":
            guard let legacyOptions, !legacyOptions.isNull else {
                self = .legacy
                return
            }
            func kinds(_ field: String) -> [String] { legacyOptions[field]?.elements.compactMap(\.scalarText) ?? [] }
            self = .byKind(first: kinds("orderFirst"), last: kinds("orderLast"))
        default:
            throw refusal(
                .kustomizationFieldInvalid, "sortOptions.order is \"\(order)\"", at: node["order"]?.place ?? node.place,
                hint: "expected \"fifo\" or \"legacy\"")
        }
    }

    func sort(_ resources: inout [Resource]) {
        guard case .byKind(let first, let last) = self else { return }
        var ranks: [String: Int] = [:]
        for (index, kind) in first.enumerated() { ranks[kind] = index - first.count }
        for (index, kind) in last.enumerated() { ranks[kind] = index + 1 }
        let keyed = resources.map { resource in (key: Self.key(of: resource, ranks), resource: resource) }
        resources = keyed.sorted { $0.key < $1.key }.map(\.resource)
    }

    private static func key(of resource: Resource, _ ranks: [String: Int]) -> (Int, String, String) {
        let id = resource.id
        func part(_ text: String, _ none: String) -> String { text.isEmpty ? none : text }
        let type = "\(part(id.type.group, "~G"))_\(part(id.type.version, "~V"))_\(part(id.type.kind, "~K"))"
        return (
            ranks[id.type.kind] ?? 0, type,
            "\(part(resource.namespace, "~X"))|\(part(resource.name, "~N"))"
        )
    }
}
