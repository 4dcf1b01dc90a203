package import APIServer
internal import Diagnostics
internal import Foundation
package import KubeClient
internal import KubeTypes
internal import Schema
internal import Store

/// A running API server of its own, in memory, and a client of it.
package final class Cluster: Sendable {
    package let client: KubeClient
    package let address: APIServer.Address
    private let server: Task<Void, any Error>

    /// - Parameter file: Where the objects lie; nil keeps them in memory.
    package init(file: String? = nil) async throws {
        let store = try Store(path: file)
        let (addresses, known) = AsyncStream.makeStream(of: APIServer.Address.self)
        let api = APIServer(
            store: store, port: 0, definitions: Catalogue.istio.definitions + Catalogue.argo.definitions
        ) { known.yield($0) }
        let server = Task {
            defer { known.finish() }
            try await api.run()
        }
        var ready: APIServer.Address?
        for await address in addresses {
            ready = address
            break
        }
        guard let ready else {
            try await server.value
            throw TestFailure("the server ended before it answered")
        }
        self.server = server
        address = ready
        client = try KubeClient(try Cluster.connection(ready, token: ready.token.revealed))
    }

    deinit { server.cancel() }

    /// Ends the server and waits until it has ended.
    package func stop() async throws {
        server.cancel()
        _ = await server.result
    }

    package static func connection(_ address: APIServer.Address, token: String) throws -> Connection {
        guard let url = URL(string: address.url) else { throw TestFailure("no address") }
        var connection = Connection(server: url)
        connection.authorityPEM = address.authorityPEM
        connection.credentials = .token(SecretText(token))
        return connection
    }

    package func resource(_ apiVersion: String, _ kind: String) async throws -> ServedResource {
        try await client.resource(for: GroupVersionKind(apiVersion: apiVersion, kind: kind))
    }

    /// Makes a namespace, so that a test has the names in it for itself.
    package func makeNamespace(_ name: String) async throws {
        let object = KubeObject(GroupVersionKind(group: "", version: "v1", kind: "Namespace"), name: name)
        _ = try await client.create(object, as: try await resource("v1", "Namespace"))
    }
}
