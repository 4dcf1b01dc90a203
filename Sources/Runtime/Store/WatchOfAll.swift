/// The changes of all collections, in order, each once: for controllers that follow references between kinds.
package struct WatchOfAll: Sendable {
    private let store: Store
    /// Everything up to here has been given out.
    package private(set) var revision: Int64

    package init(_ store: Store, after revision: Int64) {
        self.store = store
        self.revision = revision
    }

    /// The next changes, at least one; nil when the task is cancelled or the store ends its watches.
    ///
    /// - Throws: `StoreError` with `compacted` when some of them are no longer kept.
    package mutating func next() async throws -> [(id: RecordID, change: Change)]? {
        while !Task.isCancelled {
            guard let ticket = store.watchers.ticket(for: nil) else { return nil }
            let (changes, current) = try store.changes(after: revision)
            revision = current
            guard changes.isEmpty else {
                store.watchers.discard(ticket)
                return changes
            }
            await store.watchers.wait(ticket)
        }
        return nil
    }
}
