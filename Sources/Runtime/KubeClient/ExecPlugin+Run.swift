internal import Diagnostics
internal import Foundation
internal import Subprocess
internal import SystemPackage
internal import Tree

/// What a plugin answered: a token or a client certificate, and until when it holds.
struct ExecCredential: Sendable {
    var credentials: Credentials
    var expires: Date?
}

extension ExecPlugin {
    /// Starts the plugin and reads its `ExecCredential`. It gets the environment of the process, as in kubectl, because the
    /// clouds' plugins read their settings there.
    func run() async throws -> ExecCredential {
        var extra: [Environment.Key: String?] = [:]
        for (key, value) in environment { extra[.init(stringLiteral: key)] = value.revealed }
        extra["KUBERNETES_EXEC_INFO"] =
            #"{"kind":"ExecCredential","apiVersion":"\#(apiVersion)","spec":{"interactive":false}}"#
        let output: String
        do {
            let result = try await Subprocess.run(
                command.contains("/") ? .path(FilePath(command)) : .name(command), arguments: Arguments(arguments),
                environment: .inherit.updating(extra), output: .string(limit: 1 << 20), error: .string(limit: 1 << 16))
            guard case .exited(0) = result.terminationStatus else {
                let said = result.standardError.trimmingCharacters(in: .whitespacesAndNewlines)
                throw ClientError(.credentials, "the credential plugin \"\(command)\" failed: \(said)")
            }
            output = result.standardOutput
        } catch let error as ClientError {
            throw error
        } catch {
            let hint = installHint.isEmpty ? "" : "; \(installHint)"
            throw ClientError(.credentials, "the credential plugin \"\(command)\" cannot be started: \(error)\(hint)")
        }
        guard let status = try? JSONReader.read(output)["status"] else {
            throw ClientError(.credentials, "the credential plugin \"\(command)\" did not print an ExecCredential")
        }
        let expires = status["expirationTimestamp"]?.string.flatMap { try? Date($0, strategy: .iso8601) }
        if let token = status["token"]?.string {
            return ExecCredential(credentials: .token(SecretText(token)), expires: expires)
        }
        if let pem = status["clientCertificateData"]?.string, let key = status["clientKeyData"]?.string {
            return ExecCredential(credentials: .certificate(pem: pem, key: SecretText(key)), expires: expires)
        }
        throw ClientError(.credentials, "the credential plugin \"\(command)\" gave neither a token nor a certificate")
    }
}
