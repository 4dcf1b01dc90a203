internal import Synchronization

/// Calls `reconcile` for each key that needs it, with a few workers. Level-triggered: a key says what to look at, not what
/// happened.
package final class Controller<Key: Hashable & Sendable>: Sendable {
    private struct State {
        var queue: WorkQueue<Key>
        var sleepers: [Int: CheckedContinuation<Void, Never>] = [:]
        var nextSleeper = 0
    }

    private let state: Mutex<State>
    private let workers: Int
    private let reconcile: @Sendable (Key) async -> Outcome
    private let metrics: ControllerMetrics?

    package init(
        workers: Int = 2, backOff: WorkQueue<Key>.BackOff = .init(), metrics: ControllerMetrics? = nil,
        reconcile: @escaping @Sendable (Key) async -> Outcome
    ) {
        self.workers = workers
        self.metrics = metrics
        self.reconcile = reconcile
        state = Mutex(State(queue: WorkQueue(backOff: backOff)))
    }

    /// Asks for `key` to be reconciled now, or after `delay`.
    package func enqueue(_ key: Key, after delay: Duration = .zero) {
        let sleepers = state.withLock { state in
            state.queue.add(key, at: .now + delay)
            metrics?.added(depth: state.queue.waitingCount)
            defer { state.sleepers = [:] }
            return state.sleepers
        }
        for sleeper in sleepers.values { sleeper.resume() }
    }

    /// Works until the task is cancelled; a reconciliation that has begun is finished first.
    package func run() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            for _ in 0..<workers { group.addTask { try await self.work() } }
        }
    }

    private func work() async throws {
        while !Task.isCancelled {
            switch state.withLock({ $0.queue.next(now: .now) }) {
            case .run(let key):
                let begin = ContinuousClock.now
                let outcome = await reconcile(key)
                let waiting = state.withLock { state in
                    state.queue.finish(key, outcome, now: .now)
                    return state.queue.waitingCount
                }
                metrics?.finished(outcome, after: .now - begin, depth: waiting)
            case .idle: await sleep(until: nil)
            case .wait(let time): await sleep(until: time)
            }
        }
    }

    /// Sleeps until `time`, or until something is put in the queue.
    private func sleep(until time: ContinuousClock.Instant?) async {
        guard let time else { return await waitForChange(before: nil) }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.waitForChange(before: time) }
            group.addTask { try? await Task.sleep(until: time, clock: .continuous) }
            await group.next()
            group.cancelAll()
        }
    }

    private func waitForChange(before time: ContinuousClock.Instant?) async {
        let id = state.withLock { state in
            state.nextSleeper += 1
            return state.nextSleeper
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { sleeper in
                let resumesNow = state.withLock { state in
                    // Something may have come between the look at the queue and now.
                    let isStale = state.queue.firstDue.map { due in time.map { due < $0 } ?? true } ?? false
                    if isStale || Task.isCancelled { return true }
                    state.sleepers[id] = sleeper
                    return false
                }
                if resumesNow { sleeper.resume() }
            }
        } onCancel: {
            state.withLock { $0.sleepers.removeValue(forKey: id) }?.resume()
        }
    }
}
