internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Ports of Services lead to ports of their workloads.
    static let servicePorts = Analyzer("kiali.ServicePorts", [.containerPortUnknown], reads: .service, .deployment) {
        world in
        world.items(.service).filter { !$0.isAssumed }.flatMap { service -> [Finding] in
            let selector = service.spec.pairs("selector")
            guard !selector.isEmpty else { return [] }
            let workloads = world.workloads.matching(selector, in: service.namespace)
            let ports = workloads.flatMap { $0.spec.items("containers") + $0.spec.items("initContainers") }
                .flatMap { $0.items("ports") }
            // Ports of containers need not be told; who tells none says nothing about the others.
            guard !ports.isEmpty else { return [] }
            let names = Set(ports.map { $0.text("name") })
            let numbers = Set(ports.compactMap { $0.number("containerPort") })
            return service.spec.items("ports").compactMap { port in
                let target = port["targetPort"] ?? port["port"]
                let isNamed = target?.string.map { Int($0) == nil } ?? false
                let isKnown =
                    isNamed ? names.contains(target?.string ?? "") : numbers.contains(target?.wholeNumber ?? 0)
                guard let target, !isKnown, isNamed || !numbers.isEmpty else { return nil }
                return service.finding(
                    .containerPortUnknown, .warning,
                    "no container of its workloads has the port \"\(target.scalarText)\"",
                    at: target, related: workloads.prefix(5).map { $0.owner.related("its workload") },
                    effect: isNamed
                        ? "the Service has no endpoints: requests get 503 (UH)"
                        : "connections may be refused: 503 (UF)",
                    hint: "the containers have \(numbers.sorted().map(String.init).joined(separator: ", "))")
            }
        }
    }
}
