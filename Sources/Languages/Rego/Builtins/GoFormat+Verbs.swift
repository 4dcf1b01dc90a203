internal import BigInt

extension GoFormat.Argument {
    var goType: String {
        switch self {
        case .int(let value): Int(exactly: value) == nil ? "*big.Int" : "int"
        case .float: "float64"
        case .string: "string"
        }
    }

    /// The argument as `verb` shows it, or Go's words for a verb that does not fit: `%!d(string=hi)`.
    func text(_ verb: Unicode.Scalar, _ flags: GoFormat.Flags) -> String {
        if verb == "T" { return flags.padded(goType) }
        let text =
            switch self {
            case .int(let value): flags.integer(value, verb)
            case .float(let value): flags.float(value, verb)
            case .string(let value): flags.string(value, verb)
            }
        return text ?? "%!\(verb)(\(badType)=\(self.text("v", GoFormat.Flags())))"
    }

    private var badType: String { goType == "*big.Int" ? "big.Int" : goType }
}

extension GoFormat.Flags {
    func padded(_ text: String) -> String {
        let count = (width ?? 0) - text.unicodeScalars.count
        guard count > 0 else { return text }
        if minus { return text + String(repeating: " ", count: count) }
        return String(repeating: zero ? "0" : " ", count: count) + text
    }

    fileprivate func integer(_ value: BigInt, _ verb: Unicode.Scalar) -> String? {
        let isBig = Int(exactly: value) == nil
        switch verb {
        case "v", "d": return digits(value, 10)
        case "s" where isBig: return digits(value, 10)
        case "b": return digits(value, 2, prefix: sharp ? "0b" : "")
        case "o": return digits(value, 8, prefix: sharp ? "0" : "")
        case "O": return digits(value, 8, prefix: "0o")
        case "x": return digits(value, 16, prefix: sharp ? "0x" : "")
        case "X": return digits(value, 16, isUppercase: true, prefix: sharp ? "0X" : "")
        case "c" where !isBig: return padded(String(scalar(value)))
        case "q" where !isBig: return padded("'\(goEscaped(scalar(value), quote: "'", isASCII: plus))'")
        case "U" where !isBig:
            let hex = String(UInt64(truncatingIfNeeded: Int(value)), radix: 16, uppercase: true)
            let text = "U+" + String(repeating: "0", count: max(0, max(4, precision ?? 0) - hex.count)) + hex
            var spaced = self
            spaced.zero = false
            return spaced.padded(sharp ? "\(text) '\(scalar(value))'" : text)
        default: return nil
        }
    }

    private func scalar(_ value: BigInt) -> Unicode.Scalar {
        UInt32(exactly: value).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    }

    private func digits(_ value: BigInt, _ radix: Int, isUppercase: Bool = false, prefix: String = "") -> String {
        var digits = String(value.magnitude, radix: radix, uppercase: isUppercase)
        let sign = value.signum() < 0 ? "-" : (plus ? "+" : (space ? " " : ""))
        var spaced = self
        spaced.zero = false
        if precision == 0, value.isZero { return spaced.padded("") }
        var least = precision ?? 0
        if precision == nil, zero, let width { least = width - sign.count }
        digits = String(repeating: "0", count: max(0, least - digits.count)) + digits
        let isMarked = prefix == "0" && digits.hasPrefix("0")
        return spaced.padded(sign + (isMarked ? "" : prefix) + digits)
    }

    fileprivate func float(_ value: Double, _ verb: Unicode.Scalar) -> String? {
        let magnitude = value.magnitude
        let text: String
        switch verb {
        case "f", "F": text = fixedText(magnitude, precision ?? 6)
        case "e", "E":
            let (digits, power) = roundedDigits(magnitude, (precision ?? 6) + 1)
            text = exponentText(digits, power, letter: verb == "e" ? "e" : "E")
        case "v", "g", "G":
            text = generalText(magnitude, letter: verb == "G" ? "E" : "e")
        case "b", "x", "X": return binaryFloat(value, verb)
        default: return nil
        }
        return signed(text, isNegative: value.sign == .minus)
    }

    private func signed(_ text: String, isNegative: Bool) -> String {
        let sign = isNegative ? "-" : (plus ? "+" : (space ? " " : ""))
        guard zero, let width, !minus else { return padded(sign + text) }
        return sign + String(repeating: "0", count: max(0, width - sign.count - text.count)) + text
    }

    private func generalText(_ value: Double, letter: String) -> String {
        guard value != 0 else {
            return sharp ? "0." + String(repeating: "0", count: max(0, (precision ?? 6) - 1)) : "0"
        }
        var (digits, power) = shortestDigits(of: value)
        var limit = 6
        if let precision {
            let count = max(1, precision)
            (digits, power) = roundedDigits(value, count)
            if !sharp { while digits.count > 1, digits.last == 0 { digits.removeLast() } }
            // As many digits as asked decide, but not more than there are before the point.
            limit = count > digits.count && digits.count >= power + 1 ? digits.count : count
        } else if sharp {
            digits += Array(repeating: 0, count: max(0, 6 - digits.count))
        }
        return power < -4 || power >= limit ? exponentText(digits, power, letter: letter) : plainText(digits, power)
    }

    /// `%b`: the mantissa and the power of two; `%x`: both in hexadecimal digits.
    private func binaryFloat(_ value: Double, _ verb: Unicode.Scalar) -> String {
        let isNegative = value.sign == .minus
        if verb == "b" {
            let mantissa = value.isNormal ? value.significandBitPattern | 1 << 52 : value.significandBitPattern
            let power = max(Int(value.exponentBitPattern), 1) - 1075
            return signed("\(mantissa)p\(power < 0 ? "" : "+")\(power)", isNegative: isNegative)
        }
        var fraction = value == 0 ? "" : String(UInt64((value.magnitude.significand - 1) * 0x1p52) | 1 << 52, radix: 16)
        if !fraction.isEmpty { fraction.removeFirst() }
        while fraction.last == "0" { fraction.removeLast() }
        let power = value == 0 ? 0 : Int(value.exponent)
        let exponent = (power < 0 ? "-" : "+") + (power.magnitude < 10 ? "0" : "") + String(power.magnitude)
        let text = "0x\(value == 0 ? 0 : 1)\(fraction.isEmpty ? "" : "." + fraction)p\(exponent)"
        return signed(verb == "X" ? text.uppercased() : text, isNegative: isNegative)
    }

    fileprivate func string(_ value: String, _ verb: Unicode.Scalar) -> String? {
        let cut = precision.map { String(value.unicodeScalars.prefix($0)) } ?? value
        switch verb {
        case "v": return padded(sharp ? goQuoted(cut) : cut)
        case "s": return padded(cut)
        case "q":
            if sharp,
                !cut.unicodeScalars.contains(where: { $0 == "`" || $0 == "\u{FEFF}" || $0.value < 0x20 && $0 != "\t" })
            {
                return padded("`\(cut)`")
            }
            return padded(goQuoted(cut, isASCII: plus))
        case "x", "X":
            let bytes = precision.map { Array(value.utf8.prefix($0)) } ?? Array(value.utf8)
            let mark = sharp ? (verb == "x" ? "0x" : "0X") : ""
            let pairs = bytes.map { verb == "x" ? hexText([$0]) : hexText([$0]).uppercased() }
            if pairs.isEmpty { return padded("") }
            return padded(space ? pairs.map { mark + $0 }.joined(separator: " ") : mark + pairs.joined())
        default: return nil
        }
    }
}
