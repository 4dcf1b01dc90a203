import Diagnostics
import KubeTypes
import Testing
import Tree

@testable import Semantics

@Suite("Fixes of Istio's rules")
struct FixTests {
    @Test(
        "what is meant is written instead, safely where nothing else can be meant",
        arguments: [
            ("{hosts: [a], gateways: [web.shop], http: [{redirect: {uri: /}}]}", "shop/web", true),
            (
                "{hosts: [a], http: [{retries: {attempts: 1, retryOn: '5xx, reset'}, route: [{destination: {host: b}}]}]}",
                "5xx,reset", true
            ),
            ("{hosts: [a], http: [{redirect: {uri: /, derivePort: FROM_REQUEST_PROT}}]}", "FROM_REQUEST_PORT", true),
        ])
    func fixes(spec: String, replacement: String, isSafe: Bool) throws {
        let text = "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec: \(spec)\n"
        let documents = try YAMLReader.read(Array(text.utf8), file: SourceFile("a.yaml")).documents
        let findings = documents.flatMap { semanticFindings(of: KubeObject($0)) }
        let fix = try #require(findings.first?.fixes.first)
        #expect(fix.replacement == replacement)
        #expect(fix.isSafe == isSafe)
        #expect(fix.place == findings.first?.place)
    }
}
