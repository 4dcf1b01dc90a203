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
