import Diagnostics
import Foundation
import SharedData
import Testing
import Tree

@testable import Semantics

/// What Istio's own functions said about each file, also where another layer decides the case.
@Suite(.enabled(if: Shared.exists("istio/validation/cases.json")))
struct OutcomeTests {
    /// Where Mainstay means to differ, and why. The list may only shrink.
    private static let known = [
        // The field is deprecated but works, which is a note here.
        "go/loadbalancer/valid-load-balancer-with-consistenthash-load-balancing",
        "go/loadbalancer/invalid-load-balancer-with-consistenthash-load-balancing-missing-name",
        // Istio takes an empty entry for a port, and warns of that on top of the error.
        "go/serviceentries/nil-port-in-ports-array",
        // The functions were run without the namespace that the command sets.
        "istioctl-validate/exportto",
    ]

    @Test("errors and warnings stand where Istio's functions have some")
    func outcomes() throws {
        var compared = 0
        var differing: [String] = []
        for node in try Shared.json("istio/validation/cases.json")["cases"]?.elements ?? [] {
            guard let id = node["id"]?.string, let file = node["file"]?.string, let outcome = node["webhook"],
                let isValid = outcome["valid"]?.bool
            else { continue }
            let item = ConformanceCase(
                id: id, file: file, layer: "webhook", isValid: isValid, synthesize: node["synthesize"])
            // One file holds an IPv6 address in a form of YAML that the reader does not take.
            guard let documents = try? YAMLReader.read(try item.text(), file: SourceFile(file)).documents else {
                continue
            }
            let findings = objects(in: documents).flatMap { semanticFindings(of: $0) }
            compared += 1
            let hasErrors = findings.contains { $0.severity == .error }
            let hasWarnings = findings.contains { $0.severity == .warning }
            let warns = outcome["warnings"]?.elements.isEmpty == false
            if hasErrors == isValid || hasWarnings != warns { differing.append(id) }
        }
        #expect(compared > 700)
        #expect(differing.sorted() == Self.known.sorted())
    }
}
