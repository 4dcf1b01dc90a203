/// A number as Go's `%g` prints it: the fewest digits that say it, with an exponent below 1e-4 and from 1e6 on.
func goText(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Inf" : "+Inf" }
    let (sign, digits, exponent) = decimalDigits(number)
    if number == 0 { return sign + "0" }
    if exponent < -4 || exponent >= 6 {
        let mantissa = digits.count > 1 ? "\(digits.first.map(String.init) ?? "").\(digits.dropFirst())" : digits
        return "\(sign)\(mantissa)e\(exponent < 0 ? "-" : "+")\(padded(abs(exponent), 2))"
    }
    return sign + plainText(digits, exponent)
}

/// A number without an exponent, with the fewest digits.
func plainText(_ number: Double) -> String {
    let (sign, digits, exponent) = decimalDigits(number)
    return number == 0 ? "0" : sign + plainText(digits, exponent)
}

private func plainText(_ digits: String, _ exponent: Int) -> String {
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + digits }
    if digits.count <= exponent + 1 { return digits + String(repeating: "0", count: exponent + 1 - digits.count) }
    return "\(digits.prefix(exponent + 1)).\(digits.dropFirst(exponent + 1))"
}

/// The shortest digits of a finite number and the power of ten of the first of them.
private func decimalDigits(_ number: Double) -> (sign: String, digits: String, exponent: Int) {
    var text = number.magnitude.description
    var exponent = 0
    if let mark = text.firstIndex(of: "e") {
        exponent = Int(text[text.index(after: mark)...]) ?? 0
        text = String(text[..<mark])
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let whole = parts.first.map(String.init) ?? ""
    var digits = whole + (parts.count > 1 ? String(parts[1]) : "")
    exponent += whole.count - 1
    while digits.hasPrefix("0"), digits.count > 1 {
        digits.removeFirst()
        exponent -= 1
    }
    while digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
    return (number.sign == .minus ? "-" : "", digits, exponent)
}
