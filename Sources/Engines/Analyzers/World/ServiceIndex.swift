internal import KubeTypes
internal import Tree

/// Services by the labels that they select.
struct ServiceIndex: Sendable {
    private struct Label: Hashable {
        var namespace: String
        var key: String
        var value: String
    }

    /// Each Service stands under one of its labels, the first by name.
    private var byLabel: [Label: [(selector: [String: String], service: Item)]] = [:]

    init(_ services: [Item]) {
        for service in services {
            let selector = service.spec.pairs("selector")
            guard let first = selector.min(by: { $0.key < $1.key }) else { continue }
            let label = Label(namespace: service.namespace, key: first.key, value: first.value)
            byLabel[label, default: []].append((selector, service))
        }
    }

    /// The Services that lead to a workload.
    func leading(to workload: Workload) -> [Item] {
        workload.labels.flatMap { key, value in
            byLabel[Label(namespace: workload.namespace, key: key, value: value)] ?? []
        }
        .filter { workload.has($0.selector) }.map(\.service)
    }
}
