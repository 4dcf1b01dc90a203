internal import Diagnostics
internal import KubeTypes
internal import Mesh
internal import Tree

extension Analyzer {
    /// Ports of Services say their protocol.
    static let portNames = Analyzer(
        "service.PortNameAnalyzer", [.portProtocolUnsaid, .externalPortGreedy], reads: .service
    ) { world in
        world.items(.service).flatMap { service -> [Finding] in
            guard !service.isControlPlane, service.labels["gateway.istio.io/managed"] == nil else { return [] }
            let isExternal = service.spec.text("type") == "ExternalName"
            return service.spec.items("ports").compactMap { port in
                let isUnclear = !saysProtocol(port)
                if isExternal { return isUnclear || port.text("name") == "tcp" ? greedy(service, port) : nil }
                return isUnclear ? unclear(service, port) : nil
            }
        }
    }
}

/// Ports whose protocol Istio takes for granted: SMTP, DNS, MySQL, MongoDB.
private let wellKnownPorts: Set = [25, 53, 3306, 27017]
/// Beside Istio's names, what Kubernetes allows for `appProtocol`.
private let kubernetesProtocols: Set = ["kubernetes.io/h2c", "kubernetes.io/ws", "kubernetes.io/wss"]

private func saysProtocol(_ port: Node) -> Bool {
    if port.text("protocol") == "UDP" || wellKnownPorts.contains(port.number("port") ?? 0) { return true }
    let application = port.text("appProtocol")
    guard application.isEmpty else {
        return kubernetesProtocols.contains(application.lowercased()) || PortProtocol(portName: application) != nil
    }
    return PortProtocol(portName: port.text("name")) != nil
}

private func unclear(_ service: Item, _ port: Node) -> Finding {
    let number = port.number("port") ?? 0
    return service.finding(
        .portProtocolUnsaid, .info,
        "the port \(number) with the name \"\(port.text("name"))\" does not say its protocol",
        at: port["appProtocol"] ?? port["name"] ?? port["port"],
        effect: "proxies guess the protocol of each connection to port \(number) from its first bytes",
        hint: "begin the name with a protocol, such as http-web, or set appProtocol")
}

private func greedy(_ service: Item, _ port: Node) -> Finding {
    let number = port.number("port") ?? 0
    return service.finding(
        .externalPortGreedy, .warning, "port \(number) of the external name is taken for plain TCP",
        at: port["name"] ?? port["port"],
        effect: "sidecars send all unmatched connections to port \(number) of any host here",
        hint: "name the port after its protocol, such as http or tls")
}
