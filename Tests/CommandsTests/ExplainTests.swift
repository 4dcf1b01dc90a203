import Testing

@testable import Commands

@Suite("Explanations")
struct ExplainTests {
    @Test("each page stands under its code")
    func pages() {
        #expect(FindingPages.all.count > 40)
        for page in FindingPages.all {
            #expect(page.page.hasPrefix("# \(page.code): "), "\(page.code)")
            #expect(page.page.contains("**Fix.**"), "\(page.code)")
        }
        #expect(Set(FindingPages.all.map(\.code)).count == FindingPages.all.count)
    }

    @Test("each code of Istio and Kiali has a page, or a reason why files cannot give it")
    func otherTools() {
        let known = Set(FindingPages.all.flatMap(\.aliases))
        for entry in ClusterCodes.all {
            #expect(!known.contains(entry.code), "\(entry.code) is given, and has a page")
            #expect(ClusterCodes.page(entry.code)?.contains("Not decidable from files") == true)
        }
        #expect(ClusterCodes.page("GWAPI12") != nil)
        #expect(ClusterCodes.page("KIA1107") == nil)
    }

    @Test(
        "a field is found by kind, short name and path, lists passed through",
        arguments: [
            ("vs.spec.http.retries.attempts", "VirtualService.spec.http.retries.attempts  integer (int32)"),
            ("gateway.spec.servers[].port.number", "Gateway.spec.servers[].port.number  integer"),
            ("DestinationRule.spec.trafficPolicy.tls.mode", "one of \"DISABLE\", \"SIMPLE\", \"MUTUAL\""),
            ("configmaps.metadata.labels", "map of string"),
        ])
    func fields(path: String, expected: String) throws {
        #expect(try FieldExplanation(path)?.text.contains(expected) == true)
    }

    @Test("a wrong field is told with the nearest, and what is no kind is none")
    func wrong() throws {
        #expect(try FieldExplanation("Sprocket.spec") == nil)
        #expect { try FieldExplanation("vs.spec.htp") } throws: { "\($0)".contains("did you mean \"http\"") }
    }
}
