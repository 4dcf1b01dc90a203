import KubeTypes
import Schema
import Tree

extension Ownership {
    /// Applies `applied` to `live`, both without managedFields. Gives the new object, which may equal the live one.
    mutating func apply(
        _ applied: Node, onto live: Node, owner: FieldOwner, force: Bool, at time: Timestamp
    ) throws(ApplyError) -> Node {
        var result = merged(live, with: applied, schema) ?? applied
        let set = FieldSet.owned(by: applied, schema: schema).subtractingBelow(resetFields)
        let previous = managed.index(of: owner).map { managed.entries[$0] }
        let index = managed.index(of: owner) ?? managed.entries.count
        let entry = ManagedFields.Entry(owner: owner, fields: set, time: previous?.time)
        if previous == nil { managed.entries.append(entry) } else { managed.entries[index] = entry }
        if let last = previous?.fields, !last.isSubset(of: set) { result = pruned(result, last: last) }
        _ = try takeAway(from: live, to: result, except: owner, force: force)
        if let index = managed.index(of: owner) {
            managed.entries[index].fields = managed.entries[index].fields.subtracting(unownedFields)
            if result != live { managed.entries[index].time = time }
        }
        managed.entries.removeAll { $0.fields.isEmpty }
        return result
    }

    /// `result` without what this owner had applied before and nobody owns now.
    private func pruned(_ result: Node, last: FieldSet) -> Node {
        let everything = FieldSet.owned(by: result, schema: schema).withDeclaredFields(schema)
        let owned = managed.entries.reduce(FieldSet()) { $0.union($1.fields) }.withDeclaredFields(schema)
        let last = last.withDeclaredFields(schema)
        let withoutLast = removing(last, from: result, schema)
        // What others own comes back …
        let rest = FieldSet.owned(by: withoutLast, schema: schema).withDeclaredFields(schema)
        let withOwned = removing(everything.subtracting(rest.union(owned)), from: result, schema)
        // … and what nobody ever owned stays.
        let kept = FieldSet.owned(by: withOwned, schema: schema).withDeclaredFields(schema)
        return removing(everything.subtracting(kept).intersection(last), from: result, schema)
    }
}
