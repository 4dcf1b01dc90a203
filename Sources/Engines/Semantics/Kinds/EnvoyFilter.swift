internal import Diagnostics
internal import Mesh
internal import Tree

/// Envoy's own messages are not known here: of a patch's value, only its form and the types that it names are looked at.
extension Report {
    mutating func checkEnvoyFilter(_ object: ObjectParts) {
        let spec = object.spec
        // Istio warns of each EnvoyFilter. As there is nothing to mend, it is a note here.
        note(
            .internalsPatched, "an EnvoyFilter depends on what is inside of Istio, which may change with each version",
            at: object.metadata["name"], hint: "use another kind where one can do it, and test each upgrade")
        guard checkWorkloadSelector(spec["workloadSelector"]) else { return }
        checkTargetList(spec["targetRefs"])
        for patch in spec["configPatches"].items {
            guard patch.isPresent else {
                error(.entryEmpty, "an entry of configPatches is empty", at: patch, hint: "remove it")
                continue
            }
            if patch["match"]["context"].text == "WAYPOINT" { continue }
            checkConfigPatch(patch)
        }
    }

    private mutating func checkConfigPatch(_ entry: Field) {
        let target = entry["applyTo"]
        let patch = entry["patch"]
        let operation = patch["operation"]
        guard target.isFilled, target.text != "INVALID" else {
            return error(
                .envoyPatchInvalid, "the patch does not say what it applies to", at: entry, hint: "add applyTo")
        }
        guard patch.isPresent else {
            return error(.envoyPatchInvalid, "the entry has no patch", at: entry, hint: "add patch with an operation")
        }
        guard operation.isFilled, operation.text != "INVALID" else {
            return error(.envoyPatchInvalid, "the patch has no operation", at: patch, hint: "add operation")
        }
        if operation.text != "REMOVE", patch["value"].isAbsent {
            return error(
                .envoyPatchInvalid, "a patch with \(operation.text) has no value", at: patch, hint: "add value")
        }
        let version = entry["match"]["proxy"]["proxyVersion"]
        if version.text.utf8.count > 1024 {
            warning(
                .patchMatchInvalid, "the proxyVersion has \(version.text.utf8.count) characters", at: version,
                hint: "write an expression of at most 1024 characters")
        } else if version.isFilled, let problem = expressionSyntaxProblem(version.text) {
            return error(
                .expressionInvalid, "the proxyVersion \(quoted(version.text)) cannot be used: \(problem)", at: version,
                hint: "write an expression such as \"^1\\\\.28.*\"")
        }
        checkPatchMatch(entry["match"], target)
        if operation.text != "REMOVE" { checkPatchValue(patch["value"], target.text) }
    }

    private mutating func checkPatchMatch(_ match: Field, _ target: Field) {
        let classes = ["listener", "routeConfiguration", "cluster", "waypoint"]
        guard let expected = matchClass(of: target.text) else { return }
        if let other = classes.first(where: { $0 != expected && match[$0].isPresent }) {
            error(
                .patchMatchInvalid, "a patch of \(target.text) cannot be matched by \(other)", at: match[other],
                hint: "match by \(expected)")
            return
        }
        let filter = match["listener"]["filterChain"]["filter"]
        if expected == "listener", filter.isPresent { checkFilterMatch(filter, target) }
    }

    private func matchClass(of target: String) -> String? {
        switch target {
        case "LISTENER", "FILTER_CHAIN", "NETWORK_FILTER", "HTTP_FILTER": "listener"
        case "ROUTE_CONFIGURATION", "VIRTUAL_HOST", "HTTP_ROUTE": "routeConfiguration"
        case "CLUSTER": "cluster"
        default: nil
        }
    }

    private mutating func checkFilterMatch(_ filter: Field, _ target: Field) {
        if ["LISTENER", "FILTER_CHAIN"].contains(target.text) {
            warning(
                .patchMatchInvalid, "a patch of \(target.text) is not matched by a filter", at: filter,
                hint: "use applyTo NETWORK_FILTER or HTTP_FILTER")
        }
        if !filter["name"].isFilled {
            return error(.patchMatchInvalid, "the filter of the match has no name", at: filter, hint: "name the filter")
        }
        warnOfOldName(filter["name"])
        let inner = filter["subFilter"]
        guard inner.isPresent else { return }
        if target.text != "HTTP_FILTER" {
            error(
                .patchMatchInvalid, "only a patch of HTTP_FILTER is matched by subFilter", at: inner,
                hint: "use applyTo HTTP_FILTER")
        }
        if !httpManagers.contains(filter["name"].text) {
            error(
                .patchMatchInvalid, "the filter \(quoted(filter["name"].text)) has no filters inside",
                at: filter["name"],
                hint: "name \"envoy.filters.network.http_connection_manager\"")
        }
        if !inner["name"].isFilled {
            error(.patchMatchInvalid, "the subFilter of the match has no name", at: inner, hint: "name the filter")
        }
        warnOfOldName(inner["name"])
    }

