import Tree

/// The old value of a part of an object, as far as one can tell which it was. An error that was there before does not
/// stand in the way of a change elsewhere (Kubernetes calls that ratcheting).
struct Correlation {
    private struct Pair {
        var new: Node
        var old: Node
        var schema: Schema
    }

    private var current: Pair?
    private var nearestParent: Pair?

    /// Nothing is known of before.
    static let none = Correlation(current: nil, nearestParent: nil)

    init(new: Node, old: Node, schema: Schema) {
        self.init(current: Pair(new: new, old: old, schema: schema), nearestParent: nil)
    }

    private init(current: Pair?, nearestParent: Pair?) {
        self.current = current
        self.nearestParent = nearestParent
    }

    /// Whether what stands here stood here before.
    var isUnchanged: Bool {
        guard let pair = current ?? nearestParent else { return false }
        return pair.schema.takesAsEqual(pair.new, pair.old)
    }

    /// Errors of `allOf` count as those of the part around.
    var ofParent: Correlation { Correlation(current: nil, nearestParent: nearestParent) }

    func key(_ name: String) -> Correlation {
        guard let current else { return self }
        // Both objects were made the same version, so that a change of these cannot be seen.
        if nearestParent == nil, name == "apiVersion" || name == "kind" { return .none }
        var child: Pair?
        if let new = current.new[name], let old = current.old[name], let schema = current.schema.member(name) {
            child = Pair(new: new, old: old, schema: schema)
        }
        return Correlation(current: child, nearestParent: current)
    }

    func index(_ index: Int) -> Correlation {
        guard let current else { return self }
        var child: Pair?
        if let new = current.new[index], let schema = current.schema.items,
            let old = current.schema.counterpart(of: new, in: current.old.elements)
        {
            child = Pair(new: new, old: old, schema: schema)
        }
        return Correlation(current: child, nearestParent: current)
    }
}

extension Schema {
    /// Whether two states are the same; in lists with keys the order says nothing.
    fileprivate func takesAsEqual(_ new: Node, _ old: Node) -> Bool {
        if new == old { return true }
        switch (new.value, old.value) {
        case (.sequence(let items), .sequence(let others)):
            guard listType == .map, items.count == others.count, let schema = self.items else { return false }
            return items.allSatisfy { item in
                counterpart(of: item, in: others).map { schema.takesAsEqual(item, $0) } ?? false
            }
        case (.mapping(let fields), .mapping(let others)):
            guard fields.count == others.count else { return false }
            return fields.entries.allSatisfy { entry in
                guard let other = others[entry.key] else { return false }
                return member(entry.key)?.takesAsEqual(entry.value, other) ?? (entry.value == other)
            }
        default: return false
        }
    }

    /// The element of another state of this list that has the same keys; nil for lists without keys.
    func counterpart(of element: Node, in others: [Node]) -> Node? {
        guard listType == .map, !listMapKeys.isEmpty else { return nil }
        return others.first { other in listMapKeys.allSatisfy { other[$0] == element[$0] } }
    }
}
