internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Judge {
    /// Where alerts go, what they are about, and what they say.
    static let fluxAlerts = Judge(.alert) { item, world in
        var findings: [Finding] = []
        if let node = item.spec[path: "providerRef", "name"], let name = node.string,
            let absence = world.absence(of: name, in: item.namespace, among: .alertProvider)
        {
            findings.append(
                item.finding(
                    .alertProviderUnknown, absence.severity,
                    "the repository has no Provider \"\(name)\" in \"\(item.namespace)\"", at: node,
                    effect: "without it alerts are lost", meant: absence.nearest,
                    hint: "add it, unless the cluster has it"))
        }
        findings += item.spec.items("eventSources").prefix(500).compactMap { eventSource(item, $0, world) }
        if let node = item.spec["summary"], node.string?.contains("{{") == true {
            findings.append(
                item.finding(
                    .summaryIsPlain, .warning, "Flux sends the summary as it is written here: it is no template",
                    at: node,
                    effect: "people read \"{{…}}\" in each alert",
                    hint: "write plain words; the message of the event is sent beside them"))
        }
        return findings
    }

    private static let groups = [
        "Kustomization": "kustomize", "HelmRelease": "helm", "GitRepository": "source", "OCIRepository": "source",
        "Bucket": "source", "HelmRepository": "source", "HelmChart": "source", "ImageRepository": "image",
        "ImagePolicy": "image", "ImageUpdateAutomation": "image",
    ]

    private static func eventSource(_ item: Item, _ node: Node, _ world: GitOpsWorld) -> Finding? {
        let reference = FluxReference(node, from: item)
        guard reference.name != "*", let group = groups[node.text("kind")] else { return nil }
        let kind = GroupKind(group: "\(group).toolkit.fluxcd.io", kind: node.text("kind"))
        guard let absence = world.absence(of: reference.name, in: reference.namespace, among: kind) else { return nil }
        return item.finding(
            .eventSourceUnknown, absence.severity,
            "the repository has no \(kind.kind) \"\(reference.name)\" in \"\(reference.namespace)\"",
            at: reference.place, effect: "without it there are no events to tell of", meant: absence.nearest,
            hint: "correct the name, or write \"*\" for all")
    }
}
