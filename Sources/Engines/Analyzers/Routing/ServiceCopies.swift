internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// A Service is the same in every cluster. Its copies in several files are taken for those of several clusters.
    static let serviceCopies = Analyzer(
        "services.MultiClusterServiceAnalyzer", [.clustersDiffer], reads: .service
    ) { world in
        let copies = Dictionary(grouping: world.serviceCopies, by: \.key)
        return copies.values.compactMap { copies in
            guard copies.count > 1, Set(copies.map(\.object.place.file)).count > 1, let first = copies.first else {
                return nil
            }
            let differences = [
                copies.map(isHeadless).distinct.count > 1 ? "headless in one, with an address in another" : nil,
                copies.map { $0.spec.text("type").isEmpty ? "ClusterIP" : $0.spec.text("type") }.distinct.count > 1
                    ? "different types" : nil,
                copies.map(ports).distinct.count > 1 ? "different ports" : nil,
            ].compactMap { $0 }
            guard !differences.isEmpty else { return nil }
            return first.finding(
                .clustersDiffer, .warning,
                "the Service differs between clusters: \(differences.joined(separator: ", "))",
                related: copies.dropFirst().map { $0.related("the other one") },
                effect: "requests that cross clusters meet another port or protocol than they expect",
                hint: "make the Services equal")
        }
    }
}

private func isHeadless(_ service: Item) -> Bool { service.spec.text("clusterIP") == "None" }

private func ports(_ service: Item) -> [String] {
    service.spec.items("ports").map { port in
        let transport = port.text("protocol").isEmpty ? "TCP" : port.text("protocol")
        let parts = [port.text("name"), port["port"]?.scalarText ?? "", transport, port.text("appProtocol")]
        return (parts + [port["targetPort"]?.scalarText ?? ""]).joined(separator: " ")
    }.sorted()
}
