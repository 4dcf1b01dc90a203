import Diagnostics
import Foundation
import KubeTypes
import SharedData
import Testing
import Tree

@testable import Analyzers

/// Objects with one mistake: `<<wrong||right>>`. The finding stands at the mistake, or at `▸` where there is one.
///
/// An object is a line: kind, name, perhaps `labels={…}` and `annotations={…}`, then its spec. A line that begins with
/// `>` is another top-level field of the object above it.
struct Mistake: Sendable, CustomTestStringConvertible {
    var code: Code
    var severity: Severity
    var text: String

    var testDescription: String { "\(code) \(text.split(separator: "\n").first ?? "")" }

    init(_ code: Code, _ severity: Severity, _ lines: String) {
        self.code = code
        self.severity = severity
        text = lines.split(separator: "\n").map { expanded(String($0)) }.joined()
    }

    private var marked: MarkedText { MarkedText(text) }

    /// `line:column` of the marker, else of the mistake.
    var place: String { marked.place }

    func findings(wrong: Bool) throws -> [Finding] {
        let text = wrong ? marked.wrong : marked.right
        let documents = try YAMLReader.read(Array(text.utf8), file: SourceFile("mesh.yaml")).documents
        return analyze(objects(in: documents), options: AnalyzerOptions(now: Timestamp("2026-11-21T12:00:00Z")))
    }
}

private func expanded(_ line: String) -> String {
    if line.hasPrefix(">") { return line.dropFirst().drop { $0 == " " } + "\n" }
    var rest = line[...]
    func word() -> String {
        let word = rest.prefix { $0 != " " }
        rest = rest.dropFirst(word.count).drop { $0 == " " }
        return String(word)
    }
    let kind = word()
    let parts = word().split(separator: "/", maxSplits: 1).map(String.init)
    let name = parts.last ?? ""
    var metadata = "name: \(name)" + (isClusterWide(kind) ? "" : ", namespace: \(parts.count > 1 ? parts[0] : "shop")")
    for field in ["labels", "annotations"] where rest.hasPrefix("\(field)=") {
        let end = rest.range(of: "}")?.upperBound ?? rest.endIndex
        metadata += ", \(field): \(rest[..<end].dropFirst(field.count + 1))"
        rest = rest[end...].drop { $0 == " " }
    }
    let start = "---\napiVersion: \(version(of: kind))\nkind: \(kind == "KubernetesGateway" ? "Gateway" : kind)\n"
    return start + "metadata: {\(metadata)}\n" + (rest.isEmpty ? "" : "spec: \(rest)\n")
}

private func isClusterWide(_ kind: String) -> Bool {
    kind == "Namespace" || kind == "Node" || kind == "CustomResourceDefinition"
        || kind.hasSuffix("WebhookConfiguration")
}

private func version(of kind: String) -> String {
    switch kind {
    case "ServiceAccount", "Service", "Pod", "Namespace", "Secret", "ConfigMap", "Node": "v1"
    case "Deployment": "apps/v1"
    case "AuthorizationPolicy", "RequestAuthentication", "PeerAuthentication": "security.istio.io/v1"
    case "WasmPlugin": "extensions.istio.io/v1alpha1"
    case "Telemetry": "telemetry.istio.io/v1"
    case "KubernetesGateway", "HTTPRoute", "GRPCRoute", "ReferenceGrant": "gateway.networking.k8s.io/v1"
    case "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration": "admissionregistration.k8s.io/v1"
    case "CustomResourceDefinition": "apiextensions.k8s.io/v1"
    default: "networking.istio.io/v1"
    }
}
