/// How large a value can be: letters of a text, elements of a list, keys of a map. Sums and products stop at the largest
/// number, which stands for "no bound".
struct SizeRange: Hashable {
    var min: UInt64
    var max: UInt64

    static let unknown = SizeRange(min: 0, max: .max)

    init(min: UInt64, max: UInt64) {
        self.min = min
        self.max = max
    }

    init(_ size: UInt64) { self.init(min: size, max: size) }

    static func + (a: SizeRange, b: SizeRange) -> SizeRange {
        SizeRange(min: a.min.addedClamped(b.min), max: a.max.addedClamped(b.max))
    }

    static func * (a: SizeRange, b: SizeRange) -> SizeRange {
        SizeRange(min: a.min.multipliedClamped(by: b.min), max: a.max.multipliedClamped(by: b.max))
    }

    func union(_ other: SizeRange) -> SizeRange {
        SizeRange(min: Swift.min(min, other.min), max: Swift.max(max, other.max))
    }

    /// What it costs to look at all of it, at so much a unit.
    func cost(_ factor: Double) -> UInt64 { max.scaled(by: factor) }
}

extension UInt64 {
    /// The product, rounded up.
    func scaled(by factor: Double) -> UInt64 {
        let product = (Double(self) * factor).rounded(.up)
        return product >= 0x1p64 ? .max : UInt64(product)
    }

    /// The smallest whole number that is not below the quotient.
    func dividedUp(by other: UInt64) -> UInt64 {
        guard other > 0 else { return .max }
        return self / other + (self % other == 0 ? 0 : 1)
    }
}
