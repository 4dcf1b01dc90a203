package import Tree

/// `root` without the fields that `schema` does not have, and their paths in the order of the object: `spec.htp`.
///
/// The rules are those of Kubernetes ("Extend the Kubernetes API with CustomResourceDefinitions", section "Field
/// pruning").
package func pruned(_ root: Node, with schema: Schema) -> (node: Node, dropped: [FieldPath]) {
    var pruning = Pruning()
    var node = root
    pruning.prune(&node, schema.asObject)
    return (node, pruning.dropped)
}

private struct Pruning {
    var dropped: [FieldPath] = []
    private var steps: [FieldPath.Step] = []

    mutating func prune(_ value: inout Node, _ schema: Schema) {
        switch value.value {
        case .mapping(let mapping): if needsPruning(mapping, schema) { pruneFields(of: &value, schema) }
        case .sequence(let items):
            guard let schema = schema.items, items.contains(where: { needsLook($0) }) else { return }
            value.updateSequence { items in
                for index in items.indices {
                    steps.append(.index(index))
                    prune(&items[index], schema)
                    steps.removeLast()
                }
            }
        default: break
        }
    }

    private mutating func pruneFields(of value: inout Node, _ schema: Schema) {
        let keepsUnknown = schema.keepsUnknownFields
        value.updateMapping { mapping in
            mapping.removeAll { entry in
                guard !keepsUnknown, schema.member(entry.key) == nil else { return false }
                dropped.append(FieldPath(steps).appending(entry.key))
                return true
            }
            mapping.updateEach { key, value in
                guard let member = schema.member(key) else { return }
                steps.append(.key(key))
                prune(&value, member)
                steps.removeLast()
            }
        }
    }

    /// Scalars have nothing to prune.
    private func needsLook(_ value: Node) -> Bool { value.mapping != nil || value.sequence != nil }

    private func needsPruning(_ mapping: Mapping, _ schema: Schema) -> Bool {
        mapping.entries.contains { needsLook($0.value) || schema.member($0.key) == nil }
    }
}
