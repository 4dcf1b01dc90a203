internal import BigInt

/// The parts of a JSON number.
struct DecimalText {
    private var whole: Substring
    private var fraction: Substring = ""
    private var exponent = 0
    private(set) var isPlain = true
    private var isNegative: Bool

    /// - Returns: nil for another text, and for an exponent beyond all numbers.
    init?(_ text: String) {
        var rest = text[...]
        isNegative = rest.utf8.first == UInt8(ascii: "-")
        if isNegative { rest = rest.dropFirst() }
        whole = Self.digits(&rest)
        guard !whole.isEmpty, whole.utf8.count == 1 || whole.utf8.first != UInt8(ascii: "0") else { return nil }
        if rest.utf8.first == UInt8(ascii: ".") {
            isPlain = false
            rest = rest.dropFirst()
            fraction = Self.digits(&rest)
            guard !fraction.isEmpty else { return nil }
        }
        if rest.utf8.first == UInt8(ascii: "e") || rest.utf8.first == UInt8(ascii: "E") {
            isPlain = false
            rest = rest.dropFirst()
            let isBelow = rest.utf8.first == UInt8(ascii: "-")
            if isBelow || rest.utf8.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
            let digits = Self.digits(&rest)
            guard !digits.isEmpty else { return nil }
            exponent = Int(digits) ?? .max
            if isBelow { exponent = -exponent }
        }
        guard rest.isEmpty else { return nil }
    }

    private static func digits(_ rest: inout Substring) -> Substring {
        let digits = rest.prefix { $0.utf8.count == 1 && $0.utf8.allSatisfy(isDigit) }
        rest = rest[digits.endIndex...]
        return digits
    }

    /// Below, equal to or above zero.
    func compare(_ other: DecimalText) -> Int {
        guard let left = digits, let right = other.digits else { return 0 }
        let (leftPower, rightPower) = (exponent - fraction.utf8.count, other.exponent - other.fraction.utf8.count)
        let low = min(leftPower, rightPower)
        let (a, b) = (left * BigInt(10).power(leftPower - low), right * BigInt(10).power(rightPower - low))
        return a < b ? -1 : (a == b ? 0 : 1)
    }

    /// Nil for a fraction.
    var wholeValue: BigInt? {
        guard let digits else { return nil }
        let power = exponent - fraction.utf8.count
        if power >= 0 { return digits * BigInt(10).power(power) }
        let (quotient, rest) = digits.quotientAndRemainder(dividingBy: BigInt(10).power(-power))
        return rest.isZero ? quotient : nil
    }

    private var digits: BigInt? { BigInt(whole + fraction).map { isNegative ? -$0 : $0 } }

    /// Nil when it is beyond the numbers that we take.
    var value: BinaryFloat? {
        guard let digits else { return nil }
        if digits.isZero { return .zero }
        guard abs(exponent) <= BinaryFloat.largestPower, fraction.utf8.count <= BinaryFloat.largestPower else {
            return nil
        }
        let value = BinaryFloat(digits, tenTo: exponent - fraction.utf8.count)
        return value.isInRange ? value : nil
    }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

/// The fewest digits of a finite number other than zero, and the power of ten of the first of them.
func shortestDigits(of value: Double) -> (digits: [UInt8], power: Int) {
    var letters = Array(value.magnitude.description.utf8)
    var power = 0
    if let mark = letters.firstIndex(of: UInt8(ascii: "e")) {
        power = Int(String(decoding: letters[(mark + 1)...], as: UTF8.self)) ?? 0
        letters.removeSubrange(mark...)
    }
    let point = letters.firstIndex(of: UInt8(ascii: ".")) ?? letters.count
    power += point - 1
    var digits = letters.filter(isDigit).map { $0 - UInt8(ascii: "0") }
    while digits.count > 1, digits[0] == 0 {
        digits.removeFirst()
        power -= 1
    }
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    return (digits, power)
}

/// As Go's JSON prints a float: an exponent below 1e-6 and from 1e21 on.
func goJSONText(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let sign = value.sign == .minus ? "-" : ""
    guard value != 0 else { return sign + "0" }
    let (digits, power) = shortestDigits(of: value)
    if power >= -6 && power < 21 { return sign + plainText(digits, power) }
    let text = exponentText(digits, power)
    // One digit is enough below zero.
    return sign + (text.contains("e-0") ? text.replacing("e-0", with: "e-") : text)
}
