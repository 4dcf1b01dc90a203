internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Each pod meets one injecting webhook at most, and its Service exists.
    static let webhooks = Analyzer(
        "webhook.Analyzer", [.webhooksOverlap, .webhookServiceUnknown], reads: .mutatingWebhook, .service
    ) { world in
        let configurations = world.items(.mutatingWebhook).filter { item in
            !revisions(of: item).isEmpty || Webhook.all(of: item).contains(where: \.isIstio)
        }
        let all = configurations.flatMap { Webhook.all(of: $0) }
        let known = Set(configurations.flatMap { revisions(of: $0) }).sorted()
        return overlaps(all, known) + all.compactMap { missingService($0, in: world) }
    }
}

private let revisionLabel = "istio.io/rev"

private func revisions(of configuration: Item) -> [String] {
    let selected = Webhook.all(of: configuration).flatMap {
        $0.namespaces.values(of: revisionLabel) + $0.objects.values(of: revisionLabel)
    }
    return [configuration.labels[revisionLabel]].compactMap { $0 } + selected
}

/// Tries the labels that namespaces and pods may have.
private func overlaps(_ webhooks: [Webhook], _ revisions: [String]) -> [Finding] {
    func labels(_ key: String, _ values: [String]) -> [[String: String]] {
        let base = [[:]] + values.map { [key: $0] }
        return base + revisions.flatMap { revision in base.map { $0.merging([revisionLabel: revision]) { $1 } } }
    }
    var rivals: [Int: Set<Int>] = [:]
    for namespace in labels("istio-injection", ["enabled", "disabled"]) {
        for pod in labels("sidecar.istio.io/inject", ["true", "false"]) {
            let met = webhooks.indices.filter { webhooks[$0].injects(pod, in: namespace) }
            guard met.count > 1 else { continue }
            for index in met { rivals[index, default: []].formUnion(met.filter { $0 != index }) }
        }
    }
    return rivals.map { index, others in
        let others = others.sorted().map { webhooks[$0] }
        return webhooks[index].owner.finding(
            .webhooksOverlap,
            "pods that meet this webhook meet \(listed(others.map { "\($0.owner.name)/\($0.name)" })) too",
            at: webhooks[index].node["name"],
            related: others.map { $0.owner.related("also injects", at: $0.node["name"]) },
            effect: "new pods are injected twice", hint: "make the selectors exclude each other, or remove one")
    }
}

private func missingService(_ webhook: Webhook, in world: World) -> Finding? {
    guard let service = webhook.node[path: "clientConfig", "service"],
        world.knows(.service, in: service.text("namespace"))
    else { return nil }
    let key = ObjectKey(namespace: service.text("namespace"), name: service.text("name"))
    guard world.item(.service, key) == nil else { return nil }
    let near = nearestName(
        to: key.name, among: world.items(.service).filter { $0.namespace == key.namespace }.map(\.name))
    return webhook.owner.finding(
        .webhookServiceUnknown, "there is no Service \"\(key)\" for the webhook \"\(webhook.name)\"",
        at: service["name"],
        effect: "new pods are not injected, or not admitted at all", meant: near)
}
