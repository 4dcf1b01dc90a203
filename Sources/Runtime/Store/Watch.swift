internal import KubeTypes
internal import Synchronization

/// The changes of one collection, in order, each once. It holds a position, not a buffer: a watcher that falls behind reads
/// the shared history, and one that falls behind that is told so with `compacted`.
package struct Watch: AsyncSequence, AsyncIteratorProtocol, Sendable {
    package typealias Element = [Change]

    private let store: Store
    private let resource: GroupResource
    /// Everything up to here has been given out.
    package private(set) var revision: Int64

    init(store: Store, resource: GroupResource, after revision: Int64) {
        self.store = store
        self.resource = resource
        self.revision = revision
    }

    package func makeAsyncIterator() -> Watch { self }

    /// The next changes, at least one; nil when the task is cancelled or the store ends its watches.
    package mutating func next() async throws -> [Change]? {
        try await next(before: nil)
    }

    /// As `next()`, but gives no changes when none came before `deadline`.
    package mutating func next(before deadline: ContinuousClock.Instant?) async throws -> [Change]? {
        while !Task.isCancelled {
            guard let ticket = store.watchers.ticket(for: resource) else { return nil }
            let (changes, current) = try store.changes(of: resource, after: revision)
            revision = current
            let isOver = deadline.map { $0 <= .now } ?? false
            guard changes.isEmpty, !isOver else {
                store.watchers.discard(ticket)
                return changes
            }
            await wait(ticket, until: deadline)
        }
        return nil
    }

    /// Returns at the next commit to the collection, or at the deadline.
    private func wait(_ ticket: Watchers.Ticket, until deadline: ContinuousClock.Instant?) async {
        guard let deadline else { return await store.watchers.wait(ticket) }
        await withTaskGroup(of: Void.self) { [watchers = store.watchers] group in
            group.addTask { await watchers.wait(ticket) }
            group.addTask { try? await Task.sleep(until: deadline, clock: .continuous) }
            await group.next()
            group.cancelAll()
        }
    }
}

/// Wakes watchers of a collection after a commit. A ticket taken before looking makes sure that no commit is missed
/// between looking and waiting.
final class Watchers: Sendable {
    struct Ticket: Hashable, Sendable {
        fileprivate var id: Int
        /// nil for all collections.
        fileprivate var resource: GroupResource?
    }

    private enum Place {
        case looking
        case woken
        case waiting(CheckedContinuation<Void, Never>)
    }

    private struct State {
        var nextID = 0
        var isEnded = false
        var places: [Ticket: Place] = [:]
    }

    private let state = Mutex(State())

    /// nil when watches have ended.
    func ticket(for resource: GroupResource?) -> Ticket? {
        state.withLock { state in
            guard !state.isEnded else { return nil }
            state.nextID += 1
            let ticket = Ticket(id: state.nextID, resource: resource)
            state.places[ticket] = .looking
            return ticket
        }
    }

    func discard(_ ticket: Ticket) {
        state.withLock { state in state.places[ticket] = nil }
    }

    /// Returns at the next commit to the collection after the ticket was taken, or when the task is cancelled.
    func wait(_ ticket: Ticket) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let resumeNow = state.withLock { state in
                    guard case .looking = state.places[ticket] else {
                        state.places[ticket] = nil
                        return true
                    }
                    state.places[ticket] = .waiting(continuation)
                    return false
                }
                if resumeNow { continuation.resume() }
            }
        } onCancel: {
            wake { $0 == ticket }
        }
    }

    func wake(_ resources: Set<GroupResource>) {
        wake { $0.resource.map(resources.contains) ?? true }
    }

    /// Wakes all, for good.
    func end() {
        state.withLock { $0.isEnded = true }
        wake { _ in true }
    }

    private func wake(where matches: (Ticket) -> Bool) {
        let continuations = state.withLock { state in
            var continuations: [CheckedContinuation<Void, Never>] = []
            for (ticket, place) in state.places where matches(ticket) {
                if case .waiting(let continuation) = place {
                    continuations.append(continuation)
                    state.places[ticket] = nil
                } else {
                    state.places[ticket] = .woken
                }
            }
            return continuations
        }
        for continuation in continuations { continuation.resume() }
    }
}
