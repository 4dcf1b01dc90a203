internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Judge {
    /// Differences that an Application ignores: whether the rule meets its kind, and whether a sync keeps
    /// what it ignores.
    static let ignoredDifferences = Judge(.application, .applicationSet) { item, world in
        let spec = applicationSpec(item)
        let respects = spec.words("syncPolicy", "syncOptions").contains { $0.string == "RespectIgnoreDifferences=true" }
        return spec.items("ignoreDifferences").prefix(200).flatMap { rule -> [Finding] in
            let kind = rule.text("kind")
            if rule.text("group").isEmpty, let group = groups[kind] {
                return [
                    item.finding(
                        .ignoredKindUnmatched, .warning,
                        "the rule is for a \(kind) of the core group, which there is not", at: rule["kind"],
                        effect: "the difference shows, and self-heal takes it back",
                        hint: "add \"group: \(group)\" to the rule")
                ]
            }
            return respects ? [] : written(item, rule, spec, world)
        }
    }

    /// Kinds that people write without their group.
    private static let groups = [
        "Deployment": "apps", "StatefulSet": "apps", "DaemonSet": "apps", "ReplicaSet": "apps",
        "HorizontalPodAutoscaler": "autoscaling", "CronJob": "batch", "Job": "batch", "Ingress": "networking.k8s.io",
        "VirtualService": "networking.istio.io", "DestinationRule": "networking.istio.io",
        "MutatingWebhookConfiguration": "admissionregistration.k8s.io",
        "ValidatingWebhookConfiguration": "admissionregistration.k8s.io",
        "CustomResourceDefinition": "apiextensions.k8s.io", "Rollout": "argoproj.io",
    ]

    /// A field that is ignored and stands in Git is written by the next sync. What Git does not have is left alone.
    private static func written(_ item: Item, _ rule: Node, _ spec: Node, _ world: GitOpsWorld) -> [Finding] {
        let objects = world.items(GroupKind(group: rule.text("group"), kind: rule.text("kind"))).prefix(2000).filter {
            (rule.text("name").isEmpty || rule.text("name") == $0.name)
                && (rule.text("namespace").isEmpty || rule.text("namespace") == $0.namespace)
        }
        guard !objects.isEmpty else { return [] }
        for node in rule.words("jsonPointers") + rule.words("jqPathExpressions") {
            guard let text = node.string, let pointer = pointer(text), pointer.tokens.first != "status",
                let hit = objects.lazy.compactMap({ object in object.root.at(pointer).map { (object, $0) } }).first
            else { continue }
            return [
                item.finding(
                    .ignoredDifferenceWritten, .warning,
                    "\"\(text)\" is ignored only in the comparison: every sync writes what Git has there", at: node,
                    related: [hit.0.related("Git sets it here", at: hit.1)],
                    effect: "what an autoscaler or a canary has set is reset by each sync",
                    hint: "add \"RespectIgnoreDifferences=true\" to the sync options, or remove the field from Git")
            ]
        }
        return []
    }

    /// A pointer, or a path of jq that is no more than one.
    private static func pointer(_ text: String) -> JSONPointer? {
        if text.hasPrefix("/") { return JSONPointer(parsing: text) }
        guard text.hasPrefix("."),
            text.dropFirst().utf8.allSatisfy({
                $0 == UInt8(ascii: ".") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
            })
        else { return nil }
        return JSONPointer(text.split(separator: ".").map(String.init))
    }
}
