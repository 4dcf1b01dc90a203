import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import KubeClient

@Suite("Credentials")
struct CredentialTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func plugin(_ script: String, name: String = "plugin") throws -> ExecPlugin {
        let path = try folder.write("#!/bin/sh\n" + script, to: name, mode: 0o755)
        return ExecPlugin(
            apiVersion: "client.authentication.k8s.io/v1", command: path, arguments: ["get", "a b"],
            environment: ["PLUGIN_SETTING": SecretText("hunter2")], installHint: "install it with care")
    }

    private func failure(of plugin: ExecPlugin) async -> String {
        do {
            _ = try await plugin.run()
            return "no error"
        } catch {
            #expect((error as? ClientError)?.code == .credentials)
            return "\(error)"
        }
    }

    @Test("a plugin gets its arguments and environment, and gives a token until a time")
    func token() async throws {
        let plugin = try plugin(
            #"""
            test "$KUBERNETES_EXEC_INFO" || exit 1
            test -n "$PATH" || exit 1
            echo "{\"kind\":\"ExecCredential\",\"status\":{\"token\":\"$1-$2-$PLUGIN_SETTING\",\"expirationTimestamp\":\"2026-01-02T03:04:05Z\"}}"
            """#)
        let credential = try await plugin.run()
        guard case .token(let token) = credential.credentials else { throw TestFailure("expected a token") }
        #expect(token.revealed == "get-a b-hunter2")
        #expect(credential.expires == Date(timeIntervalSince1970: 1_767_323_045))
    }

    @Test(
        "a plugin that fails is named, with what it said",
        arguments: [
            ("echo nobody is logged in >&2; exit 3", "failed: nobody is logged in"),
            ("echo nonsense", "did not print an ExecCredential"),
            ("echo '{\"kind\":\"ExecCredential\"}'", "did not print"),
            ("echo '{\"status\":{}}'", "gave neither a token nor a certificate"),
        ])
    func failures(script: String, expected: String) async throws {
        let plugin = try plugin(script)
        let text = await failure(of: plugin)
        #expect(text.contains(expected), "\(text)")
        #expect(text.contains(plugin.command))
    }

    @Test("a plugin that is not installed comes with its hint", arguments: ["/none/plugin", "mainstay-no-such-plugin"])
    func notInstalled(command: String) async throws {
        var plugin = try plugin("")
        plugin.command = command
        let text = await failure(of: plugin)
        #expect(text.contains("cannot be started"))
        #expect(text.hasSuffix("install it with care"))
    }

    @Test("secrets never print")
    func redacted() throws {
        let secret = SecretText("hunter2")
        var connection = Connection(server: try #require(URL(string: "https://127.0.0.1")))
        for credentials in [
            Credentials.token(secret), .basic(user: "ada", password: secret), .certificate(pem: "PEM", key: secret),
            .exec(try plugin("")),
        ] {
            connection.credentials = credentials
            for value in [credentials, connection] as [any Sendable] {
                var dumped = ""
                dump(value, to: &dumped)
                for text in ["\(value)", String(reflecting: value), "\([value])", dumped] {
                    #expect(!text.contains("hunter2"), "\(text)")
                }
            }
        }
    }
}
