internal import DequeModule
internal import KubeTypes

/// The committed state in memory: the records of each collection, sorted by key, and the latest changes for watchers.
/// A plain value: the store changes it after each commit, under its lock.
struct History {
    private(set) var revision: Int64 = 0
    /// Changes at or before this revision are no longer kept.
    private(set) var floor: Int64 = 0
    private var collections: [GroupResource: Collection] = [:]

    struct Collection {
        var records: [Record] = []
        var changes: Deque<Change> = []
        /// The revision of the last change that is no longer kept.
        var forgotten: Int64 = 0

        func position(of key: ObjectKey) -> (index: Int, found: Bool) {
            var low = 0
            var high = records.count
            while low < high {
                let middle = (low + high) / 2
                if records[middle].key < key { low = middle + 1 } else { high = middle }
            }
            return (low, low < records.count && records[low].key == key)
        }

        func record(_ key: ObjectKey) -> Record? {
            let (index, found) = position(of: key)
            return found ? records[index] : nil
        }
    }

    func record(_ id: RecordID) -> Record? { collections[id.resource]?.record(id.key) }

    /// The records of a collection in the order of their keys; only those of `namespace` when it is given.
    func records(of resource: GroupResource, namespace: String? = nil) -> ArraySlice<Record> {
        guard let collection = collections[resource] else { return [] }
        guard let namespace else { return collection.records[...] }
        let start = collection.position(of: ObjectKey(namespace: namespace, name: "")).index
        let rest = collection.records[start...]
        return rest[..<(rest.firstIndex { $0.key.namespace != namespace } ?? rest.endIndex)]
    }

    var resources: [GroupResource] { collections.filter { !$0.value.records.isEmpty }.map(\.key) }

    mutating func apply(_ change: Change, to resource: GroupResource) {
        revision = max(revision, change.record.revision)
        var collection = collections.removeValue(forKey: resource) ?? Collection()
        let (index, found) = collection.position(of: change.record.key)
        switch change.kind {
        case .deleted where found: collection.records.remove(at: index)
        case .deleted: break
        case .added, .modified:
            if found {
                collection.records[index] = change.record
            } else {
                collection.records.insert(change.record, at: index)
            }
        }
        collection.changes.append(change)
        collections[resource] = collection
    }

    /// The changes of a collection after `revision`; nil when some of them are no longer kept.
    func changes(of resource: GroupResource, after revision: Int64) -> [Change]? {
        guard let collection = collections[resource] else { return [] }
        // Not the floor of all: who follows a quiet collection misses nothing while others change.
        guard revision >= collection.forgotten else { return nil }
        let changes = collection.changes
        var start = changes.count
        while start > 0, changes[start - 1].record.revision > revision { start -= 1 }
        return Array(changes[start...])
    }

    /// The changes of all collections after `revision`, in order; nil when some of them are no longer kept.
    func changes(after revision: Int64) -> [(id: RecordID, change: Change)]? {
        var all: [(id: RecordID, change: Change)] = []
        for resource in collections.keys {
            guard let changes = changes(of: resource, after: revision) else { return nil }
            all += changes.map { (RecordID(resource, $0.record.key), $0) }
        }
        return all.sorted { $0.change.record.revision < $1.change.record.revision }
    }

    /// The records of a collection as they were at `revision`; nil when that is no longer known.
    func records(of resource: GroupResource, namespace: String? = nil, at revision: Int64) -> [Record]? {
        guard let changes = changes(of: resource, after: revision) else { return nil }
        let current = records(of: resource, namespace: namespace)
        let undone = changes.filter { namespace == nil || $0.record.key.namespace == namespace }
        guard !undone.isEmpty else { return Array(current) }
        var records: [ObjectKey: Record] = [:]
        for record in current { records[record.key] = record }
        for change in undone.reversed() { records[change.record.key] = change.previous }
        return records.values.sorted { $0.key < $1.key }
    }

    /// Forgets the changes up to `revision`. The records stay.
    mutating func compact(to revision: Int64) {
        floor = max(floor, revision)
        for resource in Array(collections.keys) {
            var collection = collections.removeValue(forKey: resource) ?? Collection()
            while let first = collection.changes.first, first.record.revision <= floor {
                collection.changes.removeFirst()
                collection.forgotten = first.record.revision
            }
            collections[resource] = collection
        }
    }
}
