internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// What leaves the image of its proxy to the injector is injected.
    static let imageAuto = Analyzer(
        "injection.ImageAutoAnalyzer", [.imageAutoInPod, .imageAutoUninjected],
        reads: .namespace, .pod, .deployment, .mutatingWebhook
    ) { world in
        let webhooks = world.items(.mutatingWebhook).flatMap { Webhook.all(of: $0) }.filter(\.isIstio)
        let pods = world.items(.pod).compactMap { pod -> Finding? in
            guard let image = autoImage(pod.spec) else { return nil }
            return pod.finding(
                .imageAutoInPod, "the proxy of the pod has the image \"auto\", which the injector has not replaced",
                at: image, effect: "the pod does not start: there is no such image",
                hint: "create the pod in a namespace that is injected")
        }
        // Without any webhook in a part of a mesh there is no telling.
        guard world.knows(.mutatingWebhook) else { return pods }
        return pods + world.items(.deployment).compactMap { uninjected($0, webhooks, in: world) }
    }
}

private func autoImage(_ spec: Node?) -> Node? {
    spec?.items("containers").first { $0.text("name") == "istio-proxy" && $0.text("image") == "auto" }?["image"]
}

private func uninjected(_ deployment: Item, _ webhooks: [Webhook], in world: World) -> Finding? {
    guard let template = deployment.template, let image = autoImage(template["spec"]) else { return nil }
    let namespace = deployment.namespace.isEmpty ? "default" : deployment.namespace
    let labels = world.namespaces[namespace]?.labels ?? [:]
    let pod = template.pairs("metadata", "labels")
    guard !webhooks.contains(where: { $0.injects(pod, in: labels) }) else { return nil }
    return deployment.finding(
        .imageAutoUninjected, .warning, "no webhook injects the pods, so the image \"auto\" stays", at: image,
        effect: "the pods do not start: there is no such image",
        hint: "label the template sidecar.istio.io/inject: \"true\"")
}
