internal import BigInt

/// `mantissa * 2^exponent` with a mantissa of at most 64 bits: what OPA computes fractions with (Go's `big.Float`).
struct BinaryFloat: Sendable, Hashable {
    static let precision = 64

    /// Odd, or zero; so equal values are equal parts.
    private(set) var mantissa: BigInt
    private(set) var exponent: Int

    static let zero = BinaryFloat(0, 0)

    /// Without rounding.
    private init(exactly mantissa: BigInt, _ exponent: Int) {
        let zeros = mantissa.isZero ? 0 : mantissa.trailingZeroBitCount
        self.mantissa = mantissa >> zeros
        self.exponent = mantissa.isZero ? 0 : exponent + zeros
    }

    /// The whole number, however many bits it has.
    init(exactly whole: BigInt) { self.init(exactly: whole, 0) }

    /// Rounded to the nearest, halves to even; `hasRest` says that something above zero and below one unit was left
    /// out.
    init(_ mantissa: BigInt, _ exponent: Int, hasRest: Bool = false) {
        let surplus = mantissa.magnitude.bitWidth - Self.precision
        guard surplus > 0 else {
            self.init(exactly: mantissa, exponent)
            return
        }
        var kept = mantissa.magnitude >> surplus
        let rest = mantissa.magnitude - (kept << surplus)
        let half = BigUInt(1) << (surplus - 1)
        if rest > half || (rest == half && (hasRest || kept.words.first.map { $0 & 1 == 1 } ?? false)) { kept += 1 }
        self.init(exactly: BigInt(sign: mantissa.sign, magnitude: kept), exponent + surplus)
    }

    /// `digits * 10^power`
    init(_ digits: BigInt, tenTo power: Int) {
        if power >= 0 {
            self.init(digits * BigInt(5).power(power), power)
            return
        }
        self = Self.quotient(digits, BigInt(5).power(-power), exponent: power)
    }

    /// `(dividend / divisor) * 2^exponent`, rounded once.
    private static func quotient(_ dividend: BigInt, _ divisor: BigInt, exponent: Int) -> BinaryFloat {
        let shift = max(0, precision + 2 + divisor.magnitude.bitWidth - dividend.magnitude.bitWidth)
        let (quotient, rest) = (dividend << shift).quotientAndRemainder(dividingBy: divisor)
        // Two bits more than needed: the rest then only breaks ties.
        return BinaryFloat(quotient, exponent - shift, hasRest: !rest.isZero)
    }

    static func + (left: BinaryFloat, right: BinaryFloat) -> BinaryFloat {
        // One that is too small to be seen only breaks a tie, so it may be brought nearer.
        let (low, high) = left.exponent <= right.exponent ? (left, right) : (right, left)
        if low.mantissa.isZero { return high }
        if high.mantissa.isZero { return low }
        let gap = high.exponent - low.exponent
        if gap > 3 * precision {
            let nudge = BigInt(sign: low.mantissa.sign, magnitude: 1)
            return BinaryFloat((high.mantissa << (3 * precision)) + nudge, high.exponent - 3 * precision)
        }
        return BinaryFloat((high.mantissa << gap) + low.mantissa, low.exponent)
    }

    static prefix func - (value: BinaryFloat) -> BinaryFloat { BinaryFloat(exactly: -value.mantissa, value.exponent) }

    static func * (left: BinaryFloat, right: BinaryFloat) -> BinaryFloat {
        BinaryFloat(left.mantissa * right.mantissa, left.exponent + right.exponent)
    }

    /// - Precondition: the divisor is not zero.
    static func / (left: BinaryFloat, right: BinaryFloat) -> BinaryFloat {
        quotient(left.mantissa, right.mantissa, exponent: left.exponent - right.exponent)
    }

    /// Below, equal to or above zero.
    func compare(_ other: BinaryFloat) -> Int {
        let signs = (mantissa.signum(), other.mantissa.signum())
        if signs.0 != signs.1 || signs.0 == 0 { return Int(signs.0 - signs.1) }
        let tops = (exponent + mantissa.magnitude.bitWidth, other.exponent + other.mantissa.magnitude.bitWidth)
        if tops.0 != tops.1 { return (tops.0 < tops.1 ? -1 : 1) * Int(signs.0) }
        let low = min(exponent, other.exponent)
        let (left, right) = (mantissa << (exponent - low), other.mantissa << (other.exponent - low))
        return left < right ? -1 : (left == right ? 0 : 1)
    }

    var isWhole: Bool { exponent >= 0 }

    /// Nil for a fraction.
    var whole: BigInt? { exponent >= 0 ? mantissa << exponent : nil }

    /// The whole number below or at it.
    var floor: BigInt {
        if let whole { return whole }
        let (quotient, rest) = mantissa.quotientAndRemainder(dividingBy: BigInt(1) << -exponent)
        return rest.signum() < 0 ? quotient - 1 : quotient
    }

    /// Places of the first and last digit as powers of ten are at most this far from zero.
    static let largestPower = 20_000

    /// Whether it is within the numbers that we take.
    var isInRange: Bool {
        abs(exponent + mantissa.magnitude.bitWidth) <= Self.largestPower * 10 / 3
    }

    var double: Double {
        let surplus = max(0, mantissa.magnitude.bitWidth - Self.precision)
        let top = BigUInt(mantissa.magnitude >> surplus).words.first.map(Double.init) ?? 0
        let magnitude = Double(sign: .plus, exponent: exponent + surplus, significand: top)
        return mantissa.signum() < 0 ? -magnitude : magnitude
    }
}
