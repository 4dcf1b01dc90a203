package import ControllerRuntime
internal import Foundation
package import KubeClient
internal import KubeTypes
internal import ServiceLifecycle
internal import SyncEngine
internal import Synchronization
internal import Validation

/// Runs Argo CD's Applications on a cluster: follows them, their repositories and their objects, and reconciles what changed.
package struct ApplicationController: Service {
    /// The field manager of everything that is applied, as Argo CD names itself.
    package static let fieldOwner = "argocd-controller"

    private let client: KubeClient
    private let stateFolder: String
    private let localCopies: [String: String]
    private let metrics: ControllerMetrics?
    private let onStatus: @Sendable (Application) -> Void

    /// - Parameters:
    ///   - stateFolder: Where mirrors of repositories lie. It holds nothing that cannot be made again.
    ///   - localCopies: Addresses of repositories that are read from a folder of this machine instead.
    ///   - metrics: What takes the measurements of the work.
    ///   - onStatus: Called with each application that changed, for those who show progress.
    package init(
        _ client: KubeClient, stateFolder: String, localCopies: [String: String] = [:],
        metrics: ControllerMetrics? = nil,
        onStatus: @escaping @Sendable (Application) -> Void = { _ in }
    ) {
        self.client = client
        self.localCopies = localCopies
        self.stateFolder = stateFolder
        self.metrics = metrics
        self.onStatus = onStatus
    }

    /// Works until the task is cancelled or a graceful shutdown begins.
    package func run() async throws {
        let type = GroupVersionKind(group: "argoproj.io", version: "v1alpha1", kind: "Application")
        let resource = try await client.resource(for: type)
        let relay = Relay()
        let live = LiveState(client) { kind, keys in relay.objectsChanged(kind, keys) }
        let repositories = Repositories(folder: "\(stateFolder)/repositories", localCopies: localCopies) {
            relay.repositoryChanged($0)
        }
        let reconciler = ApplicationReconciler(
            client: client, resource: resource, live: live, repositories: repositories,
            manifestMaker: ManifestMaker(repositories: repositories, client: client),
            syncer: Syncer(client, live, owner: Self.fieldOwner),
            now: { Timestamp(seconds: Int(Date().timeIntervalSince1970)) })
        let controller = Controller<ObjectKey>(workers: 2, metrics: metrics) { await reconciler.reconcile($0) }
        let applications = Informer(client, resource) { relay.applicationsChanged($0) }
        relay.connect(controller, applications, live, onStatus)
        try await cancelWhenGracefulShutdown {
            try await withThrowingDiscardingTaskGroup { group in
                group.addTask { try await applications.run() }
                group.addTask { try await live.run() }
                group.addTask { try await repositories.run() }
                group.addTask { try await controller.run() }
            }
        }
    }
}

/// Says which applications a change concerns.
private final class Relay: Sendable {
    private struct Ends: Sendable {
        var controller: Controller<ObjectKey>
        var applications: Informer
        var live: LiveState
        var onStatus: @Sendable (Application) -> Void
    }

    private struct State {
        var ends: Ends?
        /// Who owned an object when it was last seen, so that its removal is noticed.
        var owners: [ObjectID: String] = [:]
    }

    private let state = Mutex(State())

    func connect(
        _ controller: Controller<ObjectKey>, _ applications: Informer, _ live: LiveState,
        _ onStatus: @escaping @Sendable (Application) -> Void
    ) {
        state.withLock {
            $0.ends = Ends(controller: controller, applications: applications, live: live, onStatus: onStatus)
        }
    }

    func applicationsChanged(_ keys: Set<ObjectKey>) {
        guard let ends = state.withLock({ $0.ends }) else { return }
        for key in keys {
            ends.controller.enqueue(key)
            if let object = ends.applications.object(key) { ends.onStatus(Application(object)) }
        }
    }

    func repositoryChanged(_ address: String) {
        guard let ends = state.withLock({ $0.ends }) else { return }
        for object in ends.applications.objects where Application(object).repoURL == address {
            ends.controller.enqueue(object.key)
        }
    }

    func objectsChanged(_ kind: GroupKind, _ keys: Set<ObjectKey>) {
        guard let ends = state.withLock({ $0.ends }) else { return }
        var names: Set<String> = []
        for key in keys {
            let id = ObjectID(kind, key)
            let owner = ends.live.object(id).flatMap { TrackingID.owner(of: $0) }
            let before = state.withLock { state in
                defer { state.owners[id] = owner }
                return state.owners[id]
            }
            names.formUnion([owner, before].compactMap { $0 })
        }
        for object in ends.applications.objects where names.contains(object.name) {
            ends.controller.enqueue(object.key)
        }
    }
}
