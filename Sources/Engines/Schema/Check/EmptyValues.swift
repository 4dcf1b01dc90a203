package import Tree

/// `root`, an object of a built-in kind, with the fields that Kubernetes' type always writes, filled or not.
///
/// From the types of Kubernetes' API: a field that is a struct, or that is not `omitempty`, is there even in an object that
/// says nothing. Nobody owns such a field for having left it alone, so `managedFields` are told apart from this state.
package func withEmptyValues(_ root: Node, _ schema: Schema) -> Node {
    guard schema.hasEmptyValues else { return root }
    var node = root
    fillEmpty(&node, schema)
    return node
}

private func fillEmpty(_ value: inout Node, _ schema: Schema) {
    value.updateSequence { items in
        guard let item = schema.items, item.hasEmptyValues else { return }
        for index in items.indices { fillEmpty(&items[index], item) }
    }
    value.updateMapping { mapping in
        for property in schema.properties {
            if let empty = property.schema.emptyValue, mapping[property.name] == nil { mapping[property.name] = empty }
            guard property.schema.hasEmptyValues, mapping[property.name] != nil else { continue }
            mapping.update(property.name) { fillEmpty(&$0, property.schema) }
        }
    }
}
