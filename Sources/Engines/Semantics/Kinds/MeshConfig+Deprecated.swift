internal import Tree

/// Settings that Istio reads today and will drop one day; Istio itself says nothing of them.
extension Report {
    mutating func noteDeprecatedSettings(_ config: Field) {
        noteDeprecated(config["certificates"], "istiod makes its own; use an issuer of the cluster for others")
        for provider in config["extensionProviders"].items {
            noteDeprecated(provider["lightstep"], "use opentelemetry")
            noteDeprecated(provider["opencensus"], "use opentelemetry")
            noteDeprecated(
                provider["envoyExtAuthzHttp"]["includeHeadersInCheck"], "write includeRequestHeadersInCheck")
        }
    }

    mutating func noteDeprecatedProxySettings(_ proxy: Field) {
        noteDeprecated(proxy["zipkinAddress"], "set tracing.zipkin.address")
        noteDeprecated(proxy["tracing"]["lightstep"], "name an extensionProvider in a Telemetry")
        noteDeprecated(proxy["tracing"]["openCensusAgent"], "name an extensionProvider in a Telemetry")
    }

    private mutating func noteDeprecated(_ field: Field, _ hint: String) {
        guard field.isPresent else { return }
        note(.fieldDeprecated, "\(field.name) is deprecated", at: field, hint: hint)
    }
}
