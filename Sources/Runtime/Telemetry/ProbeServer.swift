internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import ServiceLifecycle

/// Answers those who ask how a process is: Kubernetes' probes and Prometheus.
///
/// `/healthz` says that it runs, `/readyz` whether it does its work, or stands ready to take it over; `/metrics` gives what
/// was measured.
package struct ProbeServer: Service {
    private let host: String
    private let port: Int
    private let metrics: MetricRegistry
    private let unready: @Sendable () -> String?
    private let onReady: @Sendable (Int) -> Void

    /// - Parameters:
    ///   - port: 0 for any that is free.
    ///   - unready: Why the process does not do its work; nil when it does.
    ///   - onReady: Called with the port, once it answers.
    package init(
        host: String, port: Int, metrics: MetricRegistry, unready: @escaping @Sendable () -> String?,
        onReady: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.host = host
        self.port = port
        self.metrics = metrics
        self.unready = unready
        self.onReady = onReady
    }

    package func run() async throws {
        let router = Router()
        let (metrics, unready, onReady) = (metrics, unready, onReady)
        router.get("/healthz") { _, _ in Self.text("ok\n") }
        router.get("/readyz") { _, _ in
            unready().map { Self.text("not ready: \($0)\n", .serviceUnavailable) } ?? Self.text("ok\n")
        }
        router.get("/metrics") { _, _ in Self.text(metrics.text, type: "text/plain; version=0.0.4; charset=utf-8") }
        var logger = Logger(label: "probes")
        logger.logLevel = .critical
        let application = Application(
            router: router, configuration: .init(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { onReady($0.localAddress?.port ?? 0) }, logger: logger)
        try await application.run()
    }

    private static func text(
        _ text: String, _ status: HTTPResponse.Status = .ok, type: String = "text/plain; charset=utf-8"
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
