internal import GoText
internal import Diagnostics
internal import Mesh
internal import Tree

/// How connections to a service are made.
extension Report {
    mutating func checkTrafficPolicy(_ policy: Field, in namespace: String) {
        guard policy.isPresent else { return }
        let parts = [
            "outlierDetection", "connectionPool", "loadBalancer", "tls", "portLevelSettings", "tunnel", "proxyProtocol",
            "retryBudget",
        ]
        guard parts.contains(where: { policy[$0].isPresent && !isEmptyList(policy[$0]) }) else {
            return error(
                .trafficPolicyInvalid, "the trafficPolicy says nothing", at: policy,
                hint: "set one of \(parts.joined(separator: ", ")), or remove it")
        }
        if policy["tunnel"].isPresent, policy["proxyProtocol"].isPresent {
            return error(
                .trafficPolicyInvalid, "tunnel and proxyProtocol cannot both be set", at: policy["proxyProtocol"],
                hint: "keep one of the two")
        }
        checkOutlierDetection(policy["outlierDetection"])
        checkConnectionPool(policy["connectionPool"])
        checkLoadBalancer(policy["loadBalancer"], hasOutlierDetection: policy["outlierDetection"].isPresent)
        checkClientTLS(policy["tls"], in: namespace)
        for settings in policy["portLevelSettings"].items { checkPortSettings(settings, in: namespace) }
        checkTunnel(policy["tunnel"])
        checkProxyProtocol(policy["proxyProtocol"])
    }

    private func isEmptyList(_ field: Field) -> Bool { field.node?.sequence?.isEmpty == true }

    /// Unlike in Istio, where they get lost, warnings inside are told.
    private mutating func checkPortSettings(_ settings: Field, in namespace: String) {
        guard settings.isPresent else {
            return error(.entryEmpty, "an entry of portLevelSettings is empty", at: settings, hint: "remove it")
        }
        if settings["port"].isAbsent {
            error(.portInvalid, "settings for a port name no port", at: settings["port"], hint: "set port.number")
        }
        guard settings.hasAny("outlierDetection", "connectionPool", "loadBalancer", "tls") else {
            return error(
                .trafficPolicyInvalid, "settings for a port say nothing", at: settings,
                hint: "set outlierDetection, connectionPool, loadBalancer or tls")
        }
        checkOutlierDetection(settings["outlierDetection"])
        checkConnectionPool(settings["connectionPool"])
        checkLoadBalancer(settings["loadBalancer"], hasOutlierDetection: settings["outlierDetection"].isPresent)
        checkClientTLS(settings["tls"], in: namespace)
    }

    private mutating func checkTunnel(_ tunnel: Field) {
        guard tunnel.isPresent else { return }
        if !["", "CONNECT", "POST"].contains(tunnel["protocol"].text) {
            error(
                .trafficPolicyInvalid, "a tunnel cannot use \(quoted(tunnel["protocol"].text))", at: tunnel["protocol"],
                hint: "use CONNECT or POST")
        }
        let host = tunnel["targetHost"]
        if IPAddress(host.text) == nil { checkFullHost(host, what: "targetHost") }
        checkPort(tunnel["targetPort"])
    }

    private mutating func checkProxyProtocol(_ settings: Field) {
        let version = settings["version"]
        guard version.isFilled, !["V1", "V2"].contains(version.text) else { return }
        error(
            .trafficPolicyInvalid, "the proxy protocol has no version \(quoted(version.text))", at: version,
            hint: "use V1 or V2")
    }

    /// - Parameter isOfMesh: The mesh's default has fewer rules.
    mutating func checkConnectionPool(_ pool: Field, isOfMesh: Bool = false) {
        guard pool.isPresent else { return }
        guard pool.hasAny("http", "tcp") else {
            return error(
                .connectionPoolInvalid, "the \(pool.name) has no settings", at: pool,
                hint: "set http or tcp, or remove it")
        }
        let http = pool["http"]
        for name in [
            "http1MaxPendingRequests", "http2MaxRequests", "maxRequestsPerConnection", "maxRetries",
            "maxConcurrentStreams",
        ] {
            checkNotNegative(http[name], .connectionPoolInvalid)
        }
        checkDuration(http["idleTimeout"])
        if http["h2UpgradePolicy"].text == "UPGRADE", http["useClientProtocol"].isTrue {
            error(
                .connectionPoolInvalid, "useClientProtocol cannot be used with h2UpgradePolicy UPGRADE",
                at: http["useClientProtocol"], hint: "keep one of the two")
        }
        let keepAlive = http["http2KeepAlive"]
        if keepAlive.isPresent, !isOfMesh {
            for name in ["interval", "timeout"] {
                if keepAlive[name].isAbsent {
                    error(
                        .connectionPoolInvalid, "http2KeepAlive has no \(name)", at: keepAlive[name],
                        hint: "set \(name)")
                }
                checkDuration(keepAlive[name])
            }
        }
        let tcp = pool["tcp"]
        checkNotNegative(tcp["maxConnections"], .connectionPoolInvalid)
        checkDuration(tcp["connectTimeout"])
        checkDuration(tcp["maxConnectionDuration"])
        // None at all means that idle connections stay.
        if GoDuration(tcp["idleTimeout"].text) != .zero { checkDuration(tcp["idleTimeout"]) }
        checkDuration(tcp["tcpKeepalive"]["time"])
        checkDuration(tcp["tcpKeepalive"]["interval"])
    }

    mutating func checkOutlierDetection(_ detection: Field, isOfMesh: Bool = false) {
        guard detection.isPresent else { return }
        checkDuration(detection["baseEjectionTime"])
        checkDuration(detection["interval"])
        if detection["consecutiveErrors"].number != 0, !isOfMesh {
            warning(
                .fieldDeprecated, "consecutiveErrors is deprecated", at: detection["consecutiveErrors"],
                hint: "use consecutive5xxErrors or consecutiveGatewayErrors")
        }
        let local = detection["consecutiveLocalOriginFailures"]
        if local.number > 0, !detection["splitExternalLocalOriginErrors"].isTrue {
            error(
                .outlierDetectionInvalid,
                "consecutiveLocalOriginFailures counts nothing without splitExternalLocalOriginErrors",
                at: local, hint: "set splitExternalLocalOriginErrors to true")
        }
        checkPercent(detection["maxEjectionPercent"])
        checkPercent(detection["minHealthPercent"])
    }
}
