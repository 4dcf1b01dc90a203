internal import GoText
internal import KubeTypes
internal import Store
internal import Synchronization
internal import Tree

/// Gives Services their addresses and node ports, each to one Service alone.
///
/// What is taken is read from the store once, and then from its changes; a dry run takes nothing.
final class ServiceAddresses: Sendable {
    static let resource = GroupResource(group: "", resource: "services")
    /// 10.96.0.0/16; its first and last address are nobody's.
    private static let network: [UInt8] = [10, 96]
    private static let nodePorts = 30000...32767

    private enum Claim: Hashable {
        case address(String)
        case port(Int)
    }

    private struct State {
        var revision: Int64?
        var holders: [Claim: ObjectKey] = [:]
        var claims: [ObjectKey: Set<Claim>] = [:]

        func isFree(_ claim: Claim, for key: ObjectKey) -> Bool { holders[claim].map { $0 == key } ?? true }

        mutating func set(_ wanted: Set<Claim>, of key: ObjectKey) {
            for claim in claims[key] ?? [] where holders[claim] == key { holders[claim] = nil }
            claims[key] = wanted.isEmpty ? nil : wanted
            for claim in wanted { holders[claim] = key }
        }
    }

    private let state = Mutex(State())

    /// Fills in what the Service needs and has not.
    ///
    /// - Throws: `Status` 422 for what is out of range, or taken.
    func complete(_ service: inout KubeObject, in store: Store, keeps: Bool) throws(Status) {
        try state.withLock { state throws(Status) in
            try Self.catchUp(&state, with: store)
            let key = service.key
            var taken: Set<Claim> = []
            try Self.giveAddress(&service, state, &taken)
            try Self.giveNodePorts(&service, state, &taken)
            if keeps { state.set((state.claims[key] ?? []).union(taken), of: key) }
        }
    }

    private static func catchUp(_ state: inout State, with store: Store) throws(Status) {
        if let revision = state.revision, let new = try? store.changes(of: resource, after: revision) {
            for change in new.changes {
                let claims = change.kind == .deleted ? [] : Self.claims(try StoredObject.object(change.record))
                state.set(claims, of: change.record.key)
            }
            return state.revision = new.revision
        }
        let (records, revision) = store.records(of: resource)
        state = State(revision: revision)
        for record in records { state.set(claims(try StoredObject.object(record)), of: record.key) }
    }

    private static func claims(_ service: KubeObject) -> Set<Claim> {
        var claims = Set(
            (service.spec["clusterIPs"]?.elements ?? []).compactMap(\.string).filter { $0 != "None" }.map(Claim.address)
        )
        for port in service.spec["ports"]?.elements ?? [] {
            if let number = port["nodePort"]?.integer, number > 0 { claims.insert(.port(number)) }
        }
        if let number = service.spec["healthCheckNodePort"]?.integer, number > 0 { claims.insert(.port(number)) }
        return claims
    }

    // MARK: Addresses

    private static func giveAddress(
        _ service: inout KubeObject, _ state: State, _ taken: inout Set<Claim>
    ) throws(Status) {
        guard ServiceStrategy.needsAddress(service), !ServiceStrategy.isHeadless(service) else { return }
        guard let wanted = service.spec["clusterIPs"]?[0]?.string else {
            let free = (0..<1000).lazy.map { _ in randomAddress() }.first { state.holders[.address($0)] == nil }
            guard let free else { throw exhausted("clusterIPs", service, "range is full") }
            service.root.set(Node(free), at: ["spec", "clusterIP"])
            service.root.set([Node(free)], at: ["spec", "clusterIPs"])
            taken.insert(.address(free))
            return
        }
        // What it has already is not asked for again.
        guard state.claims[service.key]?.contains(.address(wanted)) != true else { return }
        guard let address = IPAddress(wanted), address.bytes.starts(with: network), address.bytes.count == 4 else {
            throw exhausted(
                "clusterIPs", service,
                "failed to allocate IP \(wanted): the provided IP (\(wanted)) is not in the valid range. The range of valid IPs is 10.96.0.0/16"
            )
        }
        guard state.isFree(.address(wanted), for: service.key) else {
            throw exhausted("clusterIPs", service, "failed to allocate IP \(wanted): provided IP is already allocated")
        }
        taken.insert(.address(wanted))
    }

    private static func randomAddress() -> String {
        let number = Int.random(in: 1..<0xFFFF)
        return "\(network[0]).\(network[1]).\(number >> 8).\(number & 0xFF)"
    }

    // MARK: Node ports

    private static func giveNodePorts(
        _ service: inout KubeObject, _ state: State, _ taken: inout Set<Claim>
    ) throws(Status) {
        guard ServiceStrategy.needsNodePorts(service) else { return }
        var ports = service.spec["ports"]?.elements ?? []
        // Ports of one number and several protocols share a node port.
        var shared: [Int: Int] = [:]
        for (index, port) in ports.enumerated() {
            guard let wanted = port["nodePort"]?.integer, wanted != 0 else { continue }
            try check(wanted, "ports[\(index)].nodePort", service, state)
            taken.insert(.port(wanted))
            if let number = port["port"]?.integer { shared[number] = wanted }
        }
        for index in ports.indices where ports[index]["nodePort"]?.integer ?? 0 == 0 {
            let number = ports[index]["port"]?.integer ?? 0
            let given: Int
            if let known = shared[number] { given = known } else { given = try freePort(service, state, taken) }
            shared[number] = given
            taken.insert(.port(given))
            ports[index]["nodePort"] = Node(given)
        }
        service.root.set(Node(ports), at: ["spec", "ports"])
        guard ServiceStrategy.needsHealthPort(service) else { return }
        if let wanted = service.spec["healthCheckNodePort"]?.integer, wanted != 0 {
            try check(wanted, "healthCheckNodePort", service, state)
            taken.insert(.port(wanted))
        } else {
            let given = try freePort(service, state, taken)
            taken.insert(.port(given))
            service.root.set(Node(given), at: ["spec", "healthCheckNodePort"])
        }
    }

    private static func check(_ port: Int, _ field: String, _ service: KubeObject, _ state: State) throws(Status) {
        guard nodePorts.contains(port) else {
            throw refusal(
                field, Node(port), service,
                "provided port is not in the valid range. The range of valid ports is \(nodePorts.lowerBound)-\(nodePorts.upperBound)"
            )
        }
        guard state.isFree(.port(port), for: service.key) else {
            throw refusal(field, Node(port), service, "provided port is already allocated")
        }
    }

    private static func freePort(
        _ service: KubeObject, _ state: State, _ taken: Set<Claim>
    ) throws(Status) -> Int {
        let free = { (port: Int) in state.holders[.port(port)] == nil && !taken.contains(.port(port)) }
        if let port = (0..<100).lazy.map({ _ in Int.random(in: nodePorts) }).first(where: free) { return port }
        guard let port = nodePorts.first(where: free) else {
            throw refusal("ports[0].nodePort", 0, service, "failed to allocate a nodePort: range is full")
        }
        return port
    }

    private static func exhausted(_ field: String, _ service: KubeObject, _ why: String) -> Status {
        refusal(field, service.spec["clusterIPs"] ?? Node(.null), service, why)
    }

    private static func refusal(_ field: String, _ value: Node, _ service: KubeObject, _ why: String) -> Status {
        Status(
            invalid: GroupKind(group: "", kind: "Service"), name: service.name,
            causes: [.invalid("spec.\(field)", value, why)])
    }
}
