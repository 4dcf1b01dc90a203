import Schema
import Tree

/// `value` without the paths in `fields`. An object or a list that loses its last member becomes null.
func removing(_ fields: FieldSet, from value: Node, _ schema: Schema?) -> Node {
    if fields.isEmpty { return value }
    switch MergeShape(schema, for: value) {
    case .leaf: return value
    case .map:
        var kept = Mapping()
        for var entry in value.entries {
            if let removed = fields.entry(.field(entry.key)) {
                if removed.isMember { continue }
                entry.value = removing(removed.children, from: entry.value, schema?.member(entry.key))
            }
            kept.append(entry)
        }
        return kept.isEmpty ? Node(.null, at: value.place) : Node(.mapping(kept), at: value.place)
    case .set, .keyed:
        var kept: [Node] = []
        for item in value.elements {
            guard let element = schema?.element(for: item), let removed = fields.entry(element) else {
                kept.append(item)
                continue
            }
            if removed.isMember { continue }
            kept.append(removing(removed.children, from: item, schema?.items))
        }
        return kept.isEmpty ? Node(.null, at: value.place) : Node(.sequence(kept), at: value.place)
    }
}