    private mutating func warnOfOldName(_ name: Field) {
        guard let new = newFilterNames[name.text] else { return }
        warning(
            .fieldDeprecated, "the filter name \(quoted(name.text)) is an old one", at: name, hint: "write \"\(new)\"")
        suggest(new, for: name, isSafe: true)
    }

    // MARK: Values

    private mutating func checkPatchValue(_ value: Field, _ target: String) {
        guard value.node?.mapping != nil else {
            return error(
                .envoyPatchInvalid, "the value of the patch is \(value.node?.typeName ?? "empty"), not an object",
                at: value,
                hint: "write a message of Envoy")
        }
        let name = value["name"]
        if name.isPresent, name.node?.string == nil {
            error(.envoyPatchInvalid, "the name in the value is not a text", at: name, hint: "put it in quotes")
        }
        checkTypes(in: value, depth: 0)
        if ["NETWORK_FILTER", "HTTP_FILTER", "LISTENER_FILTER"].contains(target), name.isFilled,
            !value.hasAny("typed_config", "typedConfig", "config_discovery", "configDiscovery")
        {
            warning(
                .envoyPatchInvalid, "the filter \(quoted(name.text)) has no typed_config", at: value,
                hint: "add typed_config with its @type", effect: "Envoy refuses a filter whose type it cannot tell")
        }
    }

    private mutating func checkTypes(in field: Field, depth: Int) {
        // The reader of files has its own limit; this one is for objects from elsewhere.
        guard depth < 200 else { return }
        for (key, value) in field.entries {
            if key.text == "@type" { checkType(value) } else { checkTypes(in: value, depth: depth + 1) }
        }
        for item in field.node?.sequence == nil ? [] : field.items { checkTypes(in: item, depth: depth + 1) }
    }

    private mutating func checkType(_ type: Field) {
        let name = type.text.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let isName = parts.count > 1 && parts.allSatisfy { !$0.isEmpty }
        if !isName || !type.text.contains("/") {
            error(
                .envoyPatchInvalid, "\(quoted(type.text)) is not the URL of a type", at: type,
                hint: "write it as in \"type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua\"")
        } else if parts[0] == "envoy", parts.contains(where: { $0 == "v2" || $0.hasPrefix("v2alpha") }) {
            error(
                .envoyPatchInvalid, "\(quoted(type.text)) is a type of Envoy's version 2, which is gone", at: type,
                hint: "use the type of version 3", effect: "proxies refuse the configuration")
        }
    }
}

private let httpManagers: Set<String> = [
    "envoy.filters.network.http_connection_manager", "envoy.http_connection_manager",
]

/// Names of filters that Envoy gave up with version 1.14; source: Envoy's version history, "Deprecated".
private let newFilterNames: [String: String] = {
    var names = [
        "envoy.rate_limit": "envoy.filters.http.ratelimit", "envoy.http_dynamo_filter": "envoy.filters.http.dynamo",
    ]
    for name in [
        "buffer", "cors", "csrf", "fault", "grpc_http1_bridge", "grpc_json_transcoder", "grpc_web", "gzip",
        "health_check", "ip_tagging", "lua", "router", "squash",
    ] {
        names["envoy.\(name)"] = "envoy.filters.http.\(name)"
    }
    for name in [
        "client_ssl_auth", "echo", "http_connection_manager", "mongo_proxy", "ratelimit", "redis_proxy", "tcp_proxy",
    ] {
        names["envoy.\(name)"] = "envoy.filters.network.\(name)"
    }
    for name in ["http_inspector", "original_dst", "original_src", "proxy_protocol", "tls_inspector"] {
        names["envoy.listener.\(name)"] = "envoy.filters.listener.\(name)"
    }
    return names
}()
