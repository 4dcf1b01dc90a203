internal import Diagnostics
internal import Foundation
internal import Tree

/// The file (or files) that say which clusters there are (Kubernetes documentation, "Organizing Cluster Access Using
/// kubeconfig Files").
package struct Kubeconfig: Sendable {
    package var currentContext = ""
    private var contexts: [String: Node] = [:]
    private var clusters: [String: Entry] = [:]
    private var users: [String: Entry] = [:]

    /// A cluster or a user, and the folder against which its relative paths are read.
    fileprivate struct Entry {
        var node: Node
        var folder: URL
    }

    package var contextNames: [String] { contexts.keys.sorted() }

    // MARK: Reading

    /// Where kubectl looks: the explicit path alone, else `KUBECONFIG` (a list), else `~/.kube/config`.
    package static func paths(explicit: String?, environment: [String: String]) -> [String] {
        if let explicit { return [explicit] }
        if let list = environment["KUBECONFIG"], !list.isEmpty { return list.split(separator: ":").map(String.init) }
        return environment["HOME"].map { ["\($0)/.kube/config"] } ?? []
    }

    /// Reads and merges `paths`: the first file to set a value wins, as in kubectl.
    ///
    /// - Throws: `ClientError` when no file is there, or one is not a kubeconfig.
    package static func load(_ paths: [String]) throws(ClientError) -> Kubeconfig {
        var config = Kubeconfig()
        var found = false
        for path in paths where FileManager.default.fileExists(atPath: path) {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw ClientError(.configuration, "\(path): cannot be read; check its permissions")
            }
            try config.merge(Array(data), path: path)
            found = true
        }
        guard found else {
            let looked = paths.isEmpty ? "" : " (looked for \(paths.joined(separator: ", ")))"
            throw ClientError(
                .configuration,
                "no kubeconfig found\(looked); give one with --kubeconfig, or start a cluster with \"mainstay up\"")
        }
        return config
    }

    package init() {}

    /// Adds the content of one file.
    package mutating func merge(_ bytes: [UInt8], path: String) throws(ClientError) {
        let root: Node
        do {
            root = try YAMLReader.read(bytes, file: SourceFile(path)).documents.first ?? Node(.null)
        } catch {
            throw ClientError(.configuration, "\(error.findings.first.map { "\($0)" } ?? path)")
        }
        guard root.mapping != nil, root["kind"]?.string ?? "Config" == "Config" else {
            throw ClientError(
                .configuration,
                "\(path): expected a kubeconfig (kind: Config), found \(root["kind"]?.string ?? root.typeName)")
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        if currentContext.isEmpty { currentContext = root["current-context"]?.string ?? "" }
        for item in root["contexts"]?.elements ?? [] {
            guard let name = item["name"]?.string, let node = item["context"], contexts[name] == nil else { continue }
            contexts[name] = node
        }
        Self.collect(root["clusters"], "cluster", folder, into: &clusters)
        Self.collect(root["users"], "user", folder, into: &users)
    }

    private static func collect(_ list: Node?, _ field: String, _ folder: URL, into entries: inout [String: Entry]) {
        for item in list?.elements ?? [] {
            guard let name = item["name"]?.string, let node = item[field], entries[name] == nil else { continue }
            entries[name] = Entry(node: node, folder: folder)
        }
    }

    // MARK: Choosing

    /// The connection of a context.
    ///
    /// - Parameter name: nil for the current context.
    /// - Throws: `ClientError` that names the context, cluster or user that is missing or wrong.
    package func connection(context name: String? = nil) throws(ClientError) -> Connection {
        let contextName = name ?? currentContext
        guard let context = contexts[contextName] else {
            let known = contextNames.isEmpty ? "it has none" : "it has \(contextNames.joined(separator: ", "))"
            let asked =
                contextName.isEmpty
                ? "the kubeconfig has no current context" : "no context \"\(contextName)\" in the kubeconfig"
            throw ClientError(.configuration, "\(asked); \(known)")
        }
        let clusterName = context["cluster"]?.string ?? ""
        guard let cluster = clusters[clusterName] else {
            throw ClientError(
                .configuration,
                "context \"\(contextName)\" names cluster \"\(clusterName)\", which the kubeconfig lacks")
        }
        guard let server = cluster.node["server"]?.string, let url = URL(string: server), url.host != nil,
            url.scheme == "https" || url.scheme == "http"
        else {
            throw ClientError(
                .configuration,
                "cluster \"\(clusterName)\" has server \"\(cluster.node["server"]?.string ?? "")\"; expected an http or https address"
            )
        }
        var connection = Connection(server: url)
        connection.namespace = context["namespace"]?.string ?? "default"
        connection.skipsTLSVerification = cluster.node["insecure-skip-tls-verify"]?.bool ?? false
        connection.tlsServerName = cluster.node["tls-server-name"]?.string
        connection.authorityPEM = try cluster.text("certificate-authority") ?? ""
        if let userName = context["user"]?.string {
            guard let user = users[userName] else {
                throw ClientError(
                    .configuration, "context \"\(contextName)\" names user \"\(userName)\", which the kubeconfig lacks")
            }
            connection.credentials = try credentials(user, name: userName)
        }
        return connection
    }

    private func credentials(_ user: Entry, name: String) throws(ClientError) -> Credentials {
        let node = user.node
        if let token = node["token"]?.string, !token.isEmpty { return .token(SecretText(token)) }
        if let path = node["tokenFile"]?.string { return .tokenFile(path: user.resolved(path)) }
        if let certificate = try user.text("client-certificate") {
            guard let key = try user.text("client-key") else {
                throw ClientError(.configuration, "user \"\(name)\" has a client certificate without a key")
            }
            return .certificate(pem: certificate, key: SecretText(key))
        }
        if let login = node["username"]?.string {
            return .basic(user: login, password: SecretText(node["password"]?.string ?? ""))
        }
        if let exec = node["exec"] {
            guard let command = exec["command"]?.string else {
                throw ClientError(.configuration, "the exec plugin of user \"\(name)\" has no command")
            }
            let variables = (exec["env"]?.elements ?? []).compactMap { variable in
                variable["name"]?.string.map { ($0, SecretText(variable["value"]?.string ?? "")) }
            }
            return .exec(
                ExecPlugin(
                    apiVersion: exec["apiVersion"]?.string ?? "client.authentication.k8s.io/v1",
                    command: command.contains("/") ? user.resolved(command) : command,
                    arguments: (exec["args"]?.elements ?? []).compactMap(\.string),
                    environment: Dictionary(variables) { $1 }, installHint: exec["installHint"]?.string ?? ""))
        }
        if node["auth-provider"] != nil {
            throw ClientError(
                .configuration,
                "user \"\(name)\" uses \"auth-provider\", which Kubernetes removed in 1.26; use an exec plugin")
        }
        return .none
    }
}

extension Kubeconfig.Entry {
    fileprivate func resolved(_ path: String) -> String {
        path.hasPrefix("/") ? path : folder.appendingPathComponent(path).path
    }

    /// The text of `field`, given inline in base64 as `field-data` or as a file.
    fileprivate func text(_ field: String) throws(ClientError) -> String? {
        if let encoded = node["\(field)-data"]?.string, !encoded.isEmpty {
            guard let data = Data(base64Encoded: encoded, options: .ignoreUnknownCharacters) else {
                throw ClientError(.configuration, "\"\(field)-data\" in the kubeconfig is not base64")
            }
            return String(decoding: data, as: UTF8.self)
        }
        guard let path = node[field]?.string, !path.isEmpty else { return nil }
        guard let data = FileManager.default.contents(atPath: resolved(path)) else {
            throw ClientError(
                .configuration, "\"\(field)\" in the kubeconfig names \"\(resolved(path))\", which cannot be read")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
