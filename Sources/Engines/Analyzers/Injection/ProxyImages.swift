internal import Diagnostics
internal import KubeTypes
internal import Mesh
internal import Tree

extension Analyzer {
    /// Pods run the proxy that the injector would give them today.
    static let proxyImages = Analyzer(
        "injection.ImageAnalyzer", [.proxyImageOutdated], reads: .namespace, .pod, .configMap, .proxyConfig
    ) { world in
        let injectors = Injectors(world)
        guard !injectors.isEmpty else { return [] }
        let variants = ImageVariants(world)
        let pods = Dictionary(grouping: world.items(.pod).map { Workload(pod: $0) }, by: \.namespace)
        return world.items(.namespace).compactMap { namespace in
            let labels = namespace.labels
            guard labels["istio-injection"] == "enabled" || labels["istio.io/rev"] != nil else { return nil }
            guard let image = injectors.proxyImage(revision: labels["istio.io/rev"] ?? "") else { return nil }
            let outdated = (pods[namespace.name] ?? []).filter { isOutdated($0, image, variants) }
            return outdated.isEmpty ? nil : finding(namespace, outdated, image)
        }
    }
}

private func isOutdated(_ pod: Workload, _ image: String, _ variants: ImageVariants) -> Bool {
    guard (pod.annotations["sidecar.istio.io/proxyImage"] ?? "").isEmpty,
        let found = pod.container("istio-proxy")?.text("image"), found != image
    else { return false }
    guard let variant = variants.variant(for: pod) else { return true }
    return found != "\(image)-\(variant)"
}

private func finding(_ namespace: Item, _ pods: [Workload], _ image: String) -> Finding {
    namespace.finding(
        .proxyImageOutdated, .warning,
        "the proxies of \(listed(pods.map(\.name))) are not of the image \"\(image)\" that the injector gives",
        related: pods.map { $0.owner.related("this pod", at: $0.container("istio-proxy")?["image"]) },
        effect: "these pods lack the fixes and features of the newer proxy", hint: "restart their workloads")
}

/// The variants of the image, such as `distroless`, that proxies are configured for.
private struct ImageVariants {
    private let configs: [String: [Item]]
    private let root: String
    private let ofMesh: String

    init(_ world: World) {
        configs = Dictionary(grouping: world.items(.proxyConfig), by: \.namespace)
        root = world.mesh.rootNamespace
        ofMesh = world.mesh.config.text("defaultConfig", "image", "imageType")
    }

    /// The annotation of the pod goes first, then a ProxyConfig for it, for its namespace, for all, then the mesh.
    func variant(for pod: Workload) -> String? {
        let annotation = try? embeddedDocument("proxy.istio.io/config", of: pod.metadata?["annotations"])
        let own = configs[pod.namespace] ?? []
        let candidates =
            [annotation?.text("image", "imageType") ?? ""]
            + own.filter { selects($0, pod) }.map(type) + own.filter { !hasSelector($0) }.map(type)
            + (configs[root] ?? []).filter { !hasSelector($0) }.map(type) + [ofMesh]
        return candidates.first { !$0.isEmpty }
    }

    private func type(_ config: Item) -> String { config.spec.text("image", "imageType") }
    private func hasSelector(_ config: Item) -> Bool { !config.spec.pairs("selector", "matchLabels").isEmpty }

    private func selects(_ config: Item, _ pod: Workload) -> Bool {
        hasSelector(config)
            && config.spec.pairs("selector", "matchLabels").allSatisfy { pod.labels[$0.key] == $0.value }
    }
}
