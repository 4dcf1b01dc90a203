internal import Diagnostics
internal import KubeTypes
internal import Tree

/// What the mesh as a whole is told: its configuration, and its networks.
struct MeshSettings: Sendable {
    let config: Node
    let networks: Node?
    let rootNamespace: String

    /// The configuration that is given, else that of the ConfigMap `istio`, else that of an IstioOperator.
    init(_ options: AnalyzerOptions, configMaps: [Item], operators: [Item]) {
        let map = configMaps.first { $0.name == "istio" && $0.namespace == options.istioNamespace }
        config =
            options.meshConfig ?? map.flatMap { embedded($0.root[path: "data", "mesh"]) }
            ?? operators.lazy.compactMap { $0.spec["meshConfig"] }.first ?? Node(.null)
        networks = options.meshNetworks ?? map.flatMap { embedded($0.root[path: "data", "meshNetworks"]) }
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

/// A document that stands as a text in a field; all its places are that of the field.
func embedded(_ node: Node?) -> Node? {
    guard let node, let text = node.string else { return nil }
    guard let document = try? YAMLReader.read(Array(text.utf8), file: .none).documents.first else { return nil }
    return document.placed(at: node.place)
}

extension Node {
    fileprivate func placed(at place: Place) -> Node {
        var node = self
        node.place = place
        node.updateSequence { items in
            for index in items.indices { items[index] = items[index].placed(at: place) }
        }
        node.updateMapping { $0.updateEach { _, value in value = value.placed(at: place) } }
        return node
    }
}
