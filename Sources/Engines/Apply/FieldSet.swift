/// A set of fields: which leaves, list items and values somebody owns. A tree of sorted steps, small and fast to merge.
///
/// The rules are those of `FieldsV1` (Kubernetes, "Server-Side Apply", section "Field management").
package struct FieldSet: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package var element: PathElement
        /// Whether the path that ends here is in the set, besides what lies below.
        package var isMember: Bool
        package var children: FieldSet
    }

    /// Sorted by element; each is a member or has children.
    package private(set) var entries: [Entry]

    package init() { entries = [] }

    /// The caller answers for the order and for there being no empty entries.
    init(sorted entries: [Entry]) { self.entries = entries }

    package init(paths: [[PathElement]]) {
        self.init()
        for path in paths { insert(path[...]) }
    }

    package var isEmpty: Bool { entries.isEmpty }

    // MARK: Looking

    package func entry(_ element: PathElement) -> Entry? {
        let index = position(of: element)
        return index < entries.count && entries[index].element == element ? entries[index] : nil
    }

    package func contains(_ path: [PathElement]) -> Bool {
        guard let first = path.first, let entry = entry(first) else { return false }
        return path.count == 1 ? entry.isMember : entry.children.contains(Array(path.dropFirst()))
    }

    /// Every path in the set, in order.
    package var paths: [[PathElement]] {
        entries.flatMap { entry in
            (entry.isMember ? [[entry.element]] : []) + entry.children.paths.map { [entry.element] + $0 }
        }
    }

    private func position(of element: PathElement) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].element < element { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: Changing

    /// Adds what stands below `element`, and `element` itself if it is a member. Nothing at all adds nothing.
    mutating func insert(_ element: PathElement, isMember: Bool, children: FieldSet) {
        guard isMember || !children.isEmpty else { return }
        let entry = Entry(element: element, isMember: isMember, children: children)
        guard let last = entries.last, !(last.element < element) else { return entries.append(entry) }
        let index = position(of: element)
        if entries[index].element == element {
            entries[index].isMember = entries[index].isMember || isMember
            entries[index].children = entries[index].children.union(children)
        } else {
            entries.insert(entry, at: index)
        }
    }

    mutating func insert(_ path: ArraySlice<PathElement>) {
        guard let first = path.first else { return }
        var below = FieldSet()
        below.insert(path.dropFirst())
        insert(first, isMember: path.count == 1, children: below)
    }

    // MARK: Combining

    package func union(_ other: FieldSet) -> FieldSet {
        if isEmpty { return other }
        if other.isEmpty { return self }
        return merged(with: other) { a, b in
            guard let a else { return b }
            guard let b else { return a }
            return Entry(
                element: a.element, isMember: a.isMember || b.isMember, children: a.children.union(b.children))
        }
    }

    package func intersection(_ other: FieldSet) -> FieldSet {
        if isEmpty || other.isEmpty { return FieldSet() }
        return merged(with: other) { a, b in
            guard let a, let b else { return nil }
            return Entry(
                element: a.element, isMember: a.isMember && b.isMember, children: a.children.intersection(b.children))
        }
    }

    /// What is in this set and not in the other; a member of the other does not take away what lies below it.
    package func subtracting(_ other: FieldSet) -> FieldSet {
        if isEmpty || other.isEmpty { return self }
        return merged(with: other) { a, b in
            guard let a, let b else { return a }
            return Entry(
                element: a.element, isMember: a.isMember && !b.isMember, children: a.children.subtracting(b.children))
        }
    }

    /// What is in this set and neither in the other nor below one of its members.
    package func subtractingBelow(_ other: FieldSet) -> FieldSet {
        if isEmpty || other.isEmpty { return self }
        return merged(with: other) { a, b in
            guard let a, let b else { return a }
            if b.isMember { return nil }
            return Entry(
                element: a.element, isMember: a.isMember, children: a.children.subtractingBelow(b.children))
        }
    }

    package func isSubset(of other: FieldSet) -> Bool { subtracting(other).isEmpty }

    private func merged(with other: FieldSet, _ combine: (Entry?, Entry?) -> Entry?) -> FieldSet {
        var result: [Entry] = []
        result.reserveCapacity(max(entries.count, other.entries.count))
        func add(_ entry: Entry?) {
            if let entry, entry.isMember || !entry.children.isEmpty { result.append(entry) }
        }
        var (i, j) = (0, 0)
        while i < entries.count || j < other.entries.count {
            if j == other.entries.count || (i < entries.count && entries[i].element < other.entries[j].element) {
                add(combine(entries[i], nil))
                i += 1
            } else if i < entries.count, entries[i].element == other.entries[j].element {
                add(combine(entries[i], other.entries[j]))
                i += 1
                j += 1
            } else {
                add(combine(nil, other.entries[j]))
                j += 1
            }
        }
        return FieldSet(sorted: result)
    }
}
