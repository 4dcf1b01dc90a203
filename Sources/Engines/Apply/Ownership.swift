import KubeTypes
import Schema
import Tree

/// Who owns what while an object is written: the rules of `managedFields` for one schema (KEP-555).
struct Ownership {
    var managed: ManagedFields
    /// For the root of the object.
    let schema: Schema
    /// What this write cannot change, so that it neither owns nor loses it.
    let resetFields: FieldSet

    init(_ managed: ManagedFields, schema: Schema, owner: FieldOwner, hasStatusSubresource: Bool) {
        self.managed = managed
        self.schema = schema
        resetFields = Ownership.resetFields(owner: owner, hasStatusSubresource: hasStatusSubresource)
    }

    /// A write of the status changes nothing else, and a write of the object does not change its status.
    static func resetFields(owner: FieldOwner, hasStatusSubresource: Bool) -> FieldSet {
        if owner.subresource == "status" { return FieldSet(paths: [[.field("metadata")], [.field("spec")]]) }
        return hasStatusSubresource ? FieldSet(paths: [[.field("status")]]) : FieldSet()
    }

    /// The other managers lose what the write changed or took away. Without `force`, changing what they own is a
    /// conflict.
    mutating func takeAway(
        from old: Node, to new: Node, except owner: FieldOwner?, force: Bool
    ) throws(ApplyError) -> Comparison {
        let comparison = Comparison(from: old, to: new, schema: schema).without(resetFields)
        let changed = comparison.changed
        var conflicts: [Conflict] = []
        for index in managed.entries.indices {
            let entry = managed.entries[index]
            if let owner, entry.owner.isSameManager(as: owner) { continue }
            let conflicting = entry.fields.intersection(changed)
            for path in conflicting.paths where !force {
                conflicts.append(Conflict(owner: entry.owner, path: path.map(\.description).joined()))
            }
            managed.entries[index].fields = entry.fields.subtracting(conflicting).subtracting(comparison.removed)
        }
        guard conflicts.isEmpty else { throw .conflicts(conflicts.sorted { $0.sortKey < $1.sortKey }) }
        managed.entries.removeAll { $0.fields.isEmpty }
        return comparison
    }

    /// Records a write of any kind but apply.
    mutating func update(from old: Node, to new: Node, owner: FieldOwner, at time: Timestamp?) {
        guard let comparison = try? takeAway(from: old, to: new, except: nil, force: true) else { return }
        let taken = comparison.changed.subtracting(unownedFields)
        guard !taken.isEmpty else { return }
        if let index = managed.index(of: owner) {
            managed.entries[index].fields = managed.entries[index].fields.union(taken)
            managed.entries[index].time = time
        } else {
            managed.entries.append(.init(owner: owner, fields: taken, time: time))
        }
        managed.capUpdaters()
    }
}

extension Conflict {
    fileprivate var sortKey: (String, String, String) { (owner.manager, owner.description, path) }
}

/// What nobody owns, because it makes the object what it is or the server keeps it.
let unownedFields = FieldSet(
    paths: [[.field("apiVersion")], [.field("kind")], [.field("metadata")]]
        + [
            "name", "namespace", "creationTimestamp", "selfLink", "uid", "clusterName", "generation", "managedFields",
            "resourceVersion",
        ].map { [.field("metadata"), .field($0)] })

extension ManagedFields {
    /// At most ten managers that update; the oldest become one, `ancient-changes`, for each version.
    fileprivate mutating func capUpdaters() {
        let limit = 10
        let updaters = entries.filter { $0.owner.operation == .update }
        var count = updaters.count
        guard count > limit else { return }
        let oldest = updaters.sorted {
            ($0.time?.seconds ?? 0, $0.owner.manager) < ($1.time?.seconds ?? 0, $1.owner.manager)
        }
        var firsts: [String: FieldOwner] = [:]
        for entry in oldest where count > limit {
            let version = entry.owner.apiVersion
            guard let first = firsts[version] else {
                firsts[version] = entry.owner
                continue
            }
            let bucket = FieldOwner("ancient-changes", .update, apiVersion: version)
            if index(of: bucket) == nil, let index = entries.firstIndex(where: { $0.owner == first }) {
                entries[index].owner = bucket
            }
            entries.removeAll { $0.owner == entry.owner && entry.owner != bucket }
            if let index = index(of: bucket) {
                entries[index].fields = entries[index].fields.union(entry.fields)
                entries[index].time = entry.time
            }
            count -= 1
        }
    }
}
