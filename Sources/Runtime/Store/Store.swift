internal import GRDB
package import KubeTypes
internal import Synchronization

/// Keeps objects in one SQLite file and tells watchers about each change.
///
/// One writer: commits are put in a queue and go to disk in batches, so that many clients share one `fsync`. Readers see the
/// committed state in memory. A list and the watch that follows it read the same revision counter, so nothing falls between.
package final class Store: Sendable {
    /// How many changes are kept for watchers at least.
    private let keptChanges: Int64
    private let database: Database
    private let history: Mutex<History>
    private let pending = Mutex<[Submission]>([])
    let watchers = Watchers()

    private struct Submission: Sendable {
        var mutation: Mutation
        var done: CheckedContinuation<Result<Record, StoreError>, Never>
    }

    /// Opens the store.
    ///
    /// - Parameters:
    ///   - path: The file, made when missing; nil keeps everything in memory.
    ///   - keptChanges: How many changes watchers can go back; twice as many are kept before the older half is compacted away.
    /// - Throws: `StoreError` when the file is in use, damaged or of a newer version.
    package init(path: String?, keptChanges: Int64 = 10_000) throws(StoreError) {
        self.keptChanges = keptChanges
        database = try Database(path: path)
        history = Mutex(try database.load())
    }

    // MARK: Reading

    /// The revision of the latest commit.
    package var revision: Int64 { history.withLock { $0.revision } }

    package func record(_ id: RecordID) -> Record? { history.withLock { $0.record(id) } }

    /// The records of a collection, in the order of their keys, and the revision at which that was the state.
    package func records(
        of resource: GroupResource, namespace: String? = nil
    ) -> (records: ArraySlice<Record>, revision: Int64) {
        history.withLock { ($0.records(of: resource, namespace: namespace), $0.revision) }
    }

    /// The records of a collection as they were at `revision`.
    ///
    /// - Throws: `StoreError` with `compacted` when that is no longer known, `future` when it has not happened.
    package func records(
        of resource: GroupResource, namespace: String? = nil, at revision: Int64
    ) throws(StoreError) -> [Record] {
        try history.withLock { history throws(StoreError) in
            guard revision <= history.revision else { throw StoreError(future: revision, latest: history.revision) }
            guard revision >= history.floor,
                let records = history.records(of: resource, namespace: namespace, at: revision)
            else { throw StoreError(compacted: revision, floor: history.floor) }
            return records
        }
    }

    /// The collections that hold anything.
    package var resources: [GroupResource] { history.withLock { $0.resources } }

    /// The changes of a collection after `revision`, now and as they come.
    ///
    /// - Throws: `StoreError` with `compacted` when some of them are no longer kept, `future` when `revision` has not happened.
    package func watch(_ resource: GroupResource, after revision: Int64) throws(StoreError) -> Watch {
        try history.withLock { history throws(StoreError) in
            guard revision >= history.floor else { throw StoreError(compacted: revision, floor: history.floor) }
            guard revision <= history.revision else {
                throw StoreError(future: revision, latest: history.revision)
            }
        }
        return Watch(store: self, resource: resource, after: revision)
    }

    /// The changes of a collection after `revision`, and the revision up to which these are all.
    package func changes(
        of resource: GroupResource, after revision: Int64
    ) throws(StoreError) -> (changes: [Change], revision: Int64) {
        try history.withLock { history throws(StoreError) in
            guard let changes = history.changes(of: resource, after: revision) else {
                throw StoreError(compacted: revision, floor: history.floor)
            }
            return (changes, history.revision)
        }
    }

    /// The changes of all collections after `revision`, and the revision up to which these are all.
    func changes(after revision: Int64) throws(StoreError) -> (
        changes: [(id: RecordID, change: Change)], revision: Int64
    ) {
        try history.withLock { history throws(StoreError) in
            guard let changes = history.changes(after: revision) else {
                throw StoreError(compacted: revision, floor: history.floor)
            }
            return (changes, history.revision)
        }
    }

    /// Ends all watches, now and later, so that who serves them can stop.
    package func endWatches() { watchers.end() }

    // MARK: Writing

    /// Makes one change durable.
    ///
    /// - Returns: The record as written; for a deletion, the last one under the revision of the deletion.
    /// - Throws: `StoreError`; then nothing was written.
    @discardableResult
    package func commit(_ mutation: Mutation) async throws(StoreError) -> Record {
        let result = await withCheckedContinuation { done in
            pending.withLock { $0.append(Submission(mutation: mutation, done: done)) }
            // Each submission asks for a batch; the first batch takes all that wait, the others find nothing to do.
            database.queue.asyncWriteWithoutTransaction { [self] in commitPending($0) }
        }
        return try result.get()
    }

    private func commitPending(_ database: GRDB.Database) {
        let batch = pending.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        guard !batch.isEmpty else { return }
        let (revision, floor) = history.withLock { ($0.revision, $0.floor) }
        var draft = Draft(revision: revision) { [self] id in record(id) }
        var results: [Result<Record, StoreError>] = []
        var newFloor: Int64?
        do {
            try database.inTransaction(.immediate) {
                for submission in batch {
                    do throws(StoreError) {
                        let change = try draft.apply(submission.mutation)
                        results.append(.success(change.record))
                    } catch {
                        results.append(.failure(error))
                    }
                }
                for (resource, change) in draft.changes { try Database.insert(change, of: resource, into: database) }
                // Compacting when twice as much as wanted is kept costs little for each write.
                if draft.revision - floor > 2 * keptChanges {
                    let target = draft.revision - keptChanges
                    try Database.compact(to: target, in: database)
                    newFloor = target
                }
                return .commit
            }
        } catch {
            let failure = StoreError(writing: error)
            return batch.forEach { $0.done.resume(returning: .failure(failure)) }
        }
        history.withLock { history in
            for (resource, change) in draft.changes { history.apply(change, to: resource) }
            if let newFloor { history.compact(to: newFloor) }
        }
        watchers.wake(Set(draft.changes.map(\.resource)))
        for (submission, result) in zip(batch, results) { submission.done.resume(returning: result) }
    }
}

extension StoreError {
    init(compacted revision: Int64, floor: Int64) {
        self.init(.compacted, "too old resource version: \(revision) (\(floor + 1))")
    }

    package init(future revision: Int64, latest: Int64) {
        self.init(.future, "Too large resource version: \(revision), current: \(latest)")
    }
}
