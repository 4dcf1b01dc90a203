internal import Diagnostics
internal import KubeTypes
internal import Mesh
internal import Tree

/// What the mesh as a whole is told: its configuration, and its networks.
struct MeshSettings: Sendable {
    let config: Node
    let networks: Node?
    let rootNamespace: String

    /// The configuration that is given, else that of the ConfigMap `istio`, else that of an IstioOperator.
    init(_ options: AnalyzerOptions, configMaps: [Item], operators: [Item]) {
        // Of several revisions the one without a name is that of the mesh.
        let maps = configMaps.filter { $0.namespace == options.istioNamespace }
        let carried = (maps.filter { $0.name == "istio" } + maps.filter { $0.name != "istio" } + operators).map {
            MeshDocuments(
                of: $0.object, istioNamespace: options.istioNamespace, defaultNamespace: options.defaultNamespace)
        }
        config = options.meshConfig ?? carried.lazy.compactMap(\.config).first ?? Node(.null)
        networks = options.meshNetworks ?? carried.lazy.compactMap(\.networks).first
        let root = config.text("rootNamespace")
        rootNamespace = root.isEmpty ? options.istioNamespace : root
    }

    func provider(named name: String) -> Node? {
        config.items("extensionProviders").first { $0.text("name") == name }
    }

    /// The ingress gateway that an installation brings along, as Istio's analysis takes it for granted.
    func assumedGateway(in namespace: String) -> [Item] {
        if config.text("ingressControllerMode") == "OFF" { return [] }
        let name = config.text("ingressService").isEmpty ? "istio-ingressgateway" : config.text("ingressService")
        let label = config.text("ingressSelector").isEmpty ? "ingressgateway" : config.text("ingressSelector")
        let labels: Node = ["istio": Node(label)]
        var pod = KubeObject(GroupVersionKind(group: "", version: "v1", kind: "Pod"), namespace: namespace, name: name)
        pod.root.set(labels, at: ["metadata", "labels"])
        pod.root.set(Node([["name": "istio-proxy", "image": "proxyv2"]]), at: ["spec", "containers"])
        var service = KubeObject(
            GroupVersionKind(group: "", version: "v1", kind: "Service"), namespace: namespace, name: name)
        service.root.set(labels, at: ["spec", "selector"])
        let ports = [("http2", 80), ("https", 443), ("tcp", 31400), ("tls", 15443)].map { name, number in
            Node(dictionaryLiteral: ("name", Node(name)), ("port", Node(number)), ("protocol", "TCP"))
        }
        service.root.set(Node(ports), at: ["spec", "ports"])
        return [Item(pod, isAssumed: true), Item(service, isAssumed: true)]
    }
}
