/// Reads a duration as Go does: `1h30m`, `-1.5s`; nil for anything else, and for what is more than 292 years.
func duration(_ text: String) -> Int64? {
    var rest = text.utf8[...]
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        isNegative = sign == UInt8(ascii: "-")
        rest = rest.dropFirst()
    }
    if rest.elementsEqual("0".utf8) { return 0 }
    guard !rest.isEmpty else { return nil }
    var total: Int64 = 0
    while !rest.isEmpty {
        guard let part = takePart(&rest) else { return nil }
        let (sum, overflow) = total.subtractingReportingOverflow(part)
        if overflow { return nil }
        total = sum
    }
    // Counted below zero, where there is room for one more.
    if isNegative { return total }
    return total == .min ? nil : -total
}

/// A number with its unit, in nanoseconds.
private func takePart(_ rest: inout Substring.UTF8View) -> Int64? {
    func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    let whole = rest.prefix(while: isDigit)
    rest = rest[whole.endIndex...]
    var digits = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
        digits = rest.prefix(while: isDigit)
        rest = rest[digits.endIndex...]
    }
    guard !whole.isEmpty || !digits.isEmpty else { return nil }
    let name = rest.prefix { !isDigit($0) && $0 != UInt8(ascii: ".") }
    rest = rest[name.endIndex...]
    guard let unit = units[String(Substring(name))] else { return nil }
    let number: Int64? = whole.isEmpty ? 0 : Int64(String(Substring(whole)))
    guard let number, case let (product, overflow) = number.multipliedReportingOverflow(by: unit), !overflow else {
        return nil
    }
    var scale = Double(unit)
    var fraction = 0.0
    for digit in digits {
        scale /= 10
        fraction += Double(digit - 0x30) * scale
    }
    let (sum, isTooMuch) = product.addingReportingOverflow(Int64(fraction.rounded(.toNearestOrEven)))
    return isTooMuch ? nil : sum
}

/// As `format: duration` in a schema: also with words and blanks, `3 days`.
func duration(lenient text: String) -> Int64? {
    if let plain = duration(text) { return plain }
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    let digits = first.prefix { $0.isNumber }
    let name = words.count == 2 ? words[1] : String(first.dropFirst(digits.count))
    guard words.count <= 2, let number = Int64(digits), let unit = longUnits[name.lowercased()],
        words.count == 1 || digits.count == first.count
    else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: unit)
    return overflow ? nil : product
}

/// As CEL prints it: seconds, `3723.5s`.
func durationText(_ nanoseconds: Int64) -> String {
    let magnitude = nanoseconds.magnitude
    var text = "\(magnitude / 1_000_000_000)"
    let rest = Int(magnitude % 1_000_000_000)
    if rest > 0 {
        var digits = padded(rest, 9)
        while digits.last == "0" { digits.removeLast() }
        text += ".\(digits)"
    }
    return (nanoseconds < 0 ? "-" : "") + text + "s"
}

private let units: [String: Int64] = [
    "ns": 1, "us": 1000, "µs": 1000, "μs": 1000, "ms": 1_000_000, "s": 1_000_000_000, "m": 60_000_000_000,
    "h": 3_600_000_000_000,
]
private let longUnits: [String: Int64] = {
    let day: Int64 = 86_400_000_000_000
    let names: [(Int64, [String])] = [
        (1, ["ns", "nano", "nanos", "nanosecond", "nanoseconds"]),
        (1000, ["us", "µs", "micro", "micros", "microsecond", "microseconds"]),
        (1_000_000, ["ms", "milli", "millis", "millisecond", "milliseconds"]),
        (1_000_000_000, ["s", "sec", "secs", "second", "seconds"]),
        (60_000_000_000, ["m", "min", "mins", "minute", "minutes"]), (3_600_000_000_000, ["h", "hr", "hour", "hours"]),
        (day, ["d", "day", "days"]), (7 * day, ["w", "wk", "week", "weeks"]),
    ]
    return Dictionary(
        names.flatMap { unit, names in names.map { ($0, unit) } }, uniquingKeysWith: { first, _ in first })
}()
