import Testing

@testable import Diagnostics

@Suite struct NearestNameTests {
    @Test(
        "the name that was meant is found",
        arguments: [
            ("virtualservcie", ["virtualservice", "gateway"], "virtualservice"),
            ("Timeout", ["timeout", "retries"], "timeout"),
            ("hots", ["hosts", "http"], "hosts"),
        ])
    func near(name: String, candidates: [String], expected: String) {
        #expect(nearestName(to: name, among: candidates) == expected)
    }

    @Test("nothing is offered when nothing is near")
    func far() {
        #expect(nearestName(to: "banana", among: ["hosts", "http"]) == nil)
    }
}
