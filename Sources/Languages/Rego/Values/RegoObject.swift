/// Members in the order of their keys; no key twice. Keys are any values, not only strings.
package struct RegoObject: Sendable, Hashable {
    package private(set) var keys: [RegoValue]
    package private(set) var values: [RegoValue]

    package static let empty = RegoObject()

    package init() {
        keys = []
        values = []
    }

    /// Of two members with equal keys the later one stays.
    package init(_ members: some Sequence<(RegoValue, RegoValue)>) {
        let sorted = members.enumerated().sorted {
            let order = $0.element.0.compare($1.element.0)
            return order != 0 ? order < 0 : $0.offset < $1.offset
        }
        keys = []
        values = []
        keys.reserveCapacity(sorted.count)
        values.reserveCapacity(sorted.count)
        for (_, member) in sorted {
            if let last = keys.last, last == member.0 {
                values[values.count - 1] = member.1
            } else {
                keys.append(member.0)
                values.append(member.1)
            }
        }
    }

    /// - Precondition: the keys are in order and all different.
    init(sortedKeys: [RegoValue], values: [RegoValue]) {
        keys = sortedKeys
        self.values = values
    }

    package var count: Int { keys.count }
    package var isEmpty: Bool { keys.isEmpty }

    package subscript(key: RegoValue) -> RegoValue? {
        let (index, isThere) = find { $0.compare(key) }
        return isThere ? values[index] : nil
    }

    package subscript(key: String) -> RegoValue? {
        let (index, isThere) = find { $0.compare(to: key) }
        return isThere ? values[index] : nil
    }

    package mutating func set(_ key: RegoValue, to value: RegoValue) {
        let (index, isThere) = find { $0.compare(key) }
        if isThere {
            values[index] = value
        } else {
            keys.insert(key, at: index)
            values.insert(value, at: index)
        }
    }

    package mutating func remove(_ key: RegoValue) {
        let (index, isThere) = find { $0.compare(key) }
        guard isThere else { return }
        keys.remove(at: index)
        values.remove(at: index)
    }

    /// Keys one after the other, then values, as OPA orders objects.
    func compare(_ other: RegoObject) -> Int {
        for index in 0..<min(count, other.count) {
            let byKey = keys[index].compare(other.keys[index])
            if byKey != 0 { return byKey }
            let byValue = values[index].compare(other.values[index])
            if byValue != 0 { return byValue }
        }
        return count - other.count
    }

    private func find(_ order: (RegoValue) -> Int) -> (index: Int, isThere: Bool) {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            let result = order(keys[middle])
            if result == 0 { return (middle, true) }
            if result < 0 { low = middle + 1 } else { high = middle }
        }
        return (low, false)
    }
}

extension RegoValue {
    /// As against `.string(text)`, without making one.
    fileprivate func compare(to text: String) -> Int {
        if case .string(let own) = self { return compareBytes(own, text) }
        return compare(.string(text))
    }
}
