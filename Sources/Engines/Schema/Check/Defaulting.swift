package import Tree

/// `root` with the defaults of `schema` where a field is missing, or null though it may not be.
///
/// The rules are those of Kubernetes ("Extend the Kubernetes API with CustomResourceDefinitions", sections "Defaulting"
/// and "Defaulting and Nullable").
///
/// - Parameter dropsNulls: whether a null that is neither allowed nor replaced by a default is removed. Kubernetes does
///   so for custom resources that are created or updated, but not for those that are applied.
package func defaulted(_ root: Node, with schema: Schema, dropsNulls: Bool = true) -> Node {
    var node = root
    fill(&node, schema, dropsNulls: dropsNulls)
    return node
}

private func fill(_ value: inout Node, _ schema: Schema, dropsNulls: Bool) {
    switch value.value {
    case .mapping: fillFields(of: &value, schema, dropsNulls: dropsNulls)
    case .sequence:
        guard let item = schema.items else { return }
        value.updateSequence { items in
            for index in items.indices {
                if items[index].isNull, !item.isNullable, let value = item.defaultValue { items[index] = value }
                fill(&items[index], item, dropsNulls: dropsNulls)
            }
        }
    default: break
    }
}

private func fillFields(of value: inout Node, _ schema: Schema, dropsNulls: Bool) {
    value.updateMapping { mapping in
        for property in schema.properties {
            guard let value = property.schema.defaultValue, mapping[property.name] == nil else { continue }
            mapping[property.name] = value
        }
        var hasNulls = false
        mapping.updateEach { key, value in
            guard let member = schema.member(key) else { return }
            if value.isNull, !member.isNullable {
                guard let replacement = member.defaultValue else {
                    hasNulls = true
                    return
                }
                value = replacement
            }
            fill(&value, member, dropsNulls: dropsNulls)
        }
        guard hasNulls, dropsNulls else { return }
        mapping.removeAll { entry in
            guard entry.value.isNull, let member = schema.member(entry.key) else { return false }
            return !member.isNullable
        }
    }
}
