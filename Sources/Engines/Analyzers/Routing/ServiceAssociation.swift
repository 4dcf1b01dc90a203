internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// The Services of a Deployment agree about its ports.
    static let serviceAssociation = Analyzer(
        "deployment.MultiServiceAnalyzer", [.servicePortsConflict, .targetPortShared],
        reads: .service, .deployment, .namespace
    ) { world in
        let services = Dictionary(grouping: world.items(.service), by: \.namespace)
        return world.items(.deployment).flatMap { deployment -> [Finding] in
            guard deployment.labels["gateway.istio.io/managed"] != "istio.io-mesh-controller",
                let template = deployment.template
            else { return [] }
            let workload = Workload(deployment, template: template)
            guard world.workloads.isInMesh(workload) else { return [] }
            let fronts = (services[deployment.namespace] ?? []).filter { service in
                let selector = service.spec.pairs("selector")
                return !selector.isEmpty && selector.allSatisfy { workload.labels[$0.key] == $0.value }
            }
            let ports = fronts.flatMap { service in service.spec.items("ports").map { ServicePort(service, $0) } }
            return protocolConflicts(deployment, ports) + targetConflicts(deployment, ports)
        }
    }
}

private struct ServicePort {
    let service: Item
    let node: Node
    let number: Int
    let transport: String
    let target: String

    init(_ service: Item, _ node: Node) {
        self.service = service
        self.node = node
        number = node.number("port") ?? 0
        transport = node.text("protocol").isEmpty ? "TCP" : node.text("protocol")
        let target = node["targetPort"]?.scalarText ?? ""
        self.target = target.isEmpty || target == "0" ? String(number) : target
    }
}

private func protocolConflicts(_ deployment: Item, _ ports: [ServicePort]) -> [Finding] {
    let conflicts = Dictionary(grouping: ports, by: \.number).filter { Set($0.value.map(\.transport)).count > 1 }
    return conflicts.sorted { $0.key < $1.key }.map { number, ports in
        let names = ports.map(\.service.name).distinct.sorted()
        return deployment.finding(
            .servicePortsConflict, .warning,
            "the Services \(listed(names)) give port \(number) the protocols \(listed(ports.map(\.transport).distinct.sorted()))",
            related: ports.map { $0.service.related("\($0.transport) here", at: $0.node["protocol"] ?? $0.node) },
            effect: "requests to port \(number) are read in one of the protocols, and fail in the other",
            hint: "give both the same protocol")
    }
}

private func targetConflicts(_ deployment: Item, _ ports: [ServicePort]) -> [Finding] {
    let conflicts = Dictionary(grouping: ports, by: \.target).filter { Set($0.value.map(\.number)).count > 1 }
    return conflicts.sorted { $0.key < $1.key }.map { target, ports in
        let names = ports.map(\.service.name).distinct.sorted()
        let numbers = ports.map(\.number).distinct.sorted().map(String.init).joined(separator: ", ")
        return deployment.finding(
            .targetPortShared, .warning, "the Services \(listed(names)) reach the port \"\(target)\" as \(numbers)",
            related: ports.map { $0.service.related("port \($0.number) here", at: $0.node["port"]) },
            effect: "the proxy of the workload knows only one of the numbers; routes for the other do not apply",
            hint: "use one number")
    }
}
