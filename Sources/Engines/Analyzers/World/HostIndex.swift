internal import KubeTypes
internal import Tree

/// The cluster domain that Istio's analysis takes for granted.
let clusterDomain = "svc.cluster.local"

/// A host as Istio reads it in a namespace: a name without dots is a Service of that namespace.
func fullHost(_ host: String, in namespace: String) -> String {
    host.utf8.contains(UInt8(ascii: ".")) || host.hasPrefix("*") || host.isEmpty
        ? host : "\(host).\(namespace).\(clusterDomain)"
}

/// In which namespaces a configuration counts: `*` stands for all.
func visibility(of exportTo: [String], from namespace: String) -> Set<String> {
    if exportTo.isEmpty || exportTo.contains("*") { return ["*"] }
    return Set(exportTo.map { $0 == "." ? namespace : $0 })
}

/// A host that requests can be sent to, and who offers it.
struct KnownHost: Sendable {
    struct Port: Sendable, Hashable {
        var number: Int
        var name: String
        var proto: String
    }

    let item: Item
    let host: String
    let ports: [Port]
    /// The labels by which a ServiceEntry selects its workloads.
    let selector: [String: String]

    var isService: Bool { item.kind == "Service" }
}

/// The hosts of Services and ServiceEntries, by name and by who may see them.
struct HostIndex: Sendable {
    private struct Key: Hashable {
        var scope: String
        var host: String
    }

    private var exact: [Key: KnownHost] = [:]
    /// Wildcards by what stands behind the star.
    private var wildcards: [Key: KnownHost] = [:]
    private var hasPartialWildcards = false
    private(set) var names: [String] = []
    /// Whether there is one that the analysis has not assumed.
    let hasOwn: Bool

    init(entries: [Item], services: [Item]) {
        hasOwn = !entries.isEmpty || services.contains { !$0.isAssumed }
        for entry in entries {
            let ports = entry.spec.items("ports").map {
                KnownHost.Port(number: $0.number("number") ?? 0, name: $0.text("name"), proto: $0.text("protocol"))
            }
            let selector = entry.spec.pairs("workloadSelector", "labels")
            for host in entry.spec.texts("hosts") {
                let known = KnownHost(item: entry, host: host, ports: ports, selector: selector)
                add(known, visibleIn: visibility(of: entry.spec.texts("exportTo"), from: entry.namespace))
            }
        }
        for service in services {
            let ports = service.spec.items("ports").map {
                KnownHost.Port(number: $0.number("port") ?? 0, name: $0.text("name"), proto: $0.text("protocol"))
            }
            let host = fullHost(service.name, in: service.namespace)
            let known = KnownHost(item: service, host: host, ports: ports, selector: [:])
            let exportTo = (service.annotation("networking.istio.io/exportTo") ?? "").split(separator: ",")
                .map { $0.filter { $0 != " " } }
            add(known, visibleIn: visibility(of: exportTo, from: service.namespace))
        }
    }

    private mutating func add(_ known: KnownHost, visibleIn scopes: Set<String>) {
        names.append(known.host)
        for scope in scopes {
            if known.host.hasPrefix("*") {
                let tail = String(known.host.dropFirst())
                if !tail.isEmpty, !tail.hasPrefix(".") { hasPartialWildcards = true }
                wildcards[Key(scope: scope, host: tail)] = known
            } else {
                exact[Key(scope: scope, host: fullHost(known.host, in: known.item.namespace))] = known
            }
        }
    }

    /// Who offers `host` to a configuration of `namespace`; an exact name goes before a wildcard, a longer wildcard
    /// before a shorter one.
    ///
    /// - Parameter exportTo: The namespaces in which the configuration counts too: their proxies need the host.
    func find(_ host: String, from namespace: String, exportTo: [String] = []) -> KnownHost? {
        let full = fullHost(host, in: namespace)
        let scopes = [namespace, "*"] + exportTo.filter { $0 != "*" && $0 != "." }
        for scope in scopes {
            if let known = exact[Key(scope: scope, host: full)] { return known }
        }
        guard !wildcards.isEmpty else { return nil }
        var tail = full.hasPrefix("*") ? full.dropFirst() : full[...]
        while true {
            if hasPartialWildcards || tail.isEmpty || tail.utf8.first == UInt8(ascii: ".") {
                for scope in scopes {
                    if let known = wildcards[Key(scope: scope, host: String(tail))] { return known }
                }
            }
            guard !tail.isEmpty else { return nil }
            tail = tail.dropFirst()
        }
    }
}
