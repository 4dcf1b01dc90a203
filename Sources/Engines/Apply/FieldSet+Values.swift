import Schema
import Tree

extension FieldSet {
    /// What somebody owns who writes `root`: leaves, list items, empty objects, and the keys of maps.
    static func owned(by root: Node, schema: Schema?) -> FieldSet { owned(root, schema).below }

    private static func owned(_ value: Node, _ schema: Schema?) -> (isLeaf: Bool, below: FieldSet) {
        switch MergeShape(schema, for: value) {
        case .leaf: return (true, FieldSet())
        case .map: return (false, fields(of: value, schema))
        case .set, .keyed:
            var below = FieldSet()
            for item in value.elements {
                guard let element = schema?.element(for: item) else { continue }
                below.insert(element, isMember: true, children: owned(item, schema?.items).below)
            }
            return (false, below)
        }
    }

    private static func fields(of value: Node, _ schema: Schema?) -> FieldSet {
        var entries: [Entry] = []
        entries.reserveCapacity(value.entries.count)
        for entry in value.entries {
            let declared = schema?.property(entry.key)
            let (isLeaf, below) = owned(entry.value, declared ?? schema?.member(entry.key))
            let isMember = isLeaf || declared == nil || entry.value.isNull || entry.value.mapping?.isEmpty == true
            guard isMember || !below.isEmpty else { continue }
            entries.append(Entry(element: .field(entry.key), isMember: isMember, children: below))
        }
        entries.sort { $0.element < $1.element }
        return FieldSet(sorted: entries)
    }

    /// The set with the declared fields on the way to each path as members too, so that an object can go whose last
    /// field goes. Keys of maps and list items stay as they are.
    func withDeclaredFields(_ schema: Schema?) -> FieldSet {
        FieldSet(
            sorted: entries.map { entry in
                guard !entry.children.isEmpty else { return entry }
                var entry = entry
                guard case .field(let name) = entry.element else {
                    entry.children = entry.children.withDeclaredFields(schema?.items)
                    return entry
                }
                if schema?.property(name) != nil { entry.isMember = true }
                entry.children = entry.children.withDeclaredFields(schema?.member(name))
                return entry
            })
    }
}
