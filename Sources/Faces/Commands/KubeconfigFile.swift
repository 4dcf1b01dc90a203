internal import APIServer
internal import Diagnostics
internal import Foundation
internal import KubeClient
internal import Tree

/// The kubeconfig of an embedded cluster.
enum KubeconfigFile {
    /// Writes the file whole, with mode 0600 from its first byte on, for it holds the token.
    static func write(_ address: APIServer.Address, to path: String) throws {
        let bytes = YAMLWriter.text(content(address))
        let temporary = path + ".new"
        try? FileManager.default.removeItem(atPath: temporary)
        guard
            FileManager.default.createFile(
                atPath: temporary, contents: Data(bytes.utf8), attributes: [.posixPermissions: 0o600]),
            rename(temporary, path) == 0
        else { throw CommandError("cannot write the kubeconfig \"\(path)\"; check the permissions of its directory") }
    }

    static func connection(_ address: APIServer.Address) throws -> Connection {
        guard let server = URL(string: address.url) else { throw CommandError("no address of the cluster") }
        var connection = Connection(server: server)
        connection.authorityPEM = address.authorityPEM
        connection.credentials = .token(address.token)
        return connection
    }

    private static func content(_ address: APIServer.Address) -> Node {
        let authority = Data(address.authorityPEM.utf8).base64EncodedString()
        return [
            "apiVersion": "v1", "kind": "Config", "current-context": "mainstay",
            "clusters": [
                [
                    "name": "mainstay",
                    "cluster": ["server": Node(address.url), "certificate-authority-data": Node(authority)],
                ]
            ],
            "users": [["name": "mainstay", "user": ["token": Node(address.token.revealed)]]],
            "contexts": [
                ["name": "mainstay", "context": ["cluster": "mainstay", "user": "mainstay", "namespace": "default"]]
            ],
        ]
    }
}
