internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Fields and kinds that Istio has given up are not in use.
    static let deprecatedFields = Analyzer(
        "deprecation.DeprecationAnalyzer", [.featureRetired], reads: .virtualService, .sidecar, .resourceDefinition
    ) { world in
        let delays = world.items(.virtualService).flatMap { item in
            item.spec.items("http").compactMap { http -> Finding? in
                let delay = http[path: "fault", "delay"]
                guard let percent = delay?["percent"], percent.wholeNumber ?? 0 > 0 else { return nil }
                return retired(item, "the field fault.delay.percent is deprecated", percent, "use percentage.value")
            }
        }
        let proxies = world.items(.sidecar).compactMap { item -> Finding? in
            guard let proxy = item.spec[path: "outboundTrafficPolicy", "egressProxy"], !proxy.isNull else { return nil }
            return retired(
                item, "the field outboundTrafficPolicy.egressProxy is deprecated", proxy, "route through a Gateway")
        }
        let definitions = world.items(.resourceDefinition).compactMap { item -> Finding? in
            let kind = item.spec.text("names", "kind")
            guard item.spec.text("group") == "rbac.istio.io", retiredKinds.contains(kind) else { return nil }
            return retired(
                item, "the kind \"\(kind)\" is no longer read", item.spec[path: "names", "kind"],
                "write an AuthorizationPolicy")
        }
        return delays + proxies + definitions
    }
}

private let retiredKinds: Set = ["ClusterRbacConfig", "RbacConfig", "ServiceRole", "ServiceRoleBinding"]

private func retired(_ item: Item, _ message: String, _ node: Node?, _ hint: String) -> Finding {
    item.finding(
        .featureRetired, .warning, message, at: node, effect: "it stops working with the version that drops it",
        hint: hint)
}
