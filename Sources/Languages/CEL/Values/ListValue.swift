import Tree

/// A list: of values, or the elements of an object's list, which become values when they are read.
package struct ListValue: Sendable {
    private enum Storage {
        case values([Value])
        case nodes([Node], DataShape)
    }

    private var storage: Storage
    let kind: ListKind

    init(_ values: [Value], kind: ListKind = .atomic) {
        storage = .values(values)
        self.kind = kind
    }

    init(_ nodes: [Node], of shape: DataShape, kind: ListKind) {
        storage = .nodes(nodes, shape)
        self.kind = kind
    }

    var count: Int {
        switch storage {
        case .values(let values): values.count
        case .nodes(let nodes, _): nodes.count
        }
    }

    func element(_ index: Int) throws(EvaluationError) -> Value {
        switch storage {
        case .values(let values): return values[index]
        case .nodes(let nodes, let shape): return try Value(nodes[index], as: shape)
        }
    }

    /// - Throws: why an element is no value.
    func elements() throws(EvaluationError) -> [Value] {
        switch storage {
        case .values(let values): return values
        case .nodes(let nodes, let shape):
            var values: [Value] = []
            values.reserveCapacity(nodes.count)
            for node in nodes { values.append(try Value(node, as: shape)) }
            return values
        }
    }

    /// Adds an element at the end, without a copy when no one else holds the list.
    mutating func append(_ value: Value) throws(EvaluationError) {
        if case .values(var values) = storage {
            storage = .values([])
            values.append(value)
            storage = .values(values)
        } else {
            storage = .values(try elements() + [value])
        }
    }

    // MARK: Sets and keyed lists

    /// Whether both hold the same; the order says nothing in sets and keyed lists.
    func equals(_ other: ListValue) throws(EvaluationError) -> Bool {
        guard count == other.count else { return false }
        switch kind {
        case .atomic:
            for index in 0..<count where !(try element(index).equals(try other.element(index))) { return false }
            return true
        case .set:
            let own = Set(try elements().map(MapKey.init(any:)))
            return try other.elements().allSatisfy { own.contains(MapKey(any: $0)) }
        case .keyed(let names):
            var own: [[MapKey]: Value] = [:]
            for value in try elements() { own[try value.keys(names)] = value }
            for value in try other.elements() {
                guard let mine = own[try value.keys(names)], try mine.equals(value) else { return false }
            }
            return true
        }
    }

    /// Both lists: one after the other, their union, or merged by keys.
    func adding(_ other: ListValue) throws(EvaluationError) -> ListValue {
        var result = try elements()
        switch kind {
        case .atomic: result += try other.elements()
        case .set:
            var seen = Set(result.map(MapKey.init(any:)))
            for value in try other.elements() where seen.insert(MapKey(any: value)).inserted { result.append(value) }
        case .keyed(let names):
            var positions: [[MapKey]: Int] = [:]
            for (index, value) in result.enumerated() { positions[try value.keys(names)] = index }
            for value in try other.elements() {
                if let position = positions[try value.keys(names)] {
                    result[position] = value
                } else {
                    result.append(value)
                }
            }
        }
        return ListValue(result, kind: kind)
    }
}

extension Value {
    /// What tells an element of a keyed list apart.
    fileprivate func keys(_ names: [String]) throws(EvaluationError) -> [MapKey] {
        guard case .map(let map) = self else { return [MapKey(any: self)] }
        var keys: [MapKey] = []
        for name in names { keys.append(MapKey(any: try map.member(named: name) ?? .null)) }
        return keys
    }
}
