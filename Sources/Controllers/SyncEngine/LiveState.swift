internal import ControllerRuntime
package import KubeClient
package import KubeTypes
internal import Synchronization

/// What is in the cluster of the kinds that matter, kept up to date by watches.
package final class LiveState: Sendable {
    private struct State {
        var informers: [GroupKind: Informer] = [:]
        /// What was written just now and the watch has not told yet.
        var written: [ObjectID: KubeObject] = [:]
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let client: KubeClient
    private let state = Mutex(State())
    private let onChange: @Sendable (GroupKind, Set<ObjectKey>) -> Void
    private let starts: AsyncStream<Informer>
    private let start: AsyncStream<Informer>.Continuation

    /// - Parameter onChange: Called when objects came, changed or went. It must not block.
    package init(_ client: KubeClient, onChange: @escaping @Sendable (GroupKind, Set<ObjectKey>) -> Void) {
        self.client = client
        self.onChange = onChange
        (starts, start) = AsyncStream.makeStream()
    }

    /// Keeps the watches going until the task is cancelled.
    package func run() async throws {
        await withDiscardingTaskGroup { group in
            for await informer in starts { group.addTask { try? await informer.run() } }
            group.cancelAll()
        }
    }

    // MARK: Following

    /// Returns when the kinds are followed and their first list is there. Kinds that the server lacks are skipped.
    ///
    /// - Throws: What the server answered when it refuses to list one of them.
    package func follow(_ types: some Sequence<GroupVersionKind>) async throws {
        var waitsFor: [Informer] = []
        for type in types {
            if let known = state.withLock({ $0.informers[type.groupKind] }) {
                waitsFor.append(known)
                continue
            }
            guard let resource = try? await client.resource(for: type), resource.verbs.contains("watch") else {
                continue
            }
            waitsFor.append(begin(resource, type.groupKind))
        }
        for informer in waitsFor where !informer.isSynced {
            await waitForList(of: informer)
            if let failure = informer.failure { throw failure }
        }
    }

    private func begin(_ resource: ServedResource, _ kind: GroupKind) -> Informer {
        let informer = Informer(client, resource) { [weak self] keys in self?.changed(kind, keys) }
        let chosen = state.withLock { state in
            if let other = state.informers[kind] { return other }
            state.informers[kind] = informer
            return informer
        }
        if chosen === informer { start.yield(informer) }
        return chosen
    }

    private func waitForList(of informer: Informer) async {
        while !informer.isSynced, informer.failure == nil, !Task.isCancelled {
            await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    let resumesNow = state.withLock { state in
                        if informer.isSynced || informer.failure != nil || Task.isCancelled { return true }
                        state.waiting.append(continuation)
                        return false
                    }
                    if resumesNow { continuation.resume() }
                }
            } onCancel: {
                wake()
            }
        }
    }

    private func changed(_ kind: GroupKind, _ keys: Set<ObjectKey>) {
        state.withLock { state in
            for key in keys { forgetIfSeen(ObjectID(kind, key), &state) }
        }
        wake()
        if !keys.isEmpty { onChange(kind, keys) }
    }

    private func wake() {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    // MARK: Reading

    package func object(_ id: ObjectID) -> KubeObject? {
        state.withLock { state in
            let watched = state.informers[id.groupKind]?.object(id.key)
            guard let written = state.written[id] else { return watched }
            return isNewer(written, than: watched) ? written : watched
        }
    }

    /// All objects of the followed kinds that `isWanted` accepts.
    package func objects(where isWanted: (KubeObject) -> Bool) -> [KubeObject] {
        let informers = state.withLock { $0.informers }
        return informers.flatMap { kind, informer in
            informer.objects.filter(isWanted).compactMap { object(ObjectID(kind, $0.key)) }
        }
    }

    // MARK: Own writes

    /// Takes note of an object as the server answered it, before the watch tells.
    package func wrote(_ object: KubeObject) {
        state.withLock { $0.written[object.id] = object }
    }

    private func forgetIfSeen(_ id: ObjectID, _ state: inout State) {
        guard let written = state.written[id] else { return }
        let watched = state.informers[id.groupKind]?.object(id.key)
        if watched == nil || !isNewer(written, than: watched) { state.written[id] = nil }
    }

    /// Revisions are opaque in Kubernetes' contract; comparing them as numbers is what all its own clients do
    /// (KEP-5504 makes it official). Where one is no number, the watch is believed.
    private func isNewer(_ object: KubeObject, than other: KubeObject?) -> Bool {
        guard let other else { return true }
        guard let mine = UInt64(object.resourceVersion), let theirs = UInt64(other.resourceVersion) else {
            return false
        }
        return mine > theirs
    }
}
