internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Gateways select workloads, and listen on ports of their Services.
    static let gatewayPorts = Analyzer(
        "gateway.IngressGatewayPortAnalyzer", [.gatewaySelectsNothing, .gatewayPortUnserved],
        reads: .gateway, .pod, .service
    ) { world in
        let services = Dictionary(grouping: world.items(.service), by: \.namespace)
        return world.items(.gateway).flatMap { gateway -> [Finding] in
            let workloads = world.workloads.matching(gateway.spec.pairs("selector"), in: nil)
            guard !workloads.isEmpty else { return [selectsNothing(gateway, in: world)].compactMap { $0 } }
            return unservedPorts(gateway, workloads, services)
        }
    }
}

/// That no workload carries a Gateway; nil when there is no telling.
func selectsNothing(_ gateway: Item, in world: World) -> Finding? {
    // The pods of gateways are often installed from elsewhere.
    guard world.options.isWholeMesh else { return nil }
    let selector = gateway.spec.pairs("selector")
    return gateway.finding(
        .gatewaySelectsNothing, "no workload has the labels \(described(selector))", at: gateway.spec["selector"],
        effect: "nothing listens for the Gateway: connections to its ports are refused",
        hint: "use the labels of the gateway's pods, such as istio: ingressgateway")
}

private func unservedPorts(_ gateway: Item, _ workloads: [Workload], _ services: [String: [Item]]) -> [Finding] {
    var served: Set<Int> = []
    var fronts: [Item] = []
    for namespace in workloads.map(\.namespace).distinct {
        for service in services[namespace] ?? [] {
            let selector = service.spec.pairs("selector")
            let isFront =
                !selector.isEmpty
                && workloads.contains { workload in
                    workload.namespace == namespace && selector.allSatisfy { workload.labels[$0.key] == $0.value }
                }
            guard isFront else { continue }
            fronts.append(service)
            for port in service.spec.items("ports") where ["", "TCP"].contains(port.text("protocol")) {
                served.formUnion([port.number("port"), port.number("targetPort")].compactMap { $0 })
            }
        }
    }
    return gateway.spec.items("servers").compactMap { server in
        guard let port = server.number("port", "number"), !served.contains(port) else { return nil }
        return gateway.finding(
            .gatewayPortUnserved, .warning, "no Service of the gateway's pods has the port \(port)",
            at: server[path: "port", "number"],
            related: fronts.filter { !$0.isAssumed }.map { $0.related("its ports stand here", at: $0.spec["ports"]) },
            effect: "connections to port \(port) do not reach the gateway",
            hint: served.isEmpty ? nil : "the Service has \(served.sorted().map(String.init).joined(separator: ", "))")
    }
}
