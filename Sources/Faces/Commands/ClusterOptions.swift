internal import ArgumentParser
internal import Foundation
internal import KubeClient
internal import KubeTypes
internal import Tree

/// Which cluster, as whom, in which namespace: the letters of kubectl.
struct ClusterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The kubeconfig to use.", valueName: "file")) var kubeconfig: String?

    @Option(help: ArgumentHelp("The context of the kubeconfig.", valueName: "name")) var context: String?

    @Option(name: .shortAndLong, help: "The namespace.") var namespace: String?

    func client() throws -> KubeClient { try Self.client(kubeconfig: kubeconfig, context: context) }

    /// A client of the cluster that kubectl would use.
    static func client(
        kubeconfig: String? = nil, context: String?, user: String? = nil, groups: [String] = []
    ) throws -> KubeClient {
        var connection = try connection(kubeconfig: kubeconfig, context: context)
        connection.impersonatedUser = user
        connection.impersonatedGroups = groups
        return try KubeClient(connection)
    }

    private static func connection(kubeconfig: String?, context: String?) throws -> Connection {
        let environment = ProcessInfo.processInfo.environment
        let paths = Kubeconfig.paths(explicit: kubeconfig, environment: environment)
        if let kubeconfig, !FileManager.default.fileExists(atPath: kubeconfig) {
            throw CommandError("the kubeconfig \"\(kubeconfig)\" does not exist")
        }
        if kubeconfig == nil, context == nil, !paths.contains(where: FileManager.default.fileExists),
            let inside = Connection.inCluster(environment: environment)
        {
            return inside
        }
        return try Kubeconfig.load(paths).connection(context: context)
    }

    /// The application of a name: in the namespace that was given, else wherever it is.
    func application(_ name: String, _ client: KubeClient) async throws -> (
        object: KubeObject, resource: ServedResource
    ) {
        let resource = try await client.resource(named: "applications.argoproj.io")
        let wanted = name.split(separator: "/").last.map(String.init) ?? name
        if let namespace {
            return (try await client.get(resource, ObjectKey(namespace: namespace, name: wanted)), resource)
        }
        let all = try await client.list(resource).items
        let found = all.filter { $0.name == wanted }
        guard let first = found.first else {
            let known = all.map(\.name).sorted().joined(separator: ", ")
            throw CommandError("no application \"\(wanted)\"; there \(known.isEmpty ? "is none" : "are \(known)")")
        }
        guard found.count == 1 else {
            throw CommandError(
                "several applications are named \"\(wanted)\"; choose one with --namespace \(found.map(\.namespace).joined(separator: " or "))"
            )
        }
        return (first, resource)
    }
}
