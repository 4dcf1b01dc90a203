import Schema
import Tree

/// Which fields a write adds, changes and takes away.
struct Comparison {
    var added = FieldSet()
    var modified = FieldSet()
    var removed = FieldSet()

    var changed: FieldSet { added.union(modified) }

    init() {}

    init(from old: Node, to new: Node, schema: Schema?) {
        self = Comparison.compare(old, new, schema).below
    }

    func without(_ ignored: FieldSet) -> Comparison {
        if ignored.isEmpty { return self }
        var rest = self
        rest.added = added.subtractingBelow(ignored)
        rest.modified = modified.subtractingBelow(ignored)
        rest.removed = removed.subtractingBelow(ignored)
        return rest
    }

    /// What happens to a path itself.
    private enum Fate { case none, added, modified, removed }

    private static func compare(_ old: Node?, _ new: Node?, _ schema: Schema?) -> (fate: Fate, below: Comparison) {
        guard let some = new ?? old else { return (.none, Comparison()) }
        let shape = MergeShape(schema, for: some)
        if let old, let new {
            let oldShape = MergeShape(schema, for: old)
            if oldShape != shape {
                return (.modified, children(old, new, schema, oldShape == .leaf ? shape : oldShape))
            }
            if shape == .leaf || (isEmpty(old) && isEmpty(new)) {
                return (old == new ? .none : .modified, Comparison())
            }
            return (.none, children(old, new, schema, shape))
        }
        let fate: Fate = old == nil ? .added : .removed
        if shape == .leaf || isEmpty(some) { return (fate, Comparison()) }
        return (fate, children(old, new, schema, shape))
    }

    private static func isEmpty(_ node: Node) -> Bool {
        switch node.value {
        case .null: true
        case .mapping(let mapping): mapping.isEmpty
        case .sequence(let elements): elements.isEmpty
        default: false
        }
    }

    private static func children(_ old: Node?, _ new: Node?, _ schema: Schema?, _ shape: MergeShape) -> Comparison {
        var result = Comparison()
        switch shape {
        case .leaf: break
        case .map:
            let (old, new) = (old?.mapping ?? Mapping(), new?.mapping ?? Mapping())
            for (index, entry) in old.entries.enumerated() {
                let other = new.index(of: entry.key, near: index).map { new.entries[$0].value }
                result.add(.field(entry.key), compare(entry.value, other, schema?.member(entry.key)))
            }
            for (index, entry) in new.entries.enumerated() where old.index(of: entry.key, near: index) == nil {
                result.add(.field(entry.key), compare(nil, entry.value, schema?.member(entry.key)))
            }
        case .set, .keyed:
            guard let schema else { break }
            let (oldItems, newItems) = (IndexedItems(old, schema), IndexedItems(new, schema))
            for element in oldItems.order { result.addItem(element, oldItems, newItems, schema) }
            for element in newItems.order where oldItems.items[element] == nil {
                result.addItem(element, oldItems, newItems, schema)
            }
        }
        return result
    }

    private mutating func addItem(
        _ element: PathElement, _ oldItems: IndexedItems, _ newItems: IndexedItems, _ schema: Schema
    ) {
        let (old, new) = (oldItems.items[element] ?? [], newItems.items[element] ?? [])
        // Items that live twice cannot be told apart, so they are owned together.
        guard old.count > 1 || new.count > 1 else {
            return add(element, Comparison.compare(old.first, new.first, schema.items))
        }
        guard old != new else { return }
        add(element, (old.isEmpty ? .added : new.isEmpty ? .removed : .modified, Comparison()))
    }

    private mutating func add(_ element: PathElement, _ result: (fate: Fate, below: Comparison)) {
        added.insert(element, isMember: result.fate == .added, children: result.below.added)
        modified.insert(element, isMember: result.fate == .modified, children: result.below.modified)
        removed.insert(element, isMember: result.fate == .removed, children: result.below.removed)
    }
}

/// The items of a list by their steps, in the order of their first appearance.
struct IndexedItems {
    var order: [PathElement] = []
    var items: [PathElement: [Node]] = [:]

    init(_ list: Node?, _ schema: Schema) {
        for item in list?.elements ?? [] {
            guard let element = schema.element(for: item) else { continue }
            if items[element] == nil { order.append(element) }
            items[element, default: []].append(item)
        }
    }
}
