internal import BigInt

extension Builtins {
    static let units: [Builtin] = [
        Builtin("units.parse", [.string], .number) { arguments, _ throws(BuiltinFailure) in
            let text = try arguments.string(0).replacing("\"", with: "")
            let (amount, unit) = try amountAndUnit(text, "amount")
            // Only the first letter tells `m` (milli) from `M` (mega).
            let name = String(unit.prefix(1)) + unit.dropFirst().lowercased()
            let number = try parsed(amount, "amount")
            if name == "m" { return .number(try rounded(number, power: -3)) }
            guard let factor = factor(name == "M" ? "m" : name.lowercased(), isBytes: false) else {
                throw BuiltinFailure("unit \(name) not recognized")
            }
            return .number(try rounded((number.0 * factor, number.1), power: 0))
        },
        Builtin("units.parse_bytes", [.string], .number) { arguments, _ throws(BuiltinFailure) in
            let text = try arguments.string(0).lowercased().replacing("\"", with: "")
            let (amount, unit) = try amountAndUnit(text, "byte amount")
            guard let factor = factor(unit, isBytes: true) else {
                throw BuiltinFailure("byte unit \(unit) not recognized")
            }
            let (digits, power) = try parsed(amount, "byte amount")
            let total = digits * factor
            return .number(RegoNumber(power >= 0 ? total * BigInt(10).power(power) : total / BigInt(10).power(-power)))
        },
    ]

    private static func factor(_ unit: String, isBytes: Bool) -> BigInt? {
        var unit = unit
        if isBytes, unit.count > 1, unit.hasSuffix("b") { unit.removeLast() }
        if unit.isEmpty { return 1 }
        let isBinary = unit.hasSuffix("i")
        if isBinary { unit.removeLast() }
        guard let power = ["k", "m", "g", "t", "p", "e"].firstIndex(of: unit) else { return nil }
        return BigInt(isBinary ? 1024 : 1000).power(power + 1)
    }

    private static func amountAndUnit(_ text: String, _ what: String) throws(BuiltinFailure) -> (String, String) {
        guard !text.contains(" ") else { throw BuiltinFailure("spaces not allowed in resource strings") }
        let bytes = Array(text.utf8)
        var end = 0
        while end < bytes.count {
            let byte = bytes[end]
            if byte | 0x20 == UInt8(ascii: "e") {
                // An exponent only if something of a number follows; else the unit `E`.
                guard end + 1 < bytes.count, isDigit(bytes[end + 1]) || isSign(bytes[end + 1]) else { break }
                if isSign(bytes[end + 1]) { end += 1 }
                let digits = bytes[(end + 1)...].prefix(while: isDigit)
                guard digits.count <= 6 else { throw BuiltinFailure("exponent too large") }
            } else if !isDigit(byte), byte != UInt8(ascii: "."), !isSign(byte) {
                break
            }
            end += 1
        }
        guard end <= SyntaxLimits.standard.digits else {
            throw BuiltinFailure("a number of more than \(SyntaxLimits.standard.digits) digits", .limit)
        }
        guard end > 0 else { throw BuiltinFailure("no \(what) provided") }
        return (String(decoding: bytes[..<end], as: UTF8.self), String(decoding: bytes[end...], as: UTF8.self))
    }

    private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") }

    /// Whole digits and the power of ten that they are multiplied with.
    private static func parsed(_ text: String, _ what: String) throws(BuiltinFailure) -> (BigInt, Int) {
        let wrong = BuiltinFailure("could not parse \(what) to a number")
        let parts = text.lowercased().split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
        let digits = (parts.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
        guard let first = digits.first, digits.count <= 2 else { throw wrong }
        let fraction = digits.count > 1 ? digits[1] : ""
        let unsigned = first.utf8.first.map(isSign) ?? false ? first.dropFirst() : first
        guard !(unsigned + fraction).isEmpty, (unsigned + fraction).utf8.allSatisfy(isDigit),
            let whole = BigInt(unsigned + fraction)
        else { throw wrong }
        var power = -fraction.utf8.count
        if parts.count > 1 {
            guard let exponent = Int(parts[1]) else { throw wrong }
            power += exponent
        }
        guard power.magnitude <= BinaryFloat.largestPower else { throw BuiltinFailure("exponent too large") }
        return (first.hasPrefix("-") ? -whole : whole, power)
    }

    /// In full when whole; else with ten places, halves away from zero.
    private static func rounded(_ number: (BigInt, Int), power: Int) throws(BuiltinFailure) -> RegoNumber {
        let places = number.1 + power
        if places >= 0 { return RegoNumber(number.0 * BigInt(10).power(places)) }
        let divisor = BigInt(10).power(-places)
        let (whole, rest) = number.0.quotientAndRemainder(dividingBy: divisor)
        if rest.isZero { return RegoNumber(whole) }
        let scaled = number.0.magnitude * BigUInt(10).power(10)
        var (digits, left) = scaled.quotientAndRemainder(dividingBy: divisor.magnitude)
        if left << 1 >= divisor.magnitude { digits += 1 }
        left = 0
        var text = String(digits)
        text = String(repeating: "0", count: max(0, 11 - text.count)) + text
        text.insert(".", at: text.index(text.endIndex, offsetBy: -10))
        return RegoNumber(text: (number.0.signum() < 0 ? "-" : "") + text) ?? RegoNumber(whole)
    }
}
