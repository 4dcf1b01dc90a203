internal import Diagnostics
internal import Mesh

/// Where the rules of a VirtualService count.
struct VirtualServiceScope {
    let hosts: [Field]
    /// Part of another VirtualService: it has no hosts of its own.
    let isDelegate: Bool
    /// Its gateways, `mesh` not among them.
    let isForGatewaysOnly: Bool
    let isForMesh: Bool
    /// Whether server names may be those that Istio makes for gateways between networks. Without any gateways too.
    let allowsGeneratedNames: Bool
    let isGenerated: Bool

    init(_ object: ObjectParts) {
        let gateways = object.spec["gateways"].texts
        hosts = object.spec["hosts"].items
        isDelegate = hosts.isEmpty
        isForGatewaysOnly = !gateways.isEmpty && !gateways.contains(GatewayName.mesh)
        isForMesh = !isForGatewaysOnly
        allowsGeneratedNames = !gateways.contains(GatewayName.mesh)
        isGenerated = object.isGeneratedRoute
    }
}

extension Report {
    mutating func checkVirtualService(_ object: ObjectParts) {
        let spec = object.spec
        let scope = VirtualServiceScope(object)
        if scope.isDelegate { checkDelegate(spec) }
        checkGatewayNames(spec["gateways"], isGenerated: object.isGeneratedGateway || scope.isGenerated)
        if !scope.isForGatewaysOnly { checkClaimMatches(spec) }
        checkVirtualServiceHosts(scope, spec)
        if spec["http"].isEmpty, spec["tcp"].isEmpty, spec["tls"].isEmpty {
            error(
                .routeActionInvalid, "the VirtualService has no routes", at: spec, hint: "add http, tls or tcp",
                effect: "istiod refuses the object")
        }
        for route in spec["http"].items { checkHTTPRoute(route, scope) }
        for route in spec["tls"].items { checkTLSRoute(route, scope) }
        for route in spec["tcp"].items { checkTCPRoute(route, scope) }
        for list in ["http", "tcp", "tls"] { checkUnreachableRules(spec[list]) }
        checkExport(spec["exportTo"], from: object.namespace)
    }

    private mutating func checkDelegate(_ spec: Field) {
        for name in ["gateways", "tls", "tcp"] where !spec[name].isEmpty {
            error(
                .delegateInvalid, "without hosts it is a delegate, which has no \(name)", at: spec[name],
                hint: name == "gateways"
                    ? "name gateways in the VirtualService that delegates" : "add hosts, or use http")
        }
    }

    private mutating func checkClaimMatches(_ spec: Field) {
        for route in spec["http"].items {
            for match in route["match"].items {
                for (name, _) in match["headers"].entries + match["withoutHeaders"].entries
                where RoutingClaim(name.text) != nil {
                    error(
                        .matchInvalid, "the claim \(quoted(name.text)) can be matched in gateways only",
                        at: name,
                        hint: "name gateways, without \"mesh\"", effect: "sidecars match no request by it")
                }
            }
        }
    }

    private mutating func checkVirtualServiceHosts(_ scope: VirtualServiceScope, _ spec: Field) {
        let servesSNI =
            scope.isForGatewaysOnly
            && spec["tls"].items.contains { $0["match"].items.contains { !$0["sniHosts"].isEmpty } }
        let hasErrors = hasErrors { report in
            for host in scope.hosts {
                if servesSNI, GeneratedSNI.isMeant(by: host.text) {
                    report.checkGeneratedSNI(host)
                } else {
                    report.checkWildcardHostOrAddress(host)
                }
                if scope.isForMesh, host.text == "*" {
                    report.error(
                        .wildcardMisplaced, "the host \"*\" would take all requests of the mesh", at: host,
                        hint: "name gateways without \"mesh\", or name hosts")
                }
            }
        }
        if !hasErrors { checkHostsDiffer(scope.hosts) }
    }

    mutating func checkGeneratedSNI(_ host: Field) {
        guard GeneratedSNI(host.text) == nil else { return }
        error(
            .hostInvalid, "the host \(quoted(host.text)) is not of the form outbound_.PORT_.SUBSET_.HOST", at: host,
            hint: "write it as in \"outbound_.80_._.reviews.shop.svc.cluster.local\"")
    }

    private mutating func checkHostsDiffer(_ hosts: [Field]) {
        // Only a wildcard overlaps another name, and an equal name is found by hashing.
        let names = hosts.map { HostName($0.text) }
        var first: [HostName: Int] = [:]
        var wildcards: [Int] = []
        for (index, name) in names.enumerated() {
            var rival = first[name]
            if rival == nil {
                let rivals = name.isWildcard ? Array(names[..<index].indices) : wildcards
                rival = rivals.first { names[$0].overlaps(name) }
            }
            if let rival {
                error(
                    .hostTwice, "the hosts \(quoted(names[rival].text)) and \(quoted(name.text)) overlap",
                    at: hosts[index],
                    hint: "keep the wider one, or name hosts that differ")
                relate("the other host", to: hosts[rival])
            } else {
                first[name] = index
            }
            if name.isWildcard { wildcards.append(index) }
        }
    }
}
