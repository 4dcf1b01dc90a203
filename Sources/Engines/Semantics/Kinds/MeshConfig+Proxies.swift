internal import GoText
internal import Diagnostics
internal import Mesh
internal import Tree

/// The settings of proxies: `defaultConfig` of the mesh, and the annotation `proxy.istio.io/config`.
extension Report {
    /// What is not written has Istio's default. Only settings that are complete in themselves are asked for all that a
    /// proxy needs: empty ones, and those that name their folder or program, which defaults are never written for.
    mutating func checkProxySettings(_ proxy: Field) {
        guard proxy.isPresent else { return }
        let isComplete = proxy.isEmpty || proxy.hasAny("configPath", "binaryPath")
        checkNeeded(proxy, isComplete: isComplete)
        checkDrain(proxy["drainDuration"], isNeeded: isComplete)
        checkServiceAddress(proxy["discoveryAddress"], isNeeded: isComplete)
        checkProxyTracing(proxy["tracing"])
        for field in [
            proxy["statsdUdpAddress"], proxy["envoyMetricsService"]["address"],
            proxy["envoyAccessLogService"]["address"],
        ] where field.isFilled {
            checkServiceAddress(field, isNeeded: true)
        }
        for name in ["proxyAdminPort", "statusPort"] where isComplete || proxy[name].isPresent {
            checkPort(proxy[name])
        }
        let policy = proxy["controlPlaneAuthPolicy"]
        if policy.isFilled, !["NONE", "MUTUAL_TLS"].contains(policy.text) {
            error(
                .proxySettingInvalid, "controlPlaneAuthPolicy cannot be \(quoted(policy.text))", at: policy,
                hint: "use NONE or MUTUAL_TLS")
        }
        noteDeprecatedProxySettings(proxy)
        checkKeyProvider(proxy["privateKeyProvider"])
        checkConnectionSettings(proxy["connectionSettings"])
        if proxy["proxyMetadata"]["ISTIO_META_DNS_AUTO_ALLOCATE"].isPresent {
            warning(
                .fieldDeprecated, "ISTIO_META_DNS_AUTO_ALLOCATE is deprecated",
                at: proxy["proxyMetadata"]["ISTIO_META_DNS_AUTO_ALLOCATE"],
                hint: "istiod gives addresses by itself; remove it")
        }
    }

    private mutating func checkNeeded(_ proxy: Field, isComplete: Bool) {
        for name in ["configPath", "binaryPath"] where (isComplete || proxy[name].isPresent) && !proxy[name].isFilled {
            error(
                .proxySettingInvalid, "\(name) is empty", at: proxy[name], hint: "name it, or leave all to the defaults"
            )
        }
        let cluster = proxy["serviceCluster"]
        let isNamed = cluster.isFilled || proxy["tracingServiceName"].isFilled
        if isComplete || cluster.isPresent, !isNamed {
            error(
                .proxySettingInvalid, "neither serviceCluster nor tracingServiceName names the proxy", at: cluster,
                hint: "set one of the two")
        }
    }

    private mutating func checkDrain(_ drain: Field, isNeeded: Bool) {
        if isNeeded, drain.isAbsent {
            return error(
                .durationInvalid, "drainDuration is missing", at: drain, hint: "use whole seconds such as \"45s\"")
        }
        checkDuration(drain)
        if let duration = GoDuration(drain.text), !duration.isMultiple(of: .second) {
            error(
                .durationInvalid, "drainDuration \(quoted(drain.text)) has parts of a second", at: drain,
                hint: "use whole seconds")
        }
    }

    /// A service with its port.
    private mutating func checkServiceAddress(_ address: Field, isNeeded: Bool, allowsHostIP: Bool = false) {
        guard isNeeded || address.isPresent else { return }
        var text = address.text
        // Filled in when the proxy starts.
        if allowsHostIP, text.hasPrefix("$(HOST_IP)") { text = "127.0.0.1" + text.dropFirst("$(HOST_IP)".count) }
        guard let problem = serviceAddressProblem(text) else { return }
        error(
            .proxySettingInvalid, "\(address.name) \(quoted(address.text)) cannot be used: \(problem)", at: address,
            hint: "write host:port")
    }

    private mutating func checkProxyTracing(_ tracing: Field) {
        for name in ["zipkin", "datadog"] where tracing[name].isPresent {
            checkServiceAddress(tracing[name]["address"], isNeeded: true, allowsHostIP: true)
        }
        let lightstep = tracing["lightstep"]
        if lightstep.isPresent {
            checkServiceAddress(lightstep["address"], isNeeded: true)
            if !lightstep["accessToken"].isFilled {
                error(.proxySettingInvalid, "lightstep has no accessToken", at: lightstep, hint: "add accessToken")
            }
        }
        checkClientTLS(tracing["tlsSettings"], in: "")
        for (name, tag) in tracing["customTags"].entries where tag.isAbsent {
            error(
                .proxySettingInvalid, "the tag \(quoted(name.text)) has no value", at: name,
                hint: "add one, or remove it")
        }
    }

    private mutating func checkKeyProvider(_ provider: Field) {
        guard provider.isPresent else { return }
        guard let kind = ["cryptomb", "qat"].map({ provider[$0] }).first(where: \.isPresent) else {
            return error(
                .proxySettingInvalid, "the privateKeyProvider is none that Istio knows", at: provider,
                hint: "use cryptomb or qat")
        }
        let delay = kind["pollDelay"]
        guard let duration = GoDuration(delay.text), duration != .zero else {
            return error(
                .durationInvalid,
                delay.isAbsent ? "\(kind.name) has no pollDelay" : "pollDelay \(quoted(delay.text)) is no time",
                at: delay, hint: "use a time such as \"10ms\"")
        }
    }

    private mutating func checkConnectionSettings(_ settings: Field) {
        guard settings.isPresent else { return }
        for (field, value) in settings.entries {
            let name = field.text
            if value.node?.string != nil, name != "profile", value.integer == nil {
                guard let duration = GoDuration(value.text) else {
                    error(.durationInvalid, "\(name) \(quoted(value.text)) cannot be used: \(notADuration)", at: value)
                    continue
                }
                if duration < .zero {
                    error(
                        .durationInvalid, "\(name) \(quoted(value.text)) is negative", at: value, hint: "use 0s or more"
                    )
                }
            }
            if name.hasSuffix("BufferLimitBytes") { checkNotNegative(value, .proxySettingInvalid) }
        }
        for (names, least) in [
            (["httpMaxConcurrentStreams", "listenerConnectionLimit", "globalDownstreamConnectionLimit"], 1),
            (["http2InitialStreamWindowSize", "http2InitialConnectionWindowSize"], 65535),
        ] {
            for name in names where settings[name].isPresent && settings[name].number < least {
                error(
                    .proxySettingInvalid, "\(name) \(settings[name].number) is less than \(least)", at: settings[name],
                    hint: "use \(least) or more")
            }
        }
    }
}
