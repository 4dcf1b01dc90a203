/// The digits of a finite positive number, rounded half to even to so many after the point, and the power of ten of the
/// first digit; at least one digit stands before the point.
func exactDigits(_ number: Double, fraction precision: Int) -> (digits: String, exponent: Int) {
    let (whole, places) = decimalExpansion(number)
    let rounded = whole.rounded(dropping: places - precision)
    var digits = rounded.text
    if digits.count < precision + 1 { digits = String(repeating: "0", count: precision + 1 - digits.count) + digits }
    return (digits, digits.count - precision - 1)
}

/// So many significant digits of a positive number, and the power of ten of the first.
func significantDigits(_ number: Double, count: Int) -> (digits: String, exponent: Int) {
    let (whole, places) = decimalExpansion(number)
    let length = whole.text.count
    var text = whole.rounded(dropping: length - count).text
    var exponent = length - 1 - places
    if text.count > count {
        text.removeLast()
        exponent += 1
    }
    if text.count < count { text += String(repeating: "0", count: count - text.count) }
    return (text, exponent)
}

/// Every double is a whole number divided by a power of ten: `whole / 10^places`.
private func decimalExpansion(_ number: Double) -> (whole: Decimals, places: Int) {
    let exponent = number == 0 ? 0 : Int(number.exponent) - 52
    var whole = Decimals(number == 0 ? 0 : UInt64(number.significand * 0x1p52))
    if number.isSubnormal { whole = Decimals(UInt64(number.significandBitPattern)) }
    let power = number.isSubnormal ? -1074 : exponent
    if power >= 0 {
        for _ in 0..<power { whole.multiply(by: 2) }
        return (whole, 0)
    }
    for _ in 0..<(-power) { whole.multiply(by: 5) }
    return (whole, -power)
}

/// A whole number as decimal digits, the last first.
private struct Decimals {
    private var digits: [UInt8]

    init(_ number: UInt64) { digits = "\(number)".utf8.reversed().map { $0 - 0x30 } }

    var text: String { String(decoding: digits.reversed().map { $0 + 0x30 }, as: UTF8.self) }

    mutating func multiply(by factor: UInt8) {
        var carry: UInt8 = 0
        for index in digits.indices {
            let product = digits[index] * factor + carry
            digits[index] = product % 10
            carry = product / 10
        }
        if carry > 0 { digits.append(carry) }
    }

    /// Without its last `count` digits, rounded; with zeros added for a negative count.
    func rounded(dropping count: Int) -> Decimals {
        var result = self
        if count <= 0 {
            result.digits = Array(repeating: 0, count: -count) + digits
            return result
        }
        guard count <= digits.count else { return Decimals(0) }
        result.digits = Array(digits[count...])
        let half = digits[count - 1]
        let isExactHalf = half == 5 && digits[..<(count - 1)].allSatisfy { $0 == 0 }
        let isOdd = (result.digits.first ?? 0) % 2 == 1
        if half > 5 || (half == 5 && (!isExactHalf || isOdd)) { result.increment() }
        if result.digits.isEmpty { result.digits = [0] }
        return result
    }

    private mutating func increment() {
        for index in digits.indices {
            if digits[index] < 9 {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
        digits.append(1)
    }
}
