/// A document under construction: rules add values at paths, and two different values for one place are a conflict.
final class MemberTree {
    private enum Member {
        case value(RegoValue)
        case elements([RegoValue])
        case tree(MemberTree)
    }

    private var members: [RegoValue: Member] = [:]

    var isEmpty: Bool { members.isEmpty }

    /// - Returns: whether the value fits to what is there.
    func add(_ value: RegoValue, at path: ArraySlice<RegoValue>) -> Bool {
        guard let key = path.first else { return true }
        if path.count == 1 {
            switch members[key] {
            case nil:
                members[key] = .value(value)
                return true
            case .value(let before): return before == value
            case .elements, .tree: return false
            }
        }
        return tree(at: key)?.add(value, at: path.dropFirst()) ?? false
    }

    /// Adds to the set at a path.
    func add(element: RegoValue, at path: ArraySlice<RegoValue>) -> Bool {
        guard let key = path.first else { return true }
        if path.count == 1 {
            switch members[key] {
            case nil: members[key] = .elements([element])
            case .elements(var elements):
                members[key] = .elements([])
                elements.append(element)
                members[key] = .elements(elements)
            case .value(.set(let set)): members[key] = .elements(set.elements + [element])
            case .value, .tree: return false
            }
            return true
        }
        return tree(at: key)?.add(element: element, at: path.dropFirst()) ?? false
    }

    /// The part below a key; nil where a rule gave a value already.
    func tree(at key: RegoValue) -> MemberTree? {
        switch members[key] {
        case nil:
            let tree = MemberTree()
            members[key] = .tree(tree)
            return tree
        case .tree(let tree): return tree
        case .value, .elements: return nil
        }
    }

    var value: RegoValue {
        .object(
            RegoObject(
                members.map { key, member in
                    switch member {
                    case .value(let value): (key, value)
                    case .elements(let elements): (key, .set(RegoSet(elements)))
                    case .tree(let tree): (key, tree.value)
                    }
                }))
    }
}
