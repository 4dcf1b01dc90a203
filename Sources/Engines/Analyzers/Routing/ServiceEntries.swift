internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Traffic of a TCP port can be told from that of other hosts.
    static let serviceEntryAddresses = Analyzer(
        "serviceentry.Analyzer", [.entryAddressMissing], reads: .serviceEntry
    ) { world in
        guard !allocatesAddresses(world.mesh.config) else { return [] }
        return world.items(.serviceEntry).flatMap { entry -> [Finding] in
            guard entry.spec.items("addresses").isEmpty, entry.object.status.items("addresses").isEmpty else {
                return []
            }
            return entry.spec.items("ports").compactMap { port in
                guard ["", "tcp"].contains(port.text("protocol").lowercased()) else { return nil }
                return entry.finding(
                    .entryAddressMissing, .warning, "a TCP port needs addresses to be told from other hosts",
                    at: port["protocol"] ?? port,
                    effect: "sidecars send every connection to port \(port.number("number") ?? 0) of any host here",
                    hint: "set addresses, or a protocol that names its host, such as TLS")
            }
        }
    }

    /// ServiceEntries agree about the protocol of a port.
    static let conflictingEntries = Analyzer(
        "serviceentry.ConflictingServiceEntryProtocolAnalyzer", [.entriesConflict], reads: .serviceEntry
    ) { world in
        let claims = world.items(.serviceEntry).flatMap(portClaims)
        let index = Dictionary(grouping: claims, by: \.key)
        var told: [ObjectKey: Finding] = [:]
        for (key, own) in index {
            let everywhere = key.scope == "*" ? [] : index[PortKey(scope: "*", host: key.host, port: key.port)] ?? []
            let all = own + everywhere
            guard Set(all.map(\.proto)).count > 1 else { continue }
            for claim in all where told[claim.item.key] == nil { told[claim.item.key] = conflict(claim, all) }
        }
        return Array(told.values)
    }
}

/// Istio gives hosts addresses of its own where proxies answer DNS.
private func allocatesAddresses(_ config: Node) -> Bool {
    let metadata = config.at(["defaultConfig", "proxyMetadata"])
    func isOn(_ name: String) -> Bool { metadata?[name]?.scalarText == "true" }
    return isOn("ISTIO_META_DNS_CAPTURE")
        && (isOn("ISTIO_META_DNS_AUTO_ALLOCATE") || isOn("PILOT_ENABLE_IP_AUTOALLOCATE"))
}

private struct PortKey: Hashable {
    var scope: String
    var host: String
    var port: Int
}

private struct PortClaim {
    var key: PortKey
    var item: Item
    var node: Node
    var proto: String
}

private func portClaims(of entry: Item) -> [PortClaim] {
    visibility(of: entry.spec.texts("exportTo"), from: entry.namespace).flatMap { scope in
        entry.spec.texts("hosts").flatMap { host in
            entry.spec.items("ports").map { port in
                let key = PortKey(scope: scope, host: host, port: port.number("number") ?? 0)
                return PortClaim(key: key, item: entry, node: port, proto: port.text("protocol").uppercased())
            }
        }
    }
}

private func conflict(_ claim: PortClaim, _ all: [PortClaim]) -> Finding {
    let others = all.filter { $0.item.key != claim.item.key }
    let protocols = all.map(\.proto).distinct.sorted()
    return claim.item.finding(
        .entriesConflict, .warning,
        "port \(claim.key.port) of \"\(claim.key.host)\" has the protocols \(listed(protocols))",
        at: claim.node["protocol"] ?? claim.node,
        related: others.prefix(20).map { $0.item.related("\($0.proto) here", at: $0.node["protocol"]) },
        effect: "requests to \"\(claim.key.host):\(claim.key.port)\" are read in one of the protocols",
        hint: "give the port one protocol")
}
