internal import APIServer
internal import ArgoCD
internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import GitRepository
internal import KubeClient
internal import KubeTypes
internal import Logging
internal import Schema
internal import ServiceLifecycle
internal import Store
internal import Tree
internal import UnixSignals

struct UpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "up", abstract: "Run a cluster on this machine that follows a Git repository.",
        discussion: """
            Starts the embedded cluster and the controllers. With a repository, every Application in its folder \
            "argocd/applications" is deployed and kept in step with each commit. Objects whose repoURL is the repository's \
            own origin are read from here, so that a commit shows before it is pushed.
            """)

    @Argument(help: "The repository: a folder or an address.") var repository: String?

    @Option(help: "The folder of the repository that holds the Applications.") var applications = "argocd/applications"

    @Option(help: "The branch, tag or commit that the folder is read at.") var revision = "HEAD"

    @Option(help: "Where the cluster keeps its data.") var state: String?

    @Option(help: "The port of the cluster's API on 127.0.0.1; 0 for any that is free.") var port = 7443

    @Flag(help: "Keep the cluster in memory; it is gone when this ends.") var memory = false

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port must be between 0 and 65535") }
    }

    func run() async throws {
        let clock = ContinuousClock()
        let begin = clock.now
        let folder = try StateFolder(state)
        let source = try await source()
        let store = try Store(path: memory ? nil : folder.database)
        let progress = UpProgress()
        let kubeconfig = folder.kubeconfig
        let controllers = ControllerStart()
        let server = APIServer(
            store: store, port: port, definitions: Catalogue.istio.definitions + Catalogue.argo.definitions
        ) { address in
            try KubeconfigFile.write(address, to: kubeconfig)
            progress.ready(address.url, kubeconfig: kubeconfig, after: clock.now - begin)
            controllers.begin(address)
        }
        let controller = ControllerService(
            start: controllers, source: source, stateFolder: folder.path, onStatus: { progress.show($0) })
        var logger = Logger(label: "mainstay")
        logger.logLevel = .error
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: server, successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(service: controller, successTerminationBehavior: .gracefullyShutdownGroup),
                ], gracefulShutdownSignals: [.sigint, .sigterm], logger: logger))
        try await group.run()
        progress.ended()
    }

    private func source() async throws -> RootSource? {
        guard let repository else { return nil }
        return try await RootSource(repository, folder: applications, revision: revision)
    }
}
