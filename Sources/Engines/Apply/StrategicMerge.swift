package import Schema
package import Tree

/// `object` after a strategic merge patch (`application/strategic-merge-patch+json`), for built-in kinds only.
///
/// Lists whose schema names a merge key are merged item by item; `$patch`, `$setElementOrder/…`,
/// `$deleteFromPrimitiveList/…` and `$retainKeys` direct it (Kubernetes community, "Strategic Merge Patch").
///
/// - Throws: `invalid` for an unknown directive or a list item without its merge key.
package func strategicMergePatched(_ object: Node, with patch: Node, schema: Schema) throws(ApplyError) -> Node {
    try patched(object, with: patch, schema.asObject)
}

private func patched(_ original: Node?, with patch: Node, _ schema: Schema?) throws(ApplyError) -> Node {
    if let directive = patch["$patch"] {
        switch directive.string {
        case "replace": return withoutDirectives(patch)
        case "delete": return .emptyMapping
        case "merge": break
        default: throw unknownPatchType(directive, patch)
        }
    }
    // What is no object cannot be merged into; it is as if nothing were there.
    var result = original?.mapping == nil ? Node.emptyMapping : original ?? .emptyMapping
    if let kept = patch["$retainKeys"]?.elements.compactMap(\.string) {
        result.updateMapping { mapping in mapping.removeAll { !kept.contains($0.key) } }
    }
    for entry in patch.entries where !entry.key.hasPrefix("$") {
        let member = schema?.member(entry.key)
        switch entry.value.value {
        case .null: result[entry.key] = nil
        case .mapping:
            if member?.type == .array { throw .misshapen("cannot restore slice from map") }
            let isDeleted = entry.value["$patch"] == "delete"
            let value = try patched(result[entry.key], with: entry.value, member)
            result[entry.key] = isDeleted ? nil : value
        case .sequence(let items):
            result[entry.key] = try patchedList(
                result[entry.key]?.elements ?? [], with: items, directives: patch, name: entry.key, member)
        default: result[entry.key] = entry.value
        }
    }
    try applyListDirectives(of: patch, to: &result, schema)
    return result
}

/// `$setElementOrder` and `$deleteFromPrimitiveList` for lists that the patch does not name otherwise.
private func applyListDirectives(of patch: Node, to result: inout Node, _ schema: Schema?) throws(ApplyError) {
    for directive in patch.entries {
        guard let slash = directive.key.firstIndex(of: "/"), directive.key.hasPrefix("$") else { continue }
        let name = String(directive.key[directive.key.index(after: slash)...])
        guard patch[name] == nil, let items = result[name]?.sequence else { continue }
        result[name] = try patchedList(items, with: [], directives: patch, name: name, schema?.member(name))
    }
}

private func patchedList(
    _ original: [Node], with patch: [Node], directives: Node, name: String, _ schema: Schema?
) throws(ApplyError) -> Node {
    let order = directives["$setElementOrder/\(name)"]?.elements
    let deleted = directives["$deleteFromPrimitiveList/\(name)"]?.elements ?? []
    guard schema?.patchStrategy?.merges == true else { return Node(patch.filter { $0["$patch"] == nil }) }
    var merge = StrategicListMerge(items: original, key: schema?.patchMergeKey, itemSchema: schema?.items)
    try merge.merge(patch, order: order)
    merge.items.removeAll { deleted.contains($0) }
    return Node(.sequence(merge.items))
}

private struct StrategicListMerge {
    var items: [Node]
    /// The merge key of a list of objects; nil for scalars.
    let key: String?
    let itemSchema: Schema?

    mutating func merge(_ patch: [Node], order: [Node]?) throws(ApplyError) {
        let original = items
        guard let key else {
            let new = patch.filter { item in !items.contains(item) }
            items = sorted(items + new, original: original, patch: order ?? patch) { $0 }
            return
        }
        if patch.contains(where: { $0["$patch"] == "replace" }) {
            items = patch.filter { $0["$patch"] == nil }
            return
        }
        var named: [Node] = []
        for item in patch {
            if let directive = item["$patch"], directive != "delete", directive != "merge" {
                throw unknownPatchType(directive, item)
            }
            guard let name = item[key] else {
                throw .invalid("map: \(goText(item)) does not contain declared merge key: \(key)")
            }
            let index = items.firstIndex { $0[key] == name }
            if item["$patch"] == "delete" {
                items.removeAll { $0[key] == name }
            } else if let index {
                items[index] = try patched(items[index], with: item, itemSchema)
                named.append(item)
            } else {
                items.append(try patched(nil, with: item, itemSchema))
                named.append(item)
            }
        }
        items = sorted(items, original: original, patch: order ?? named) { $0[key] ?? $0 }
    }

    /// The items of the patch in its order, and the others where they stood: before the first of the patch's items that
    /// stood behind them.
    private func sorted(
        _ items: [Node], original: [Node], patch: [Node], by name: (Node) -> Node
    ) -> [Node] {
        let wanted = patch.map(name)
        let before = original.map(name)
        func position(_ item: Node, in names: [Node]) -> Int? { names.firstIndex(of: name(item)) }
        let patchItems = items.filter { position($0, in: wanted) != nil }
            .sorted { (position($0, in: wanted) ?? 0) < (position($1, in: wanted) ?? 0) }
        let others = items.filter { position($0, in: wanted) == nil }
        var result: [Node] = []
        var (i, j) = (0, 0)
        while i < patchItems.count || j < others.count {
            guard j < others.count else {
                result += patchItems[i...]
                break
            }
            guard i < patchItems.count else {
                result += others[j...]
                break
            }
            let patchPosition = position(patchItems[i], in: before)
            let otherPosition = position(others[j], in: before)
            if let patchPosition, let otherPosition, otherPosition < patchPosition {
                result.append(others[j])
                j += 1
            } else {
                result.append(patchItems[i])
                i += 1
            }
        }
        return result
    }
}

private func withoutDirectives(_ node: Node) -> Node {
    var result = node
    result.updateMapping { mapping in mapping.removeAll { $0.key.hasPrefix("$") } }
    return result
}

private func unknownPatchType(_ directive: Node, _ node: Node) -> ApplyError {
    .invalid("unknown patch type: \(goText(directive)) in map: \(goText(node))")
}
