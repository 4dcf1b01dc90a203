internal import Diagnostics

extension Report {
    mutating func checkProxyConfig(_ object: ObjectParts) {
        checkWorkloadSelector(object.spec["selector"], hasLabelsIn: "matchLabels")
        checkNotNegative(object.spec["concurrency"], .proxySettingInvalid)
    }

    /// What the admission policy of Istio's charts refuses that allows the stable channel only.
    mutating func checkStableChannel(_ object: ObjectParts, _ kind: String) {
        let hint = "use what the stable channel has, or leave that channel"
        if ["EnvoyFilter", "WasmPlugin", "ProxyConfig"].contains(kind) {
            error(
                .featureUnstable, "\(kind) is not in Istio's stable channel", at: object.metadata["name"], hint: hint)
        }
        var fields: [Field] = []
        let spec = object.spec
        if kind == "Telemetry" {
            fields += spec["tracing"].items.map { $0["useRequestIdForTraceSampling"] }
            fields += spec["metrics"].items.map { $0["reportingInterval"] }
            fields += spec["accessLogging"].items.map { $0["filter"] }
        }
        if kind == "AuthorizationPolicy" {
            for from in spec["rules"].items.flatMap({ $0["from"].items }) {
                fields += [from["source"]["trustDomains"], from["source"]["notTrustDomains"]]
            }
        }
        for field in fields where field.isPresent {
            error(.featureUnstable, "\(field.name) is not in Istio's stable channel", at: field, hint: hint)
        }
    }
}
