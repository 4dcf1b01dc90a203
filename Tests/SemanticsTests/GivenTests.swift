import Diagnostics
import SharedData
import Testing
import Tree

@testable import Semantics

/// Istio's own tables for single functions, as far as they are about parts of objects.
@Suite(.enabled(if: Shared.exists("istio/validation/functions.json")))
struct GivenTests {
    private static let providers = [
        "TestValidateExtensionProviderTracingZipkin": "zipkin",
        "TestValidateExtensionProviderTracingLightstep": "lightstep",
        "TestValidateExtensionProviderTracingDatadog": "datadog",
        "TestValidateExtensionProviderTracingOpenCensusAgent": "opencensus",
        "TestValidateExtensionProviderEnvoyOtelAls": "envoyOtelAls",
        "TestValidateExtensionProviderEnvoyHTTPAls": "envoyHttpAls",
        "TestValidateExtensionProviderEnvoyTCPAls": "envoyTcpAls",
        "TestValidateExtensionProviderTracingOpentelemetry": "opentelemetry",
    ]

    @Test("Istio's tables for providers, retries and conditions")
    func tables() throws {
        var answered: Set<String> = []
        for item in try Shared.json("istio/validation/functions.json")["cases"]?.elements ?? [] {
            let test = item["test"]?.string ?? ""
            let input = item["input"] ?? item["case"] ?? Node(.null)
            var report = Report()
            var isValid = item[path: "expected", "valid"]?.bool
            if let kind = Self.providers[test] {
                report.checkExtensionProvider(Field(input, name: kind))
            } else if test == "TestValidateMeshConfigDefaultInboundHTTPRetryPolicy" {
                report.checkInboundRetries(Field(input, name: "defaultInboundHttpRetryPolicy"))
                let warns = report.findings.contains { $0.severity == .warning }
                #expect(warns == item[path: "expected", "warning"]?.bool, "\(item["id"]?.string ?? "")")
            } else if test == "TestValidateCondition" {
                isValid = item[path: "case", "wantError"]?.bool == false
                report.checkCondition(Field(input, name: "when"))
            } else {
                continue
            }
            answered.insert(test)
            let errors = report.findings.filter { $0.severity == .error }
            #expect(errors.isEmpty == isValid, "\(item["id"]?.string ?? ""): \(errors)")
        }
        #expect(answered.count == Self.providers.count + 2)
    }
}
