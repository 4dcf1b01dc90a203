internal import APIServer
internal import ArgoCD
internal import KubeClient
internal import KubeTypes
internal import ServiceLifecycle

/// Passes the address of the cluster to the controllers once it answers.
struct ControllerStart: Sendable {
    let addresses: AsyncStream<APIServer.Address>
    private let continuation: AsyncStream<APIServer.Address>.Continuation

    init() { (addresses, continuation) = AsyncStream.makeStream() }

    func begin(_ address: APIServer.Address) {
        continuation.yield(address)
        continuation.finish()
    }
}

/// The controllers of `up`: they speak to the embedded cluster as they would to any other.
struct ControllerService: Service {
    let start: ControllerStart
    let source: RootSource?
    let stateFolder: String
    let onStatus: @Sendable (Application) -> Void

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            for await address in start.addresses {
                let client = try KubeClient(try KubeconfigFile.connection(address))
                if let source { try await plant(source, client) }
                let controller = ApplicationController(
                    client, stateFolder: stateFolder, localCopies: source?.localCopies ?? [:], onStatus: onStatus)
                try await controller.run()
            }
        }
    }

    private func plant(_ source: RootSource, _ client: KubeClient) async throws {
        let namespace = KubeObject(
            GroupVersionKind(group: "", version: "v1", kind: "Namespace"), name: RootSource.namespace)
        for object in [namespace, source.application] {
            let resource = try await client.resource(for: object.type)
            _ = try await client.apply(object, as: resource, owner: "mainstay-up", force: true)
        }
    }
}
