import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import KubeClient

@Suite("Kubeconfig")
struct KubeconfigTests {
    private func config(
        _ cluster: String = "server: https://10.0.0.1:6443", user: String = "token: abc",
        context: String = "cluster: c, user: u"
    ) -> String {
        """
        apiVersion: v1
        kind: Config
        current-context: main
        clusters: [{name: c, cluster: {\(cluster)}}]
        users: [{name: u, user: {\(user)}}]
        contexts: [{name: main, context: {\(context)}}]
        """
    }

    private func connection(_ text: String, path: String = "/home/ada/config") throws -> Connection {
        var config = Kubeconfig()
        try config.merge(Array(text.utf8), path: path)
        return try config.connection()
    }

    private func message(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "no error"
        } catch {
            #expect((error as? ClientError)?.code == .configuration)
            return "\(error)"
        }
    }

    // MARK: Files

    @Test(
        "it is looked for where kubectl looks",
        arguments: [
            ("/x", ["KUBECONFIG": "/a:/b", "HOME": "/h"], ["/x"]),
            (nil, ["KUBECONFIG": "/a::/b", "HOME": "/h"], ["/a", "/b"]),
            (nil, ["KUBECONFIG": "", "HOME": "/h"], ["/h/.kube/config"]), (nil, [:], []),
        ] as [(String?, [String: String], [String])])
    func paths(explicit: String?, environment: [String: String], expected: [String]) {
        #expect(Kubeconfig.paths(explicit: explicit, environment: environment) == expected)
    }

    @Test("of several files the first to set a value wins, and those that are missing are left out")
    func merging() throws {
        let folder = try TemporaryFolder()
        let first = try folder.write(
            """
            kind: Config
            current-context: b
            clusters: [{name: c, cluster: {server: "https://first"}}]
            contexts: [{name: a, context: {cluster: c, namespace: shop}}]
            """, to: "first")
        let second = try folder.write(
            """
            current-context: a
            clusters: [{name: c, cluster: {server: "https://second"}}, {name: d, cluster: {server: "http://third/prefix"}}]
            users: [{name: u, user: {username: ada, password: x}}]
            contexts: [{name: a, context: {cluster: d}}, {name: b, context: {cluster: d, user: u}}]
            """, to: "second")
        let config = try Kubeconfig.load([folder.path + "/none", first, second])
        #expect(config.contextNames == ["a", "b"])
        #expect(config.currentContext == "b")
        let current = try config.connection()
        #expect(current.server.absoluteString == "http://third/prefix")
        #expect(current.namespace == "default")
        guard case .basic("ada", _) = current.credentials else { throw TestFailure("expected a password") }
        let other = try config.connection(context: "a")
        #expect(other.server.absoluteString == "https://first")
        #expect(other.namespace == "shop")
    }

    @Test("without a file the message says where it looked and what to do")
    func noFile() {
        let text = message { _ = try Kubeconfig.load(["/none/a", "/none/b"]) }
        #expect(text.contains("/none/a, /none/b"))
        #expect(text.contains("--kubeconfig"))
    }

    @Test(
        "what is no kubeconfig is refused with its path",
        arguments: [
            "a: [", "just text", "- a", "", "kind: Deployment\nmetadata: {}", "\u{0}\u{1}\u{2}", "\tkind: Config",
        ])
    func garbage(text: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(text, to: "config")
        #expect(message { _ = try Kubeconfig.load([path]) }.contains(path))
    }

    // MARK: Choosing

    @Test(
        "what is missing or wrong is named",
        arguments: [
            ("cluster: none", "context \"main\" names cluster \"none\""),
            ("cluster: c, user: none", "context \"main\" names user \"none\""), ("user: u", "names cluster \"\""),
        ])
    func missing(context: String, expected: String) {
        #expect(message { _ = try connection(config(context: context)) }.contains(expected))
    }

    @Test(
        "an address that is none is named",
        arguments: ["", "server: 10.0.0.1", "server: 'ftp://x'", "server: 'https://'"])
    func address(cluster: String) {
        #expect(message { _ = try connection(config(cluster)) }.contains("cluster \"c\" has server"))
    }

    @Test("an unknown context names those that are there")
    func unknownContext() throws {
        var config = Kubeconfig()
        #expect(message { _ = try config.connection() } == "the kubeconfig has no current context; it has none")
        try config.merge(Array(self.config().utf8), path: "/c")
        #expect(
            message { _ = try config.connection(context: "x") } == "no context \"x\" in the kubeconfig; it has main")
    }

    @Test("paths are read against the folder of their file, and inline data comes first")
    func relativePaths() throws {
        let folder = try TemporaryFolder()
        try folder.write("CA", to: "pki/ca.crt")
        try folder.write("CERT", to: "pki/client.crt")
        let key = try folder.write("KEY", to: "other/client.key")
        let path = folder.path + "/config"
        let inline = Data("INLINE".utf8).base64EncodedString()
        let text = config(
            "server: 'https://x', certificate-authority: pki/ca.crt, tls-server-name: api.example.com",
            user: "client-certificate: ./pki/client.crt, client-key: \(key)")
        let found = try connection(text, path: path)
        #expect(found.authorityPEM == "CA")
        #expect(found.tlsServerName == "api.example.com")
        guard case .certificate("CERT", SecretText("KEY")) = found.credentials else {
            throw TestFailure("expected a certificate")
        }
        let other = config(
            "server: 'https://x', certificate-authority: none, certificate-authority-data: \(inline)",
            user: "tokenFile: token")
        let second = try connection(other, path: path)
        #expect(second.authorityPEM == "INLINE")
        guard case .tokenFile(folder.path + "/token") = second.credentials else {
            throw TestFailure("expected a token file")
        }
    }

    @Test(
        "files and data that cannot be read are named",
        arguments: [
            ("server: 'https://x', certificate-authority: none.crt", "token: a", "none.crt"),
            ("server: 'https://x', certificate-authority-data: '%'", "token: a", "certificate-authority-data"),
            ("server: 'https://x'", "client-certificate-data: QQ==", "without a key"),
            ("server: 'https://x'", "auth-provider: {name: gcp}", "auth-provider"),
            ("server: 'https://x'", "exec: {args: [a]}", "no command"),
        ])
    func unreadable(cluster: String, user: String, expected: String) {
        let text = message { _ = try connection(config(cluster, user: user)) }
        #expect(text.contains(expected), "\(text)")
    }

    @Test("a certificate that is none is refused before any request")
    func badCertificate() throws {
        var connection = Connection(server: try #require(URL(string: "https://127.0.0.1:1")))
        connection.authorityPEM = "nonsense"
        #expect(message { _ = try KubeClient(connection) }.contains("certificates"))
    }

    @Test("a pod finds its cluster by its service account")
    func inCluster() throws {
        let folder = try TemporaryFolder()
        let environment = ["KUBERNETES_SERVICE_HOST": "fd00::1", "KUBERNETES_SERVICE_PORT": "443"]
        #expect(Connection.inCluster(environment: environment, folder: folder.path) == nil)
        try folder.write("CA", to: "ca.crt")
        try folder.write("shop", to: "namespace")
        let connection = try #require(Connection.inCluster(environment: environment, folder: folder.path))
        #expect(connection.server.absoluteString == "https://[fd00::1]:443")
        #expect(connection.namespace == "shop")
        #expect(Connection.inCluster(environment: [:], folder: folder.path) == nil)
    }
}
