internal import KubeTypes
internal import Store
internal import Tree

/// Who names whom as owner, kept in step with the changes of the store.
struct Dependants {
    private var owners: [RecordID: [OwnerReference]] = [:]
    private var byOwner: [String: Set<RecordID>] = [:]

    subscript(owner uid: String) -> Set<RecordID> { byOwner[uid] ?? [] }

    mutating func set(_ references: [OwnerReference], of id: RecordID) {
        for old in owners[id] ?? [] {
            byOwner[old.uid]?.remove(id)
            if byOwner[old.uid]?.isEmpty == true { byOwner[old.uid] = nil }
        }
        owners[id] = references.isEmpty ? nil : references
        for reference in references { byOwner[reference.uid, default: []].insert(id) }
    }

    /// The owners that the object had at its last change.
    func owners(of id: RecordID) -> [OwnerReference] { owners[id] ?? [] }
}
