extension Node {
    package var isNull: Bool { if case .null = value { true } else { false } }

    package var string: String? {
        if case .string(let text) = value { text } else { nil }
    }

    package var integer: Int? {
        if case .integer(let number) = value { Int(number) } else { nil }
    }

    package var bool: Bool? {
        if case .bool(let flag) = value { flag } else { nil }
    }

    package var sequence: [Node]? {
        if case .sequence(let elements) = value { elements } else { nil }
    }

    package var mapping: Mapping? {
        if case .mapping(let mapping) = value { mapping } else { nil }
    }

    /// The elements of a sequence; none for anything else.
    package var elements: [Node] { sequence ?? [] }

    /// The entries of a mapping; none for anything else.
    package var entries: [Mapping.Entry] { mapping?.entries ?? [] }

    /// The word for the type, as messages name it.
    package var typeName: String {
        switch value {
        case .null: "null"
        case .bool: "boolean"
        case .integer, .unsigned: "integer"
        case .float: "number"
        case .string: "string"
        case .sequence: "array"
        case .mapping: "object"
        }
    }

    /// The member of a mapping. Reading gives nil for a missing key or when this is no mapping. Writing makes a null node
    /// a mapping first; on any other scalar or a sequence it does nothing. Writing nil removes the key.
    package subscript(key: String) -> Node? {
        get { if case .mapping(let mapping) = value { mapping[key] } else { nil } }
        set {
            if isNull, newValue != nil { value = .mapping(Mapping()) }
            updateMapping { $0[key] = newValue }
        }
        _modify {
            if isNull { value = .mapping(Mapping()) }
            guard case .mapping(var mapping) = value else {
                var none: Node?
                yield &none
                return
            }
            value = .null
            var member = mapping.take(key)
            yield &member
            mapping.put(key, member)
            value = .mapping(mapping)
        }
    }

    /// The element of a sequence, or nil.
    package subscript(index: Int) -> Node? {
        guard case .sequence(let elements) = value, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// The node at the end of `keys`, or nil when one of them is missing.
    package subscript(path keys: String...) -> Node? {
        at(keys)
    }

    package func at(_ keys: some Sequence<String>) -> Node? {
        var node = self
        for key in keys {
            guard let next = node[key] else { return nil }
            node = next
        }
        return node
    }

    /// Sets the node at the end of `keys`, making the mappings on the way.
    package mutating func set(_ node: Node, at keys: [String]) {
        guard let first = keys.first else { return self = node }
        if keys.count == 1 { return self[first] = node }
        if self[first] == nil { self[first] = .emptyMapping }
        updateMapping { $0.update(first) { $0.set(node, at: Array(keys.dropFirst())) } }
    }

    /// Removes what stands at the end of `keys`, and gives it back.
    @discardableResult
    package mutating func remove(at keys: [String]) -> Node? {
        guard let first = keys.first else { return nil }
        if keys.count == 1 {
            let removed = self[first]
            self[first] = nil
            return removed
        }
        return updateMapping { $0.update(first) { $0.remove(at: Array(keys.dropFirst())) } ?? nil } ?? nil
    }

    /// Changes the mapping in place, without copying it. Does nothing when this is no mapping.
    @discardableResult
    package mutating func updateMapping<Result, Failure: Error>(
        _ change: (inout Mapping) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard case .mapping(var mapping) = value else { return nil }
        value = .null
        defer { value = .mapping(mapping) }
        return try change(&mapping)
    }

    /// Changes the sequence in place, without copying it. Does nothing when this is no sequence.
    @discardableResult
    package mutating func updateSequence<Result, Failure: Error>(
        _ change: (inout [Node]) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard case .sequence(var elements) = value else { return nil }
        value = .null
        defer { value = .sequence(elements) }
        return try change(&elements)
    }
}

extension Mapping {
    /// Takes the value out so that it can be changed without a copy; `put` brings it back.
    fileprivate mutating func take(_ key: String) -> Node? {
        guard index(of: key) != nil else { return nil }
        return update(key) { node in
            let taken = node
            node = Node(.null)
            return taken
        }
    }

    fileprivate mutating func put(_ key: String, _ node: Node?) { self[key] = node }
}
