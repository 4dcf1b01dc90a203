import Diagnostics
import Foundation
import KubeTypes
import SharedData
import Testing
import Tree

@testable import Semantics

/// A text with one mistake: `<<wrong||right>>`. The finding stands at `wrong`, or at `▸` where there is one.
struct Mistake: CustomTestStringConvertible {
    var code: Code
    var severity = Severity.error
    var text: String

    var testDescription: String { "\(code) \(text.split(separator: "\n").last ?? "")" }

    init(_ code: Code, _ kind: String, _ spec: String, _ severity: Severity = .error) {
        self.init(code, text: "\(header(of: kind))metadata: {name: web, namespace: shop}\nspec: \(spec)\n", severity)
    }

    init(_ code: Code, text: String, _ severity: Severity = .error) {
        self.code = code
        self.severity = severity
        self.text = text
    }

    private var marked: MarkedText { MarkedText(text) }

    /// `line:column` of the marker, else of the mistake.
    var place: String { marked.place }

    func documents(wrong: Bool = false) throws -> [Node] {
        try YAMLReader.read(Array((wrong ? marked.wrong : marked.right).utf8), file: SourceFile("mesh.yaml")).documents
    }

    func findings(wrong: Bool) throws -> [Finding] {
        let documents = try documents(wrong: wrong)
        let options = SemanticOptions(stableChannelOnly: code == .featureUnstable)
        return documents.flatMap { semanticFindings(of: KubeObject($0), options: options) }
    }
}

private func header(of kind: String) -> String {
    let group =
        switch kind {
        case "AuthorizationPolicy", "RequestAuthentication", "PeerAuthentication": "security.istio.io/v1"
        case "Telemetry": "telemetry.istio.io/v1"
        case "WasmPlugin", "TrafficExtension": "extensions.istio.io/v1alpha1"
        case "MeshConfig", "Service": "v1"
        case "Deployment": "apps/v1"
        case "IstioOperator": "install.istio.io/v1alpha1"
        default: "networking.istio.io/v1"
        }
    return "apiVersion: \(group)\nkind: \(kind)\n"
}

@Suite("Codes")
struct CodeTests {
    static let all =
        Mistake.shared + Mistake.routes + Mistake.services + Mistake.policies + Mistake.traffic + Mistake.mesh

    @Test("a mistake is told at its place, and without it there is silence", arguments: all)
    func told(mistake: Mistake) throws {
        let all = try mistake.findings(wrong: true)
        let finding = try #require(all.first { $0.code == mistake.code }, "\(all)")
        #expect(finding.severity == mistake.severity)
        #expect(finding.place.description == "mesh.yaml:\(mistake.place)")
        #expect(finding.message.first?.isUppercase == false)
        #expect(!finding.message.hasSuffix("."))
        let silent = try mistake.findings(wrong: false).filter { $0.code == mistake.code }
        #expect(silent.isEmpty)
        let others = try mistake.findings(wrong: false).filter { $0.severity == .error }
        #expect(others.isEmpty, "the corrected text has other mistakes")
    }

    @Test("each code has a case here")
    func complete() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Sources/Engines/Semantics")
        var codes: Set<String> = []
        for name in ["SemanticCodes.swift", "SemanticCodes+Policies.swift"] {
            let source = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            for match in source.matches(of: #/Code\("(MST\d{4})"/#) { codes.insert(String(match.1)) }
        }
        #expect(codes.count > 60, "\(codes.count)")
        #expect(codes.subtracting(Self.all.map(\.code.id)).sorted() == [])
    }
}
