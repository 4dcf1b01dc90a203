import Schema
import Tree

/// `live` with everything that `applied` says, merged as the schema wants. Both are valid.
func merged(_ live: Node?, with applied: Node?, _ schema: Schema?) -> Node? {
    guard let live else { return applied }
    guard let applied else { return live }
    let shape = MergeShape(schema, for: applied)
    guard shape != .leaf, shape == MergeShape(schema, for: live) || live.isNull else { return applied }
    if isEmpty(live), isEmpty(applied) { return applied }
    switch shape {
    case .leaf: return applied
    case .map: return mergedMap(live, with: applied, schema)
    case .set, .keyed: return schema.map { ListMerge(live, applied, $0).merged() } ?? applied
    }
}

private func isEmpty(_ node: Node) -> Bool { node.entries.isEmpty && node.elements.isEmpty }

private func mergedMap(_ live: Node, with applied: Node, _ schema: Schema?) -> Node {
    guard let mapping = live.mapping else { return applied }
    var entries = mapping.entries
    for (index, entry) in applied.entries.enumerated() {
        if let known = mapping.index(of: entry.key, near: index) {
            entries[known].value =
                merged(entries[known].value, with: entry.value, schema?.member(entry.key)) ?? entry.value
        } else {
            entries.append(entry)
        }
    }
    return Node(.mapping(Mapping(entries)), at: live.place)
}

extension Mapping {
    /// The position of `key`; quick when it is the one guessed, as in two large maps of one order.
    func index(of key: String, near guess: Int) -> Int? {
        guess < count && entries[guess].key == key ? guess : index(of: key)
    }
}
