internal import Diagnostics
internal import KubeTypes
internal import Mesh
internal import Tree

extension Analyzer {
    /// One Gateway listens for a host on a port of the same pods.
    static let conflictingGateways = Analyzer(
        "gateway.ConflictingGatewayAnalyzer", [.gatewaysConflict], reads: .gateway, .pod
    ) { world in
        let servers = world.items(.gateway).flatMap { gateway in
            gateway.spec.items("servers").filter { $0.number("port", "number") != nil }.map {
                Server(gateway: gateway, node: $0)
            }
        }
        let index = ServerIndex(servers)
        var sharing = SharedPods(world)
        return servers.enumerated().compactMap { position, server in
            let rivals = index.overlapping(servers[position]).filter { other in
                other.gateway.key != server.gateway.key && sharing.share(server.gateway, other.gateway)
            }
            return rivals.isEmpty ? nil : finding(server, rivals)
        }
    }
}

/// Servers by where they listen, and by their hosts.
private struct ServerIndex {
    private struct Listener: Hashable {
        var port: Int
        var bind: String
    }

    private struct Key: Hashable {
        var listener: Listener
        var host: String
    }

    private let servers: [Server]
    private var exact: [Key: [Int]] = [:]
    private var wildcards: [Listener: [Int]] = [:]
    private var all: [Listener: [Int]] = [:]

    init(_ servers: [Server]) {
        self.servers = servers
        for (index, server) in servers.enumerated() {
            let listener = Listener(port: server.port, bind: server.bind)
            all[listener, default: []].append(index)
            if server.hasWildcard { wildcards[listener, default: []].append(index) }
            for host in server.names { exact[Key(listener: listener, host: host), default: []].append(index) }
        }
    }

    func overlapping(_ server: Server) -> [Server] {
        let listener = Listener(port: server.port, bind: server.bind)
        let near =
            server.hasWildcard
            ? all[listener] ?? []
            : server.names.flatMap { exact[Key(listener: listener, host: $0)] ?? [] } + (wildcards[listener] ?? [])
        return near.distinct.sorted().map { servers[$0] }.filter { server.overlaps($0) }
    }
}

private struct Server {
    let gateway: Item
    let node: Node
    let port: Int
    let bind: String
    let hosts: [String]

    init(gateway: Item, node: Node) {
        self.gateway = gateway
        self.node = node
        port = node.number("port", "number") ?? 0
        bind = node.text("bind")
        hosts = node.texts("hosts")
    }

    /// The hosts without the namespaces that they are for.
    var names: [String] { hosts.map { Self.parts($0, gateway).1 } }
    var hasWildcard: Bool { names.contains { $0.hasPrefix("*") } }

    /// Equal hosts, or one that the other's wildcard covers, where namespaces do not keep them apart.
    func overlaps(_ other: Server) -> Bool {
        hosts.contains { a in other.hosts.contains { b in Self.overlap(a, gateway, b, other.gateway) } }
    }

    private static func overlap(_ a: String, _ gatewayA: Item, _ b: String, _ gatewayB: Item) -> Bool {
        let (scopeA, nameA) = parts(a, gatewayA)
        let (scopeB, nameB) = parts(b, gatewayB)
        guard scopeA == scopeB || scopeA == "*" || scopeB == "*" else { return false }
        return HostName(nameA).overlaps(HostName(nameB))
    }

    private static func parts(_ host: String, _ gateway: Item) -> (String, String) {
        guard let slash = host.firstIndex(of: "/") else { return ("*", host) }
        let scope = String(host[..<slash])
        return (scope == "." ? gateway.namespace : scope, String(host[host.index(after: slash)...]))
    }
}

/// Whether two Gateways run in one pod: their selectors are equal, or one asks for more than the other and some pod
/// has it all.
private struct SharedPods {
    private let world: World
    private var known: [[String: String]: Bool] = [:]

    init(_ world: World) { self.world = world }

    mutating func share(_ a: Item, _ b: Item) -> Bool {
        let (one, other) = (a.spec.pairs("selector"), b.spec.pairs("selector"))
        if one == other { return true }
        guard contains(one, other) || contains(other, one) else { return false }
        let both = one.merging(other) { $1 }
        if let answer = known[both] { return answer }
        let answer = world.workloads.someMatches(both, in: nil)
        known[both] = answer
        return answer
    }

    private func contains(_ all: [String: String], _ part: [String: String]) -> Bool {
        part.allSatisfy { all[$0.key] == $0.value }
    }
}

private func finding(_ server: Server, _ rivals: [Server]) -> Finding {
    let names = rivals.map(\.gateway.key.description).distinct
    return server.gateway.finding(
        .gatewaysConflict,
        "\(listed(names)) listens on port \(server.port) of the same pods for \(listed(server.hosts)) too",
        at: server.node["hosts"], related: rivals.map { $0.gateway.related("the other server", at: $0.node["hosts"]) },
        effect: "requests to port \(server.port) meet the certificate and protocol of one of them",
        hint: "merge the servers, or give each its own hosts")
}
