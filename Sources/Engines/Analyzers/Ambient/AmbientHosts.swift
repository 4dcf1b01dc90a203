internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// In a namespace without sidecars, routes and rules for requests stand beside their Service, and a waypoint reads
    /// them.
    static let ambientHosts = Analyzer(
        "kiali.AmbientHosts", HostKind.routes.codes + HostKind.rules.codes,
        reads: .virtualService, .destinationRule, .namespace, .service
    ) { world in
        world.items(.virtualService).flatMap { item -> [Finding] in
            guard requestRule(virtualService: item.spec) != nil else { return [] }
            return HostKind.routes.findings(item, hosts: item.spec.items("hosts"), in: world)
        }
            + world.items(.destinationRule).flatMap { item -> [Finding] in
                guard requestRule(destinationRule: item.spec) != nil else { return [] }
                return HostKind.rules.findings(item, hosts: [item.spec["host"]].compactMap { $0 }, in: world)
            }
    }
}

/// A kind that is for hosts.
private struct HostKind {
    var unread: Code
    var unenrolled: Code
    var elsewhere: Code
    var effect: String

    var codes: [Code] { [unread, unenrolled, elsewhere] }

    static let routes = HostKind(
        unread: .routesUnread, unenrolled: .routedServiceUnenrolled, elsewhere: .routesElsewhere,
        effect: "requests go straight to the Service, past these routes")
    static let rules = HostKind(
        unread: .ruleUnread, unenrolled: .ruleServiceUnenrolled, elsewhere: .ruleElsewhere,
        effect: "requests meet neither its limits nor its load balancing")

    func findings(_ item: Item, hosts: [Node], in world: World) -> [Finding] {
        let known = hosts.compactMap { node in service(node, of: item, in: world).map { (node, $0) } }
        guard known.isEmpty else { return known.flatMap { findings(item, $0, $1, in: world) } }
        // Hosts that the set does not know may belong to the namespace, whose waypoint would read the item.
        guard world.isAmbient(item.namespace), !world.isEnrolled([:], in: item.namespace) else { return [] }
        return [
            item.finding(
                unread, .warning,
                "the namespace \"\(item.namespace)\" has no waypoint, which the \(item.kind) needs", at: hosts.first,
                related: world.namespaces[item.namespace].map { [$0.related("ambient here", at: $0.ambientLabel)] }
                    ?? [],
                effect: effect, hint: "label it \(waypointLabel) with the name of a waypoint")
        ]
    }

    private func findings(_ item: Item, _ node: Node, _ service: Item, in world: World) -> [Finding] {
        var findings: [Finding] = []
        let related = [service.related("the Service")]
        if service.namespace != item.namespace {
            findings.append(
                item.finding(
                    elsewhere, .warning,
                    "the waypoint of \"\(service.key)\" does not look at the namespace \"\(item.namespace)\"",
                    at: node, related: related, effect: effect,
                    hint: "move the \(item.kind) to the namespace \"\(service.namespace)\""))
        }
        if !world.isEnrolled(service.labels, in: service.namespace) {
            findings.append(
                item.finding(
                    unenrolled, .warning,
                    "the Service \"\(service.key)\" has no waypoint, which the \(item.kind) needs", at: node,
                    related: related, effect: effect,
                    hint: "label it \(waypointLabel) with the name of a waypoint, or the namespace"))
        }
        return findings
    }

    /// The Service of a host, where its namespace has no sidecars.
    private func service(_ host: Node, of item: Item, in world: World) -> Item? {
        let known = world.hosts.find(host.string ?? "", from: item.namespace)
        guard let known, known.isService, !known.item.isAssumed, world.isAmbient(known.item.namespace) else {
            return nil
        }
        return known.item
    }
}
