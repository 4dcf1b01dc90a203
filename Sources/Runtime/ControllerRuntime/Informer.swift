package import KubeClient
package import KubeTypes
internal import Synchronization

/// Keeps a `Reflection` of one collection up to date and tells about each change. Readers get immutable snapshots and must
/// bear that they are a little old.
package final class Informer: Sendable {
    package let resource: ServedResource
    private let client: KubeClient
    private let namespace: String?
    private let reflection = Mutex(Reflection())
    /// Why the last list failed; nil once one came through.
    private let lastFailure = Mutex<(any Error)?>(nil)
    private let onChange: @Sendable (Set<ObjectKey>) -> Void

    /// - Parameters:
    ///   - namespace: nil for all.
    ///   - onChange: Called with the keys of objects that came, changed or went, and with none when a list failed. It must
    ///     not block.
    package init(
        _ client: KubeClient, _ resource: ServedResource, namespace: String? = nil,
        onChange: @escaping @Sendable (Set<ObjectKey>) -> Void
    ) {
        self.client = client
        self.resource = resource
        self.namespace = namespace
        self.onChange = onChange
    }

    /// Whether the copy has been complete once.
    package var isSynced: Bool { reflection.withLock { $0.isSynced } }

    /// Why there is no copy; nil while the first list is under way, and once there was one.
    package var failure: (any Error)? { isSynced ? nil : lastFailure.withLock { $0 } }

    package func object(_ key: ObjectKey) -> KubeObject? { reflection.withLock { $0.objects[key] } }

    package var objects: [KubeObject] { reflection.withLock { Array($0.objects.values) } }

    /// Follows the collection until the task is cancelled.
    package func run() async throws {
        while !Task.isCancelled {
            switch reflection.withLock({ $0.action }) {
            case .list: await list()
            case .watch(let revision): await watch(from: revision)
            case .pause(let pause, let next):
                try await Task.sleep(for: pause)
                switch next {
                case .list: await list()
                case .watch(let revision): await watch(from: revision)
                }
            }
        }
    }

    private func list() async {
        do {
            let list = try await client.list(resource, namespace: namespace)
            let changed = reflection.withLock { $0.listed(list.items, resourceVersion: list.resourceVersion) }
            onChange(changed)
        } catch {
            reflection.withLock { $0.failed(error) }
            lastFailure.withLock { $0 = error }
            // Who waits for the first list learns that it failed.
            onChange([])
        }
    }

    private func watch(from revision: String) async {
        do {
            try await client.watch(resource, namespace: namespace, from: revision) { event in
                switch event {
                case .added(let object), .modified(let object):
                    let key = self.reflection.withLock { $0.added(object) }
                    self.onChange([key])
                case .deleted(let object):
                    let key = self.reflection.withLock { $0.deleted(object) }
                    self.onChange([key])
                case .bookmark(let revision):
                    self.reflection.withLock { $0.advance(to: revision) }
                }
            }
            reflection.withLock { $0.watchEnded() }
        } catch {
            reflection.withLock { $0.failed(error) }
        }
    }
}
