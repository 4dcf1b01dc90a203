internal import Diagnostics
internal import Mesh

/// A rule of `http`: its action, and what goes with it.
extension Report {
    mutating func checkHTTPRoute(_ route: Field, _ scope: VirtualServiceScope) {
        guard route.isPresent else {
            return error(.entryEmpty, "an entry of http is empty", at: route, hint: "remove it")
        }
        if route["delegate"].isPresent, !scope.isDelegate {
            checkRootRoute(route)
        } else {
            if route["delegate"].isPresent {
                error(
                    .delegateInvalid, "a delegate cannot delegate further", at: route["delegate"],
                    hint: "route to destinations here")
            }
            checkActions(route)
        }
        if route["mirror"].isPresent, !route["mirrors"].isEmpty {
            error(
                .mirrorInvalid, "mirror and mirrors cannot both be set", at: route["mirror"], hint: "move it to mirrors"
            )
        }
        for match in route["match"].items where match.isPresent { checkHTTPMatch(match, scope) }
        checkHeaderOperations(route["headers"])
        checkCORS(route["corsPolicy"])
        checkFault(route["fault"])
        checkMirrors(route)
        checkRedirect(route["redirect"], matches: route["match"].items)
        checkDirectResponse(route["directResponse"])
        checkRetries(route["retries"])
        checkRewrite(route["rewrite"])
        checkAuthority(route)
        checkRouteDestinations(route["route"], scope)
        checkDuration(route["timeout"])
    }

    /// A route that leaves its action to another VirtualService.
    private mutating func checkRootRoute(_ route: Field) {
        for name in ["redirect", "route"] where route[name].isPresent && !(name == "route" && route[name].isEmpty) {
            error(
                .delegateInvalid, "a route with a delegate leaves the \(name) to it", at: route[name],
                hint: "move the \(name) to the delegate")
        }
    }

    private mutating func checkActions(_ route: Field) {
        guard let action = ["redirect", "directResponse"].first(where: { route[$0].isPresent }) else {
            if route["route"].isEmpty {
                error(
                    .routeActionInvalid, "the rule has no route, redirect or directResponse", at: route,
                    hint: "add a route to a destination", effect: "istiod refuses the object")
            }
            return
        }
        for name in ["route", "fault", "rewrite", "directResponse"] where name != action {
            let rival = route[name]
            guard rival.isPresent, !(name == "route" && rival.isEmpty) else { continue }
            error(
                .routeActionInvalid, "a rule with \(action) cannot have \(name) too", at: rival,
                hint: "keep one of the two, or make two rules")
        }
    }

    /// Names that are set, added or removed, with the values.
    mutating func checkHeaderOperations(_ headers: Field) {
        let request = headers["request"]
        let response = headers["response"]
        for name in ["add", "set"] {
            for (key, value) in request[name].entries { checkHeader(key, value, requestHeaderProblem(key.text)) }
            for (key, value) in response[name].entries { checkHeader(key, value, changedHeaderProblem(key.text)) }
        }
        for key in request["remove"].items + response["remove"].items {
            checkHeader(key, nil, changedHeaderProblem(key.text))
        }
    }

    private mutating func checkHeader(_ name: Field, _ value: Field?, _ problem: String?) {
        if let problem {
            error(
                .headerInvalid, problem, at: name,
                hint: "name a header of HTTP; :path and its like have fields of their own")
        }
        if let value, let problem = headerValueProblem(value.text) {
            error(
                .headerInvalid,
                "the value \(quoted(value.text)) of the header \"\(name.text)\" cannot be used: \(problem)",
                at: value, hint: "write \"%%\" for a percent sign")
        }
    }

    /// The authority that a service sees may come from one place only.
    private mutating func checkAuthority(_ route: Field) {
        var places: [Field] = []
        if route["rewrite"]["authority"].isFilled { places.append(route["rewrite"]["authority"]) }
        for operation in ["set", "add"] {
            let entries = route["headers"]["request"][operation].entries
            places += entries.filter { isAuthorityHeader($0.key.text) }.map(\.value)
        }
        guard let first = places.first, let second = places.dropFirst().first else { return }
        error(
            .authoritySetTwice, "the authority is set to \(quoted(first.text)) and to \(quoted(second.text))",
            at: second,
            hint: "keep one of the two")
        relate("set here too", to: first)
    }

    mutating func checkRouteDestinations(_ route: Field, _ scope: VirtualServiceScope) {
        var total = 0
        for entry in route.items {
            guard entry.isPresent else {
                error(.entryEmpty, "an entry of route is empty", at: entry, hint: "remove it")
                continue
            }
            checkHeaderOperations(entry["headers"])
            if entry["destination"].isAbsent {
                error(.destinationInvalid, "the route names no destination", at: entry, hint: "add destination.host")
            } else if !scope.isGenerated {
                checkDestination(entry["destination"])
            }
            let weight = entry["weight"]
            if weight.number < 0 {
                error(.weightInvalid, "the weight \(weight.number) is negative", at: weight, hint: "use 0 or more")
            }
            total = total.addingReportingOverflow(weight.number).partialValue
        }
        if route.count > 1, total == 0 {
            error(
                .weightInvalid, "the weights of \(route.count) destinations add up to 0", at: route,
                hint: "give at least one of them a weight", effect: "nobody gets a request")
        }
    }

    mutating func checkDestination(_ destination: Field) {
        guard destination.isPresent else { return }
        let host = destination["host"]
        if host.text == "*" {
            error(.destinationInvalid, "a destination cannot be \"*\"", at: host, hint: "name a service")
        } else {
            checkWildcardHost(host, what: "destination", effect: "the route leads nowhere")
        }
        let subset = destination["subset"]
        if subset.isFilled, !isDNSLabel(subset.text) {
            error(
                .destinationInvalid, "the subset \(quoted(subset.text)) is not a DNS label", at: subset,
                hint: "name a subset of the DestinationRule")
        }
        if destination["port"].isPresent { checkPort(destination["port"]["number"]) }
    }
}
