import GoText

/// Reads a duration as Go does: `1h30m`, `-1.5s`; nil for anything else, and for what is more than 292 years.
func duration(_ text: String) -> Int64? { GoDuration(text)?.nanoseconds }

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
