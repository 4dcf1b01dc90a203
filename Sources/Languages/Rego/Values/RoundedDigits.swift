internal import BigInt

/// No double has more digits than this behind its point, nor in all.
private let mostDigits = 1100

/// The first `count` digits of a finite number, rounded as Go rounds (exactly, halves to even), and the power of ten
/// of the first.
func roundedDigits(_ value: Double, _ count: Int) -> (digits: [UInt8], power: Int) {
    guard value != 0, count > 0 else { return (Array(repeating: 0, count: max(count, 1)), 0) }
    let computed = min(count, mostDigits)
    var power = shortestDigits(of: value).power
    var digits = scaledDigits(value, places: computed - 1 - power)
    if digits.count < computed {
        // The shortest text of a value may have been rounded up to a power of ten.
        power -= 1
        digits = scaledDigits(value, places: computed - 1 - power)
    }
    if digits.count > computed {
        digits.removeLast()
        power += 1
    }
    return (digits + Array(repeating: 0, count: count - computed), power)
}

/// With `places` digits behind the point.
func fixedText(_ value: Double, _ places: Int) -> String {
    let computed = min(places, mostDigits)
    var digits = scaledDigits(value, places: computed) + Array(repeating: 0, count: places - computed)
    if digits.count <= places { digits = Array(repeating: 0, count: places + 1 - digits.count) + digits }
    return plainText(digits, digits.count - places - 1)
}

/// The digits of `value * 10^places`, rounded to a whole number.
private func scaledDigits(_ value: Double, places: Int) -> [UInt8] {
    guard value != 0 else { return [0] }
    var top = BigInt(value.significandBitPattern)
    if value.isNormal { top += BigInt(1) << 52 }
    var bottom = BigInt(1)
    let exponent = max(Int(value.exponentBitPattern), 1) - 1075
    if exponent >= 0 { top <<= exponent } else { bottom <<= -exponent }
    if places >= 0 { top *= BigInt(10).power(places) } else { bottom *= BigInt(10).power(-places) }
    let (quotient, rest) = top.quotientAndRemainder(dividingBy: bottom)
    let twice = rest << 1
    let isUp = twice > bottom || (twice == bottom && quotient % 2 == 1)
    return String(isUp ? quotient + 1 : quotient).utf8.map { $0 - UInt8(ascii: "0") }
}
