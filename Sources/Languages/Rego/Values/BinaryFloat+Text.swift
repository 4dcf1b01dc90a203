internal import BigInt

extension BinaryFloat {
    /// The fewest digits that read back as this value, and the power of ten behind the first of them.
    ///
    /// Digits are made one at a time of a fraction, and end as soon as what is left is less than half the distance to
    /// a neighbour (Steele and White).
    func shortestDigits() -> (digits: [UInt8], power: Int) {
        guard !mantissa.isZero else { return ([0], 0) }
        // The neighbours are half a unit of a full mantissa away; below a power of two they are nearer.
        let spare = Self.precision - mantissa.magnitude.bitWidth
        let full = spare > 0 ? mantissa.magnitude << spare : mantissa.magnitude
        let unit = exponent - max(0, spare)
        let isNarrow = mantissa.magnitude == 1
        let includesEnds = full.words.first.map { $0 & 1 == 0 } ?? true

        var rest = BigUInt(full) << (unit >= 0 ? unit + 2 : 2)
        var scale = BigUInt(1) << (unit >= 0 ? 2 : 2 - unit)
        var above = BigUInt(2) << max(0, unit)
        var below = isNarrow ? BigUInt(1) << max(0, unit) : above

        var power = Int(Double(full.bitWidth + unit - 1) * 0.30102999566398) - 1
        if power >= 0 {
            scale *= BigUInt(10).power(power)
        } else {
            let factor = BigUInt(10).power(-power)
            rest *= factor
            above *= factor
            below *= factor
        }
        while includesEnds ? rest + above >= scale * 10 : rest + above > scale * 10 {
            scale *= 10
            power += 1
        }

        var digits: [UInt8] = []
        while true {
            let (digit, left) = rest.quotientAndRemainder(dividingBy: scale)
            rest = left
            let canStop = includesEnds ? rest <= below : rest < below
            let canRise = includesEnds ? rest + above >= scale : rest + above > scale
            var value = UInt8(truncatingIfNeeded: digit.words.first ?? 0)
            if canStop || canRise {
                let twice = rest << 1
                let isNearerAbove = twice > scale || (twice == scale && value % 2 == 1)
                if canRise, !canStop || isNearerAbove { value += 1 }
                digits.append(value)
                break
            }
            digits.append(value)
            rest *= 10
            above *= 10
            below *= 10
        }
        // A first digit of ten and leading zeros come from the estimate of the power.
        if digits[0] == 10 {
            digits[0] = 1
            power += 1
        }
        while digits.count > 1, digits[0] == 0 {
            digits.removeFirst()
            power -= 1
        }
        while digits.count > 1, digits.last == 0 { digits.removeLast() }
        return (digits, power)
    }

    /// As OPA prints the result of an operation: a whole number in full, anything else with an exponent below 1e-4 and
    /// from 1e6 on.
    var text: String {
        let sign = mantissa.signum() < 0 ? "-" : ""
        let (digits, power) = shortestDigits()
        return sign + (isWhole || (power >= -4 && power < 6) ? plainText(digits, power) : exponentText(digits, power))
    }
}

/// `123.45` for the digits 12345 with power 2.
func plainText(_ digits: [UInt8], _ power: Int) -> String {
    let letters = digits.map { $0 + UInt8(ascii: "0") }
    func text(_ letters: some Collection<UInt8>) -> String { String(decoding: Array(letters), as: UTF8.self) }
    if power < 0 { return "0." + String(repeating: "0", count: -power - 1) + text(letters) }
    if letters.count <= power + 1 { return text(letters) + String(repeating: "0", count: power + 1 - letters.count) }
    return text(letters[...power]) + "." + text(letters[(power + 1)...])
}

/// `1.2345e+02`: two digits of exponent at least.
func exponentText(_ digits: [UInt8], _ power: Int, letter: String = "e") -> String {
    let letters = digits.map { $0 + UInt8(ascii: "0") }
    let fraction = letters.count > 1 ? "." + String(decoding: letters[1...], as: UTF8.self) : ""
    let magnitude = String(power.magnitude)
    let exponent = (power < 0 ? "-" : "+") + (magnitude.count < 2 ? "0" : "") + magnitude
    return String(decoding: letters[..<1], as: UTF8.self) + fraction + letter + exponent
}
