internal import Foundation

extension Connection {
    /// The connection of a pod: the service account that Kubernetes mounts (Kubernetes documentation, "Accessing the API from
    /// a Pod"). nil outside a cluster.
    package static func inCluster(
        environment: [String: String], folder: String = "/var/run/secrets/kubernetes.io/serviceaccount"
    ) -> Connection? {
        guard let host = environment["KUBERNETES_SERVICE_HOST"], let port = environment["KUBERNETES_SERVICE_PORT"],
            let authority = FileManager.default.contents(atPath: "\(folder)/ca.crt"),
            let url = URL(string: "https://\(host.contains(":") ? "[\(host)]" : host):\(port)")
        else { return nil }
        var connection = Connection(server: url)
        connection.authorityPEM = String(decoding: authority, as: UTF8.self)
        connection.credentials = .tokenFile(path: "\(folder)/token")
        if let namespace = FileManager.default.contents(atPath: "\(folder)/namespace") {
            connection.namespace = String(decoding: namespace, as: UTF8.self)
        }
        return connection
    }
}
