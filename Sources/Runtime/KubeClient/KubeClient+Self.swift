internal import Tree

extension KubeClient {
    /// The version that the server says it has: `v1.36.2`.
    package func serverVersion() async throws -> String {
        let bytes = try await transport.send(Request(path: "/version"))
        guard let version = (try? JSONReader.read(bytes))?["gitVersion"]?.string else {
            throw ClientError(.invalidAnswer, "the server does not say its version")
        }
        return version
    }

    /// Whether this client may do something (`SelfSubjectAccessReview`, Kubernetes API reference).
    ///
    /// - Parameters:
    ///   - resource: Perhaps with a subresource behind a slash; `*` for all of the group.
    ///   - namespace: Empty for all namespaces, and for what is in none.
    package func mayI(_ verb: String, _ group: String, _ resource: String, namespace: String = "") async throws -> Bool
    {
        let parts = resource.split(separator: "/", maxSplits: 1).map(String.init)
        var attributes: Node = ["verb": Node(verb), "group": Node(group), "resource": Node(parts[0])]
        if parts.count > 1 { attributes["subresource"] = Node(parts[1]) }
        if !namespace.isEmpty { attributes["namespace"] = Node(namespace) }
        let review: Node = [
            "apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectAccessReview",
            "spec": ["resourceAttributes": attributes],
        ]
        let bytes = try await transport.send(
            Request(
                method: "POST", path: "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                contentType: "application/json", body: JSONWriter.bytes(review)))
        return (try? JSONReader.read(bytes))?[path: "status", "allowed"]?.bool ?? false
    }
}
