/// Different values, in order.
package struct RegoSet: Sendable, Hashable {
    package private(set) var elements: [RegoValue]

    package static let empty = RegoSet([])

    package init(_ elements: some Sequence<RegoValue>) {
        var sorted = Array(elements)
        sorted.sort()
        self.elements = []
        self.elements.reserveCapacity(sorted.count)
        for element in sorted where self.elements.last != element { self.elements.append(element) }
    }

    /// - Precondition: the elements are in order and all different.
    init(sorted elements: [RegoValue]) { self.elements = elements }

    package var count: Int { elements.count }
    package var isEmpty: Bool { elements.isEmpty }

    package func contains(_ element: RegoValue) -> Bool {
        var low = 0
        var high = elements.count
        while low < high {
            let middle = (low + high) / 2
            let order = elements[middle].compare(element)
            if order == 0 { return true }
            if order < 0 { low = middle + 1 } else { high = middle }
        }
        return false
    }
}

extension RegoSet {
    func isSubset(of other: RegoSet) -> Bool { elements.allSatisfy(other.contains) }

    func intersection(_ other: RegoSet) -> RegoSet {
        let (small, large) = count <= other.count ? (self, other) : (other, self)
        return RegoSet(sorted: small.elements.filter(large.contains))
    }

    func subtracting(_ other: RegoSet) -> RegoSet { RegoSet(sorted: elements.filter { !other.contains($0) }) }

    package func union(_ other: RegoSet) -> RegoSet {
        if isEmpty { return other }
        var merged: [RegoValue] = []
        merged.reserveCapacity(count + other.count)
        var rest = other.elements[...]
        for element in elements {
            while let next = rest.first {
                let order = next.compare(element)
                guard order <= 0 else { break }
                if order < 0 { merged.append(next) }
                rest.removeFirst()
            }
            merged.append(element)
        }
        return RegoSet(sorted: merged + rest)
    }
}
