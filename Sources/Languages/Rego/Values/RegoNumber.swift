package import BigInt

/// A number of any size and precision. A number read from a document prints as it was written (`1.50`, `1e3`); equality, order and
/// hash go by value.
package struct RegoNumber: Sendable {
    enum Storage: Sendable {
        case int(Int)
        case big(BigInt)
        /// A fraction or an exponent, as JSON writes it.
        case decimal(String)
    }

    var storage: Storage

    package init(_ value: Int) { storage = .int(value) }

    package init(_ value: BigInt) { storage = Int(exactly: value).map(Storage.int) ?? .big(value) }
}

extension RegoNumber: Hashable {
    package static func == (left: RegoNumber, right: RegoNumber) -> Bool { left.compare(right) == 0 }

    package func hash(into hasher: inout Hasher) { hasher.combine(approximate) }

    /// Below, equal to or above zero.
    func compare(_ other: RegoNumber) -> Int {
        if case .int(let left) = storage, case .int(let right) = other.storage {
            return left < right ? -1 : (left == right ? 0 : 1)
        }
        return approximate < other.approximate ? -1 : (approximate == other.approximate ? 0 : 1)
    }

    private var approximate: Double {
        switch storage {
        case .int(let value): Double(value)
        case .big(let value): Double(value)
        case .decimal(let text): Double(text) ?? 0
        }
    }
}
