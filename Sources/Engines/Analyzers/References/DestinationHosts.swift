internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Routes and mirrors lead to hosts and ports that exist.
    static let destinationHosts = Analyzer(
        "virtualservice.DestinationHostAnalyzer",
        [.destinationHostUnknown, .destinationPortUnknown, .destinationPortNeeded, .subsetBypassed],
        reads: .virtualService, .service, .serviceEntry
    ) { world in
        let routes = world.items(.virtualService).map { ($0, Destination.all(in: $0)) }
        let withSubset = subsetRoutes(routes)
        return routes.flatMap { item, destinations in
            destinations.compactMap { hostFinding($0, of: item, in: world) } + bypassed(item, withSubset)
        }
    }
}

/// A place to which a VirtualService sends requests, or copies of them.
struct Destination {
    var node: Node
    var isMirror: Bool
    var isHTTP: Bool

    var host: String { node.text("host") }
    var subset: String { node.text("subset") }

    static func all(in service: Item) -> [Destination] {
        let spec = service.spec
        var found: [Destination] = []
        for http in spec.items("http") {
            let routes = http.items("route").compactMap { $0["destination"] }
            found += routes.map { Destination(node: $0, isMirror: false, isHTTP: true) }
            let mirrors = [http["mirror"]].compactMap { $0 } + http.items("mirrors").compactMap { $0["destination"] }
            found += mirrors.map { Destination(node: $0, isMirror: true, isHTTP: true) }
        }
        for route in spec.items("tcp") + spec.items("tls") {
            let routes = route.items("route").compactMap { $0["destination"] }
            found += routes.map { Destination(node: $0, isMirror: false, isHTTP: false) }
        }
        return found.filter { !$0.node.isNull }
    }

    /// What becomes of the requests when the destination is not there.
    func loss(_ answer: String) -> String {
        if isMirror { return "copies of requests to \"\(host)\" are lost" }
        return isHTTP ? "requests routed to \"\(host)\" get \(answer)" : "connections routed to \"\(host)\" are closed"
    }
}

private func hostFinding(_ destination: Destination, of item: Item, in world: World) -> Finding? {
    let host = destination.host
    guard let known = world.hosts.find(host, from: item.namespace, exportTo: item.spec.texts("exportTo")) else {
        guard world.hasHosts, world.knowsHost(host, from: item.namespace) else { return nil }
        let kind = destination.isMirror ? "mirror host" : "host"
        return item.finding(
            .destinationHostUnknown, "there is no Service or ServiceEntry for the \(kind) \"\(host)\"",
            at: destination.node["host"] ?? destination.node, effect: destination.loss("503 (NC)"),
            meant: nearestHost(to: host, from: item.namespace, in: world))
    }
    let ports = known.ports.map(\.number)
    guard let wanted = destination.node["port"], !wanted.isNull else {
        guard ports.count > 1 else { return nil }
        return item.finding(
            .destinationPortNeeded,
            "\"\(host)\" has the ports \(ports.map(String.init).joined(separator: ", ")), and the route names none",
            at: destination.node["host"] ?? destination.node, related: [known.item.related("its ports stand here")],
            effect: destination.loss("503 (NC): there is no cluster without a port"), hint: "add port.number")
    }
    guard let number = wanted.number("number"), !ports.contains(number) else { return nil }
    return item.finding(
        .destinationPortUnknown, "\"\(host)\" has no port \(number)", at: wanted["number"] ?? wanted,
        related: [known.item.related("its ports stand here", at: known.item.spec["ports"])],
        effect: destination.loss("503 (NC)"),
        hint: ports.isEmpty ? nil : "it has \(ports.map(String.init).joined(separator: ", "))")
}

/// The host that was most likely meant: of another namespace, or of a similar name.
func nearestHost(to host: String, from namespace: String, in world: World) -> String? {
    let full = fullHost(host, in: namespace)
    let short = full.prefix { $0 != "." }
    let elsewhere = world.hosts.names.first { $0.hasPrefix("\(short).") && $0.hasSuffix(".\(clusterDomain)") }
    return elsewhere ?? nearestName(to: full, among: world.hosts.names)
}

/// By host: the VirtualServices for that host that route to a subset of it.
private func subsetRoutes(_ routes: [(Item, [Destination])]) -> [String: [(Item, Node)]] {
    var found: [String: [(Item, Node)]] = [:]
    for (item, destinations) in routes {
        let hosts = Set(item.spec.texts("hosts"))
        for destination in destinations where destination.isHTTP && !destination.isMirror {
            guard !destination.subset.isEmpty, hosts.contains(destination.host) else { continue }
            found[destination.host, default: []].append((item, destination.node))
        }
    }
    return found
}

private func bypassed(_ item: Item, _ withSubset: [String: [(Item, Node)]]) -> [Finding] {
    guard !item.spec.items("gateways").isEmpty else { return [] }
    return item.spec.items("http").flatMap { $0.items("route") }.flatMap { route -> [Finding] in
        guard let destination = route["destination"], destination.text("subset").isEmpty else { return [] }
        let host = destination.text("host")
        let others = (withSubset[host] ?? []).filter { $0.0.key != item.key }
        guard let (other, subset) = others.first else { return [] }
        return [
            item.finding(
                .subsetBypassed, .warning,
                "requests through a Gateway go to \"\(host)\" as a whole, not to the subset of \"\(other.key)\"",
                at: destination["host"], related: [other.related("this route is for sidecars only", at: subset)],
                effect: "requests through the Gateway reach all versions of \"\(host)\"",
                hint: "route to the subset here too")
        ]
    }
}
