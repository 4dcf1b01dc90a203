extension Node {
    /// What `pointer` names; nil when nothing stands there.
    package func at(_ pointer: JSONPointer) -> Node? {
        var node = self
        for token in pointer.tokens {
            let next: Node?
            switch node.value {
            case .mapping(let mapping): next = mapping[token]
            case .sequence(let elements): next = elementIndex(token, count: elements.count).flatMap { node[$0] }
            default: next = nil
            }
            guard let next else { return nil }
            node = next
        }
        return node
    }

    /// Removes what `pointer` names; nothing when nothing stands there.
    package mutating func remove(_ pointer: JSONPointer) {
        _ = patchRemove(at: pointer.tokens[...])
    }

    /// Puts `value` where `pointer` names something, or into a mapping, making the mappings on the way. Does nothing where the
    /// pointer leads through a scalar or beyond the end of a list.
    package mutating func put(_ value: Node, at pointer: JSONPointer) {
        put(value, pointer.tokens[...])
    }

    private mutating func put(_ new: Node, _ tokens: ArraySlice<String>) {
        guard let token = tokens.first else { return self = new }
        let rest = tokens.dropFirst()
        if mapping != nil {
            if self[token] == nil { self[token] = rest.isEmpty ? new : .emptyMapping }
            updateMapping { $0.update(token) { $0.put(new, rest) } }
        } else {
            updateSequence { elements in
                guard let index = elementIndex(token, count: elements.count) else { return }
                elements[index].put(new, rest)
            }
        }
    }
}

/// The element that `token` names; negative ones count from the end, as in kustomize's library.
func elementIndex(_ token: String, count: Int) -> Int? {
    guard let index = Int(token), index < count, index >= -count else { return nil }
    return index < 0 ? index + count : index
}
