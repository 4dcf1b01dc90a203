internal import GoText
internal import Diagnostics
internal import Mesh

/// Which requests and connections a rule is for.
extension Report {
    mutating func checkHTTPMatch(_ match: Field, _ scope: VirtualServiceScope) {
        for (name, value) in match["headers"].entries {
            checkMatchHeader(name)
            if value.isAbsent {
                error(
                    .matchInvalid, "the header \(quoted(name.text)) has nothing to compare with", at: name,
                    hint: "add exact, prefix or regex; {} asks for the header only")
            }
            checkTextMatch(value, named: "headers")
        }
        for (name, value) in match["withoutHeaders"].entries {
            checkMatchHeader(name)
            // A lone "*" would be no expression, and says here: whatever the value.
            if value["regex"].text != "*" { checkTextMatch(value, named: "withoutHeaders") }
        }
        if match["uri"]["regex"].isPresent { checkExpression(match["uri"]["regex"]) }
        for name in ["scheme", "method", "authority"] { checkTextMatch(match[name], named: name) }
        for (_, value) in match["queryParams"].entries { checkTextMatch(value, named: "queryParams") }
        checkPort(match["port"], isOptional: true)
        checkSource(match, scope)
        let namespace = match["sourceNamespace"]
        if namespace.isFilled, !isDNSLabel(namespace.text) {
            error(
                .matchInvalid, "the sourceNamespace \(quoted(namespace.text)) is no name of a namespace", at: namespace,
                hint: "name a namespace")
        }
    }

    private mutating func checkSource(_ match: Field, _ scope: VirtualServiceScope) {
        checkLabels(match["sourceLabels"])
        checkGatewayNames(match["gateways"], isGenerated: scope.isGenerated)
    }

    private mutating func checkMatchHeader(_ name: Field) {
        guard !isMatchHeaderName(name.text) else { return }
        error(
            .headerInvalid, "the header \(quoted(name.text)) has no name of HTTP", at: name,
            hint: "name a header, a pseudo header such as :authority, or a claim such as @request.auth.claims.group")
    }

    /// A prefix that begins every text, and an expression that cannot be read, are refused.
    private mutating func checkTextMatch(_ match: Field, named name: String) {
        guard match.isPresent else { return }
        if match["prefix"].isPresent, !match["prefix"].isFilled {
            error(
                .matchInvalid, "the prefix of \(name) is empty", at: match["prefix"],
                hint: "write a prefix, or remove the match to take any value")
        }
        if match["regex"].isPresent { checkExpression(match["regex"]) }
    }

    // MARK: Connections

    mutating func checkTLSRoute(_ route: Field, _ scope: VirtualServiceScope) {
        guard route.isPresent else {
            // Istio skips it.
            return note(.entryEmpty, "an entry of tls is empty", at: route, hint: "remove it")
        }
        if route["match"].isEmpty {
            error(
                .matchInvalid, "a rule of tls has no match", at: route, hint: "add a match with sniHosts",
                effect: "istiod refuses the object")
        }
        for match in route["match"].items {
            guard match.isPresent else {
                error(.entryEmpty, "a match of tls is empty", at: match, hint: "remove it")
                continue
            }
            checkServerNames(match, scope)
            checkConnectionMatch(match, scope)
        }
        if route["route"].isEmpty {
            error(.routeActionInvalid, "the rule of tls has no route", at: route, hint: "add a route to a destination")
        }
        checkRouteDestinations(route["route"], scope)
    }

    mutating func checkTCPRoute(_ route: Field, _ scope: VirtualServiceScope) {
        guard route.isPresent else {
            return note(.entryEmpty, "an entry of tcp is empty", at: route, hint: "remove it")
        }
        for match in route["match"].items {
            guard match.isPresent else {
                error(.entryEmpty, "a match of tcp is empty", at: match, hint: "remove it")
                continue
            }
            checkConnectionMatch(match, scope)
        }
        if route["route"].isEmpty {
            error(.routeActionInvalid, "the rule of tcp has no route", at: route, hint: "add a route to a destination")
        }
        checkRouteDestinations(route["route"], scope)
    }

    private mutating func checkConnectionMatch(_ match: Field, _ scope: VirtualServiceScope) {
        for subnet in match["destinationSubnets"].items { checkAddressOrBlock(subnet) }
        checkPort(match["port"], isOptional: true)
        checkSource(match, scope)
    }

    private mutating func checkServerNames(_ match: Field, _ scope: VirtualServiceScope) {
        if match["sniHosts"].isEmpty {
            error(
                .serverNameInvalid, "a match of tls names no sniHosts", at: match,
                hint: "name at least one of the hosts")
        }
        let hosts = scope.hosts.map { HostName($0.text) }
        for name in match["sniHosts"].items {
            // Clients send no address as server name; Istio lets it pass all the same.
            if IPAddress(name.text) != nil {
                warning(
                    .serverNameInvalid, "\(quoted(name.text)) is an address, which clients do not send as server name",
                    at: name, hint: "name a host", effect: "no connection matches")
                continue
            }
            let isWrong = hasErrors { report in
                if scope.allowsGeneratedNames, GeneratedSNI.isMeant(by: name.text) {
                    report.checkGeneratedSNI(name)
                } else {
                    report.checkWildcardHost(name, what: "server name")
                }
            }
            let host = HostName(name.text)
            if !isWrong, !hosts.contains(where: host.isSubset) {
                error(
                    .serverNameInvalid,
                    "the server name \(quoted(name.text)) is none of the hosts of the VirtualService",
                    at: name, hint: "add it to hosts, or name one of them")
            }
        }
    }
}
