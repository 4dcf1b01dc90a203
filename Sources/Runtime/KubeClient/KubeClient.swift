package import KubeTypes
package import Tree

/// Speaks the Kubernetes API with one cluster. Nothing above it knows whether that is the embedded one.
///
/// Every call throws a `Status` when the server says no, and a `ClientError` when there is no proper answer.
package struct KubeClient: Sendable {
    let transport: Transport
    /// The namespace that commands use when none is given.
    package let defaultNamespace: String
    private let discovery: Discovery

    /// - Throws: `ClientError` when the connection's certificates cannot be used.
    package init(_ connection: Connection) throws {
        transport = try Transport(connection)
        defaultNamespace = connection.namespace
        discovery = Discovery(transport: transport)
    }

    // MARK: Kinds

    /// Where objects of a kind are served. Asks the server once and again when the kind is unknown, as it may be new.
    package func resource(for type: GroupVersionKind) async throws -> ServedResource {
        try await discovery.resource(for: type)
    }

    /// The resource that a person names: plural, singular, short name or kind, perhaps with a group (`vs`, `gateways.networking.istio.io`).
    package func resource(named name: String) async throws -> ServedResource {
        try await discovery.resource(named: name)
    }

    package func resources() async throws -> [ServedResource] {
        try await discovery.all()
    }

    // MARK: Reading

    package func get(_ resource: ServedResource, _ key: ObjectKey) async throws -> KubeObject {
        try await object(Request(path: path(resource, key)))
    }

    /// All objects, or those of a namespace, and the revision at which that was the state.
    package func list(
        _ resource: ServedResource, namespace: String? = nil, labelSelector: String = ""
    ) async throws -> ObjectList {
        var query: [(String, String)] = []
        if !labelSelector.isEmpty { query.append(("labelSelector", labelSelector)) }
        let root = try await tree(Request(path: path(resource, namespace: namespace), query: query))
        return ObjectList(root, of: resource)
    }

    /// The server's own table of a collection or of one object, as `kubectl get` shows it.
    package func table(
        _ resource: ServedResource, namespace: String? = nil, name: String? = nil, labelSelector: String = ""
    ) async throws -> Node {
        var request = Request(path: path(resource, namespace: namespace))
        if let name { request.path += "/\(percentEncoded(name))" }
        if !labelSelector.isEmpty { request.query.append(("labelSelector", labelSelector)) }
        request.accept = KubeClient.tableType
        return try await tree(request)
    }

    static let tableType = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json"

    // MARK: Writing

    package func create(_ object: KubeObject, as resource: ServedResource, dryRun: Bool = false) async throws
        -> KubeObject
    {
        let path = path(resource, namespace: resource.isNamespaced ? object.namespace : nil)
        return try await write("POST", path, object.root, "application/json", dryRun: dryRun)
    }

    /// Replaces the object; its resourceVersion guards against a change in between.
    package func replace(_ object: KubeObject, as resource: ServedResource, dryRun: Bool = false) async throws
        -> KubeObject
    {
        try await write("PUT", path(resource, object.key), object.root, "application/json", dryRun: dryRun)
    }

    /// Merges `patch` into the object (RFC 7386).
    package func merge(
        _ patch: Node, into resource: ServedResource, _ key: ObjectKey, subresource: String? = nil
    ) async throws -> KubeObject {
        let path = path(resource, key) + (subresource.map { "/\($0)" } ?? "")
        return try await write("PATCH", path, patch, "application/merge-patch+json", dryRun: false)
    }

    /// Server-side apply: the fields of `object` become `owner`'s.
    ///
    /// - Parameter force: Take fields away from other owners instead of failing with a conflict.
    package func apply(
        _ object: KubeObject, as resource: ServedResource, owner: String, force: Bool, dryRun: Bool = false,
        strict: Bool = false
    ) async throws -> KubeObject {
        var request = Request(method: "PATCH", path: path(resource, object.key))
        request.query = [("fieldManager", owner)] + (force ? [("force", "true")] : [])
        if strict { request.query.append(("fieldValidation", "Strict")) }
        if dryRun { request.query.append(("dryRun", "All")) }
        request.contentType = "application/apply-patch+yaml"
        request.body = JSONWriter.bytes(object.root)
        return try await self.object(request)
    }

    /// Deletes the object. Deleting what is not there is an error of reason `NotFound`.
    ///
    /// - Parameter uid: When given, only the object that has it is deleted.
    package func delete(
        _ resource: ServedResource, _ key: ObjectKey, propagation: String = "Background", uid: String? = nil,
        dryRun: Bool = false
    ) async throws {
        var options: Node = [
            "apiVersion": "v1", "kind": "DeleteOptions", "propagationPolicy": Node(propagation),
        ]
        if let uid { options["preconditions"] = ["uid": Node(uid)] }
        if dryRun { options["dryRun"] = ["All"] }
        _ = try await transport.send(
            Request(
                method: "DELETE", path: path(resource, key), contentType: "application/json",
                body: JSONWriter.bytes(options)))
    }

    // MARK: Paths

    func path(_ resource: ServedResource, namespace: String?) -> String {
        let type = resource.type
        let prefix = type.group.isEmpty ? "/api/\(type.version)" : "/apis/\(type.group)/\(type.version)"
        let place = namespace.map { $0.isEmpty ? "" : "/namespaces/\(percentEncoded($0))" } ?? ""
        return prefix + place + "/\(type.resource)"
    }

    private func path(_ resource: ServedResource, _ key: ObjectKey) -> String {
        path(resource, namespace: resource.isNamespaced ? key.namespace : nil) + "/\(percentEncoded(key.name))"
    }

    private func write(
        _ method: String, _ path: String, _ body: Node, _ contentType: String, dryRun: Bool
    ) async throws -> KubeObject {
        let query = [("fieldManager", "mainstay")] + (dryRun ? [("dryRun", "All")] : [])
        return try await object(
            Request(method: method, path: path, query: query, contentType: contentType, body: JSONWriter.bytes(body)))
    }

    private func object(_ request: Request) async throws -> KubeObject {
        KubeObject(try await tree(request))
    }

    private func tree(_ request: Request) async throws -> Node {
        let bytes = try await transport.send(request)
        do {
            return try JSONReader.read(bytes)
        } catch {
            throw ClientError(.invalidAnswer, "the server's answer to \(request.path) is not JSON: \(error)")
        }
    }
}

/// A list as the server gave it.
package struct ObjectList: Sendable {
    package var items: [KubeObject]
    /// Where a watch continues.
    package var resourceVersion: String

    init(_ root: Node, of resource: ServedResource) {
        resourceVersion = root[path: "metadata", "resourceVersion"]?.string ?? ""
        items = (root["items"]?.elements ?? []).map { item in
            var object = KubeObject(item)
            // Items of built-in lists do not repeat their type.
            if object.kind.isEmpty {
                object.apiVersion = resource.type.apiVersion
                object.kind = resource.kind
            }
            return object
        }
    }
}
