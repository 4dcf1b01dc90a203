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
    case .set, .keyed: return schema.map { mergedList(live, with: applied, $0) } ?? applied
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

/// Items keep the order of the live list, with the applied ones in their own order among themselves; as
/// structured-merge-diff does since version 4.4.
private func mergedList(_ live: Node, with applied: Node, _ schema: Schema) -> Node {
    let liveItems = IndexedItems(live, schema)
    let appliedItems = IndexedItems(applied, schema)
    let left: [(PathElement, Node)] = live.elements.compactMap { item in schema.element(for: item).map { ($0, item) } }
    let right = appliedItems.order
    func item(_ element: PathElement) -> Node? {
        // An item that lives twice is replaced, not merged.
        let alive = liveItems.items[element]
        return merged(alive?.count == 1 ? alive?.first : nil, with: appliedItems.items[element]?.first, schema.items)
    }
    var shared = right.filter { liveItems.items[$0] != nil }[...]
    var done: Set<PathElement> = []
    var result: [Node] = []
    var (i, j) = (0, 0)
    while i < left.count || j < right.count {
        if i < left.count, j < right.count {
            let element = left[i].0
            if element == right[j] {
                done.insert(element)
                if let item = item(element) { result.append(item) }
                i += 1
                j += 1
                shared = shared.dropFirst()
                continue
            }
            if appliedItems.items[element] != nil, let next = shared.first, next != element {
                // Shared, but its turn comes later.
                i += 1
                continue
            }
        }
        if i < left.count {
            if appliedItems.items[left[i].0] == nil {
                result.append(left[i].1)
                i += 1
                continue
            }
            if done.contains(left[i].0) { i += 1 }
        }
        if j < right.count {
            done.insert(right[j])
            if let item = item(right[j]) { result.append(item) }
            if shared.first == right[j] { shared = shared.dropFirst() }
            j += 1
        }
    }
    return Node(.sequence(result), at: applied.place)
}

extension Mapping {
    /// The position of `key`; quick when it is the one guessed, as in two large maps of one order.
    func index(of key: String, near guess: Int) -> Int? {
        guess < count && entries[guess].key == key ? guess : index(of: key)
    }
}
