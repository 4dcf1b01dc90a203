internal import AsyncHTTPClient
internal import Diagnostics
internal import Foundation
internal import KubeTypes
internal import NIOCore
internal import NIOHTTP1
internal import NIOSSL
internal import Synchronization
internal import Tree

/// Sends requests to one cluster and turns every failure into a `Status` (the server's answer) or a `ClientError`.
final class Transport: Sendable {
    private let connection: Connection
    private let client: HTTPClient
    /// What a credential plugin gave, until it expires.
    private let pluginCredential = Mutex<ExecCredential?>(nil)
    /// The longest answer to a plain request.
    private static let answerLimit = 512 << 20

    /// - Throws: `ClientError` when the certificates of the connection are no certificates.
    init(_ connection: Connection) throws {
        self.connection = connection
        var configuration = HTTPClient.Configuration()
        configuration.timeout.connect = .seconds(10)
        // Each watch holds a connection of its own for as long as it lasts.
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1024
        configuration.httpVersion = .http1Only
        if connection.server.scheme == "https" { configuration.tlsConfiguration = try Self.tls(connection) }
        if let name = connection.tlsServerName, let host = connection.server.host {
            configuration.dnsOverride = [name: host]
        }
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    deinit {
        // The client refuses to be dropped while it runs; nothing can be waiting for it here any more.
        client.shutdown(queue: .global()) { _ in }
    }

    private static func tls(_ connection: Connection) throws -> TLSConfiguration {
        var tls = TLSConfiguration.makeClientConfiguration()
        do {
            if !connection.authorityPEM.isEmpty {
                tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(Array(connection.authorityPEM.utf8)))
            }
            if connection.skipsTLSVerification { tls.certificateVerification = .none }
            if case .certificate(let pem, let key) = connection.credentials {
                tls.certificateChain = try NIOSSLCertificate.fromPEMBytes(Array(pem.utf8)).map { .certificate($0) }
                tls.privateKey = .privateKey(try NIOSSLPrivateKey(bytes: Array(key.revealed.utf8), format: .pem))
            }
        } catch {
            throw ClientError(.configuration, "the kubeconfig's certificates cannot be used: \(error)")
        }
        return tls
    }

    // MARK: Requests

    /// The body of the answer to one request.
    ///
    /// - Throws: `Status` when the server says no; `ClientError` when there is no proper answer.
    func send(_ request: Request, timeout: Duration = .seconds(60)) async throws -> [UInt8] {
        let response = try await execute(request, timeout: timeout)
        var body: ByteBuffer
        do {
            body = try await response.body.collect(upTo: Self.answerLimit)
        } catch {
            throw unreachable(error)
        }
        let bytes = body.readBytes(length: body.readableBytes) ?? []
        guard (200..<300).contains(Int(response.status.code)) else { throw failure(Int(response.status.code), bytes) }
        return bytes
    }

    /// The body of the answer in pieces, for a watch.
    func stream(_ request: Request) async throws -> HTTPClientResponse.Body {
        let response = try await execute(request, timeout: .seconds(24 * 3600))
        guard response.status == .ok else {
            let body = (try? await response.body.collect(upTo: 1 << 20)).map { Array($0.readableBytesView) } ?? []
            throw failure(Int(response.status.code), body)
        }
        return response.body
    }

    /// The answer to a request, sent again when the server asks for that.
    private func execute(_ request: Request, timeout: Duration) async throws -> HTTPClientResponse {
        var attempt = 0
        while true {
            let response = try await executeOnce(request, timeout: timeout)
            let pause = RetryAdvice.pause(
                status: Int(response.status.code), retryAfter: response.headers.first(name: "Retry-After"),
                attempt: attempt)
            guard let pause else { return response }
            attempt += 1
            // What is left unread would keep the connection.
            _ = try? await response.body.collect(upTo: 1 << 20)
            try await Task.sleep(for: pause)
        }
    }

    private func executeOnce(_ request: Request, timeout: Duration) async throws -> HTTPClientResponse {
        var message = HTTPClientRequest(url: url(request))
        message.method = HTTPMethod(rawValue: request.method)
        message.headers.add(name: "Accept", value: request.accept)
        message.headers.add(name: "User-Agent", value: "mainstay")
        if let contentType = request.contentType { message.headers.add(name: "Content-Type", value: contentType) }
        if !request.body.isEmpty { message.body = .bytes(request.body) }
        if let authorization = try await authorization() {
            message.headers.add(name: "Authorization", value: authorization)
        }
        if let user = connection.impersonatedUser { message.headers.add(name: "Impersonate-User", value: user) }
        for group in connection.impersonatedGroups { message.headers.add(name: "Impersonate-Group", value: group) }
        do {
            return try await client.execute(message, timeout: TimeAmount(timeout))
        } catch {
            throw unreachable(error)
        }
    }

    private func url(_ request: Request) -> String {
        var base = connection.server.absoluteString
        if let name = connection.tlsServerName, let host = connection.server.host {
            base = base.replacing(host, with: name, maxReplacements: 1)
        }
        while base.hasSuffix("/") { base.removeLast() }
        let query = request.query.map { "\(percentEncoded($0.0))=\(percentEncoded($0.1))" }.joined(separator: "&")
        return base + request.path + (query.isEmpty ? "" : "?\(query)")
    }

    // MARK: Credentials

    private func authorization() async throws -> String? {
        switch connection.credentials {
        case .none, .certificate: return nil
        case .token(let token): return "Bearer \(token.revealed)"
        case .basic(let user, let password):
            return "Basic " + Data("\(user):\(password.revealed)".utf8).base64EncodedString()
        case .tokenFile(let path):
            guard let data = FileManager.default.contents(atPath: path) else {
                throw ClientError(.credentials, "the token file \"\(path)\" cannot be read")
            }
            return "Bearer " + String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        case .exec(let plugin):
            guard case .token(let token) = try await credential(of: plugin).credentials else {
                throw ClientError(
                    .credentials, "the plugin \"\(plugin.command)\" gives a certificate; only tokens are supported")
            }
            return "Bearer \(token.revealed)"
        }
    }

    private func credential(of plugin: ExecPlugin) async throws -> ExecCredential {
        let now = Date()
        if let kept = pluginCredential.withLock({ $0 }), kept.expires.map({ $0 > now.addingTimeInterval(10) }) ?? true {
            return kept
        }
        let fresh = try await plugin.run()
        pluginCredential.withLock { $0 = fresh }
        return fresh
    }

    // MARK: Failures

    private func failure(_ code: Int, _ body: [UInt8]) -> Status {
        if let status = (try? JSONReader.read(body)).flatMap({ Status($0) }) { return status }
        if code == 401 {
            return Status(code: code, reason: .unauthorized, message: "the server does not accept the credentials")
        }
        let text = String(decoding: body.prefix(300), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return Status(
            code: code, reason: code == 404 ? .notFound : .unknown, message: text.isEmpty ? "HTTP \(code)" : text)
    }

    private func unreachable(_ error: any Error) -> any Error {
        if error is CancellationError || Task.isCancelled { return CancellationError() }
        return ClientError(.unreachable, "cannot reach \(connection.server.absoluteString): \(error)")
    }
}

/// One request, before the address and the credentials of the cluster are known.
struct Request: Sendable {
    var method = "GET"
    var path: String
    var query: [(String, String)] = []
    var accept = "application/json"
    var contentType: String?
    var body: [UInt8] = []
}

func percentEncoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "~"):
            encoded.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
    }
    return encoded
}
