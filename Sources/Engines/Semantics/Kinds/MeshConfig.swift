internal import GoText
package import Diagnostics
internal import KubeTypes
internal import Mesh
package import Tree

/// The configuration of the mesh as a document of its own, under `spec`.
func meshConfigFindings(_ object: KubeObject) -> [Finding] {
    var report = Report()
    report.checkMeshConfig(Field(object.spec, name: "spec", within: object.place))
    return report.findings
}

/// The same as in the ConfigMap `istio`, without anything around it.
package func meshConfigFindings(_ config: Node) -> [Finding] {
    var report = Report()
    report.checkMeshConfig(Field(config, name: "mesh"))
    return report.findings
}

/// The networks of the mesh as a document of its own, under `spec`.
func meshNetworksFindings(_ object: KubeObject) -> [Finding] {
    var report = Report()
    let spec = Field(object.spec, name: "spec", within: object.place)
    for (name, network) in spec["networks"].entries { report.checkNetwork(name, network) }
    return report.findings
}

/// What is not written has Istio's default, and that is right.
extension Report {
    mutating func checkMeshConfig(_ config: Field) {
        if config["proxyListenPort"].isPresent { checkPort(config["proxyListenPort"]) }
        checkConnectTimeout(config["connectTimeout"])
        let detection = config["protocolDetectionTimeout"]
        if detection.isPresent, GoDuration(detection.text) != .zero { checkDuration(detection) }
        checkProxySettings(config["defaultConfig"])
        checkLocalities(config["localityLbSetting"], hasOutlierDetection: true)
        checkZones(config["zoneAwareLbSetting"], hasOutlierDetection: true)
        for settings in config["serviceSettings"].items {
            for host in settings["hosts"].items { checkWildcardHost(host) }
        }
        checkTrustDomains(config)
        checkCurves(config)
        checkConnectionPool(config["defaultTrafficPolicy"]["connectionPool"], isOfMesh: true)
        checkOutlierDetection(config["defaultTrafficPolicy"]["outlierDetection"], isOfMesh: true)
        checkInboundRetries(config["defaultInboundHttpRetryPolicy"])
        checkExtensionProviders(config["extensionProviders"])
        noteDeprecatedSettings(config)
    }

    private mutating func checkConnectTimeout(_ timeout: Field) {
        guard timeout.isPresent else { return }
        checkDuration(timeout)
        guard let duration = GoDuration(timeout.text), duration > .hour else { return }
        error(
            .meshSettingInvalid, "connectTimeout \(duration) is more than an hour", at: timeout, hint: "use at most 1h")
    }

    private mutating func checkTrustDomains(_ config: Field) {
        let own = config["trustDomain"]
        for domain in (own.isPresent ? [own] : []) + config["trustDomainAliases"].items {
            guard let problem = trustDomainProblem(domain.text) else { continue }
            error(
                .meshSettingInvalid, "the trust domain \(quoted(domain.text)) cannot be used: \(problem)", at: domain,
                hint: "write a name such as \"cluster.local\"", effect: "no workload gets a certificate")
        }
    }

    private mutating func checkCurves(_ config: Field) {
        let own = config["meshMTLS"]["ecdhCurves"]
        if !own.isEmpty {
            error(.meshSettingInvalid, "meshMTLS cannot choose ecdhCurves", at: own, hint: "set them in tlsDefaults")
        }
        let known = [
            "P-224", "P-256", "P-384", "P-521", "X25519", "X25519Kyber768Draft00", "X25519MLKEM768",
        ]
        var seen: Set<String> = []
        for curve in config["tlsDefaults"]["ecdhCurves"].items {
            if !known.contains(curve.text) {
                warning(
                    .meshSettingInvalid, "the curve \(quoted(curve.text)) is not known and is left out", at: curve,
                    hint: nearestName(to: curve.text, among: known).map { "did you mean \"\($0)\"?" })
                suggestNearest(to: curve, among: known)
            } else if !seen.insert(curve.text).inserted {
                warning(
                    .meshSettingInvalid, "the curve \(quoted(curve.text)) is there twice", at: curve, hint: "remove one"
                )
                suggestRemoval(of: curve)
            }
        }
    }

    /// Retries of requests that a workload gets, where less can be said than for a route.
    mutating func checkInboundRetries(_ retries: Field) {
        guard retries.isPresent else { return }
        checkRetries(retries)
        if retries["attempts"].number == 0, retries["backoff"].isPresent {
            error(
                .retriesInvalid, "backoff has no effect with 0 attempts, which turn retries off",
                at: retries["backoff"],
                hint: "set attempts, or remove backoff")
        }
        for name in ["perTryTimeout", "retryRemoteLocalities", "retryIgnorePreviousHosts"] where retries[name].isPresent
        {
            warning(
                .settingIneffective, "\(name) is not used for inbound requests", at: retries[name], hint: "remove it")
        }
    }

    mutating func checkNetwork(_ name: Field, _ network: Field) {
        for endpoint in network["endpoints"].items {
            if endpoint["fromCidr"].isPresent { checkAddressOrBlock(endpoint["fromCidr"]) }
            let registry = endpoint["fromRegistry"]
            if registry.isPresent, !isDNSLabel(registry.text) {
                error(
                    .meshSettingInvalid,
                    "the registry \(quoted(registry.text)) of network \"\(name.text)\" is not a DNS label",
                    at: registry, hint: "name a cluster")
            }
        }
        for gateway in network["gateways"].items {
            if gateway["registryServiceName"].isPresent {
                checkFullHost(gateway["registryServiceName"], what: "service")
            }
            let address = gateway["address"]
            if address.isPresent, IPAddress(address.text) == nil { checkFullHost(address, what: "address") }
            checkPort(gateway["port"])
        }
    }
}
