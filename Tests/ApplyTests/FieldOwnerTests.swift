import Testing

@testable import Apply

@Suite struct FieldOwnerTests {
    @Test("an owner is written as in Kubernetes' conflicts")
    func description() {
        #expect("\(FieldOwner("a", .apply, apiVersion: "v1"))" == "\"a\"")
        #expect("\(FieldOwner("a", .update, apiVersion: "v1"))" == "\"a\" using v1")
        let status = FieldOwner("a", .apply, apiVersion: "v1", subresource: "status")
        #expect("\(status)" == "\"a\" with subresource \"status\"")
    }
}
