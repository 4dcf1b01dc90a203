internal import KubeTypes

/// A change that somebody wants. It is decided against the state at the time of the commit.
package enum Mutation: Sendable {
    /// Fails with `exists` when the record is there.
    case create(RecordID, [UInt8])
    /// Fails with `conflict` unless the record still has the revision.
    case replace(RecordID, [UInt8], at: Int64)
    /// Fails with `conflict` unless the record still has the revision. `last` is what watchers are shown.
    case delete(RecordID, last: [UInt8], at: Int64)

    package var id: RecordID {
        switch self {
        case .create(let id, _), .replace(let id, _, _), .delete(let id, _, _): id
        }
    }
}

/// The changes that one batch will make. Decides mutations against the committed state and what the batch did before;
/// touches no disk, and nothing in memory until the batch is on disk.
struct Draft {
    private(set) var changes: [(resource: GroupResource, change: Change)] = []
    private(set) var revision: Int64
    private let committed: (RecordID) -> Record?
    private var drafted: [RecordID: Record?] = [:]

    init(revision: Int64, committed: @escaping (RecordID) -> Record?) {
        self.revision = revision
        self.committed = committed
    }

    mutating func apply(_ mutation: Mutation) throws(StoreError) -> Change {
        let id = mutation.id
        let current = drafted[id] ?? committed(id)
        let kind: Change.Kind
        let bytes: [UInt8]
        switch mutation {
        case .create(_, let new):
            guard current == nil else { throw StoreError(.exists, "\(id) already exists") }
            (kind, bytes) = (.added, new)
        case .replace(_, let new, let expected):
            try check(current, id, expected)
            (kind, bytes) = (.modified, new)
        case .delete(_, let last, let expected):
            try check(current, id, expected)
            (kind, bytes) = (.deleted, last)
        }
        revision += 1
        let record = Record(key: id.key, revision: revision, bytes: bytes)
        drafted[id] = .some(kind == .deleted ? nil : record)
        let change = Change(kind: kind, record: record, previous: current)
        changes.append((id.resource, change))
        return change
    }

    private func check(_ current: Record?, _ id: RecordID, _ expected: Int64) throws(StoreError) {
        guard let current else { throw StoreError(.notFound, "\(id) not found") }
        guard current.revision == expected else {
            throw StoreError(.conflict, "\(id) was changed at revision \(current.revision)")
        }
    }
}
