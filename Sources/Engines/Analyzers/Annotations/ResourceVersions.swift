internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// The definitions of Gateway API are new enough for Istio.
    static let resourceVersions = Analyzer(
        "k8sgateway.CRDVersionAnalyzer", [.definitionOutdated], reads: .resourceDefinition
    ) { world in
        world.items(.resourceDefinition).compactMap { item in
            guard let least = leastVersions[item.name],
                let text = item.annotation("gateway.networking.k8s.io/bundle-version"), let version = numbers(text),
                version.lexicographicallyPrecedes(least)
            else { return nil }
            let wanted = least.map(String.init).joined(separator: ".")
            return item.finding(
                .definitionOutdated, .warning, "the definition has the version \(text), and Istio needs \(wanted)",
                at: item.root[path: "metadata", "annotations", "gateway.networking.k8s.io/bundle-version"],
                effect: "objects of this kind have no effect", hint: "install a newer Gateway API")
        }
    }
}

private let leastVersions = [
    "grpcroutes.gateway.networking.k8s.io": [1, 1, 0], "backendtlspolicies.gateway.networking.k8s.io": [1, 4, 0],
    "tlsroutes.gateway.networking.k8s.io": [1, 5, 0], "tcproutes.gateway.networking.k8s.io": [1, 6, 0],
]

/// The three numbers of `v1.2.3-rc.1`.
private func numbers(_ version: String) -> [Int]? {
    let plain = version.drop { $0 == "v" }.prefix { $0 != "-" && $0 != "+" }
    let parts = plain.split(separator: ".").map { Int($0) }
    guard parts.count == 3 else { return nil }
    let numbers = parts.compactMap { $0 }
    return numbers.count == 3 ? numbers : nil
}
