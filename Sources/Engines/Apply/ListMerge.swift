import Diagnostics
import Schema
import Tree

/// Merges two lists whose items are told apart. Items keep the order of the live list, with the applied ones in their own
/// order among themselves; as structured-merge-diff does since version 4.4.
struct ListMerge {
    private let schema: Schema
    private let live: IndexedItems
    private let applied: IndexedItems
    private let place: Place
    /// What is to come of each list.
    private var left: ArraySlice<(element: PathElement, item: Node)>
    private var right: ArraySlice<PathElement>
    /// The items that both have, in the order of the applied list.
    private var shared: ArraySlice<PathElement>
    private var done: Set<PathElement> = []
    private var result: [Node] = []

    init(_ live: Node, _ applied: Node, _ schema: Schema) {
        self.schema = schema
        let liveItems = IndexedItems(live, schema)
        self.live = liveItems
        self.applied = IndexedItems(applied, schema)
        place = applied.place
        left = live.elements.compactMap { item in schema.element(for: item).map { ($0, item) } }[...]
        right = self.applied.order[...]
        shared = right.filter { liveItems.items[$0] != nil }[...]
    }

    func merged() -> Node {
        var merge = self
        while merge.step() {}
        return Node(.sequence(merge.result), at: place)
    }

    /// Takes an item of one list or of both; false when there is none. Each step shortens a list.
    private mutating func step() -> Bool {
        guard let next = left.first else {
            takeRight()
            return !right.isEmpty
        }
        if applied.items[next.element] == nil {
            result.append(next.item)
            left.removeFirst()
        } else if next.element == right.first {
            left.removeFirst()
            takeRight()
        } else if !right.isEmpty, let wanted = shared.first, wanted != next.element {
            // Shared, but its turn comes later.
            left.removeFirst()
        } else {
            if done.contains(next.element) { left.removeFirst() }
            takeRight()
        }
        return !left.isEmpty || !right.isEmpty
    }

    private mutating func takeRight() {
        guard let element = right.popFirst() else { return }
        done.insert(element)
        if shared.first == element { shared.removeFirst() }
        // An item that lives twice is replaced, not merged.
        let alive = live.items[element]
        let item = Apply.merged(
            alive?.count == 1 ? alive?.first : nil, with: applied.items[element]?.first, schema.items)
        if let item { result.append(item) }
    }
}
