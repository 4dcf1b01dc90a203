package import Diagnostics
internal import Foundation
internal import Hummingbird
internal import HummingbirdTLS
internal import KubeTypes
internal import Logging
internal import NIOCore
internal import NIOSSL
package import Schema
internal import ServiceLifecycle
package import Store

/// The embedded cluster: the Kubernetes API over a store, on loopback, with TLS and a token.
package struct APIServer: Service {
    /// How to reach a running server.
    package struct Address: Sendable {
        package var port: Int
        /// PEM of the authority that signed the server's certificate.
        package var authorityPEM: String
        package var token: SecretText

        package var url: String { "https://127.0.0.1:\(port)" }
    }

    private let store: Store
    private let port: Int
    private let definitions: [ResourceDefinition]
    private let onReady: @Sendable (Address) async throws -> Void

    /// - Parameters:
    ///   - port: 0 for any that is free.
    ///   - definitions: The kinds beyond the core ones that are there from the start.
    ///   - onReady: Called once, when the server answers.
    package init(
        store: Store, port: Int, definitions: [ResourceDefinition],
        onReady: @escaping @Sendable (Address) async throws -> Void
    ) {
        self.store = store
        self.port = port
        self.definitions = definitions
        self.onReady = onReady
    }

    /// Serves until a graceful shutdown or the end of the task.
    ///
    /// - Throws: `APIServerError` when it cannot listen.
    package func run() async throws {
        let registry = Registry(
            store: store, definitions: Catalogue.core.definitions,
            clock: { Timestamp(seconds: Int(Date().timeIntervalSince1970)) },
            makeUID: { UUID().uuidString.lowercased() })
        let customResources = CustomResources(registry: registry, builtIn: definitions)
        try await customResources.install()
        try await Self.makeFirstNamespaces(registry)
        let certificates = try Certificates(now: Date())
        let token = BearerToken.random()
        let responder = Responder(registry: registry, token: token, customResources: customResources)
        let (ports, portKnown) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "api")
        logger.logLevel = .critical
        let application = Application(
            responder: responder, server: try .tls(.http1(), tlsConfiguration: Self.tls(certificates)),
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil),
            onServerRunning: { portKnown.yield($0.localAddress?.port ?? 0) }, logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do { try await application.run() } catch let error as IOError {
                    throw APIServerError(listeningOn: port, error)
                }
            }
            group.addTask { try await NamespaceCleaner(registry: registry).run() }
            group.addTask { try await DefaultAccounts(registry: registry).run() }
            group.addTask {
                var collector = GarbageCollector(registry: registry, customResources: customResources)
                try await collector.run()
            }
            group.addTask {
                // Watches would keep their connections, and so the server, open.
                try await withGracefulShutdownHandler {
                    for await port in ports {
                        let address = Address(port: port, authorityPEM: certificates.authorityPEM, token: token.text)
                        try await onReady(address)
                    }
                } onGracefulShutdown: {
                    portKnown.finish()
                    store.endWatches()
                }
            }
            try await group.next()
            store.endWatches()
            group.cancelAll()
        }
    }

    private static func tls(_ certificates: Certificates) throws -> TLSConfiguration {
        TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMBytes(Array(certificates.serverPEM.utf8)).map {
                .certificate($0)
            },
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(certificates.serverKeyPEM.utf8), format: .pem)))
    }

    private static func makeFirstNamespaces(_ registry: Registry) async throws(Status) {
        let served = try registry.resources.served(
            GroupVersionResource(group: "", version: "v1", resource: "namespaces"))
        let options = try RequestOptions(query: "")
        for name in ["default", "kube-system"] {
            let key = ObjectKey(name: name)
            guard registry.store.record(RecordID(served.resource, key)) == nil else { continue }
            let object = KubeObject(served.type, name: name)
            _ = try await registry.create(object, as: served, namespace: nil, options: options, agent: "mainstay")
        }
    }
}
