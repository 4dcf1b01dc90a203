internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Access logs have a provider.
    static let telemetryProviders = Analyzer(
        "telemetry.ProviderAnalyzer", [.logProviderMissing], reads: .telemetry
    ) { world in
        guard world.mesh.config.texts("defaultProviders", "accessLogging").isEmpty else { return [] }
        return world.items(.telemetry).flatMap { item in
            item.spec.items("accessLogging").filter { $0.items("providers").isEmpty && $0["disabled"]?.bool != true }
                .map { logging in
                    item.finding(
                        .logProviderMissing, .warning,
                        "the access log has no provider, and the mesh has no default one",
                        at: logging, effect: "no access log is written",
                        hint: "name a provider, such as providers: [{name: envoy}]")
                }
        }
    }

    /// Traces do not go to a provider that Istio has given up.
    static let lightstep = Analyzer("telemetry.LightstepAnalyzer", [.featureRetired], reads: .telemetry) { world in
        world.items(.telemetry).flatMap { item in
            item.spec.items("tracing").flatMap { $0.items("providers") }.compactMap { provider in
                let name = provider.text("name")
                guard world.mesh.provider(named: name)?.has("lightstep") == true else { return nil }
                return item.finding(
                    .featureRetired, .warning,
                    "the tracing provider \"\(name)\" is of the kind lightstep, which is deprecated",
                    at: provider["name"], effect: "traces stop with the version that drops it",
                    hint: "define the provider as opentelemetry")
            }
        }
    }
}
