package import Diagnostics
package import Foundation

/// How to reach one cluster, and as whom.
package struct Connection: Sendable {
    /// The address of the API server: scheme, host, port and perhaps a path before `/api`.
    package var server: URL
    /// PEM of the authorities to trust; empty for the system's.
    package var authorityPEM = ""
    package var skipsTLSVerification = false
    /// The name expected in the server's certificate, when it is not the host of `server`.
    package var tlsServerName: String?
    /// The namespace that commands use when none is given.
    package var namespace = "default"
    package var credentials = Credentials.none
    /// The user that the cluster is asked to take the client for (Kubernetes, "User impersonation").
    package var impersonatedUser: String?
    package var impersonatedGroups: [String] = []

    package init(server: URL) { self.server = server }
}

/// What proves who the client is.
package enum Credentials: Sendable {
    case none
    case token(SecretText)
    /// Read again before each request, because Kubernetes rotates it.
    case tokenFile(path: String)
    case certificate(pem: String, key: SecretText)
    case basic(user: String, password: SecretText)
    case exec(ExecPlugin)
}

/// A program that gives credentials (`client.authentication.k8s.io`), such as the ones of the clouds.
package struct ExecPlugin: Sendable, Hashable {
    package var apiVersion: String
    package var command: String
    package var arguments: [String]
    package var environment: [String: SecretText]
    package var installHint: String
}
