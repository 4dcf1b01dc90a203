import KubeTypes

/// A moment in nanoseconds, of the years 1 to 9999.
package struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Since 1970 UTC.
    let seconds: Int64
    let nanoseconds: Int32
    /// Seconds east of UTC in the text that it was read from. It says how the moment is written, and nothing else.
    private(set) var offset: Int64 = 0

    /// The first and the last second that there is.
    static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// - Returns: nil outside of the years 1 to 9999.
    init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard Self.range.contains(seconds) else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// Reads RFC 3339: `2026-11-21T14:05:33.5+01:00`.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count, bytes[range].allSatisfy(isDigit) else { return nil }
            return bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), let hour = number(11..<13),
            let minute = number(14..<16), let second = number(17..<19), bytes[4] == 0x2D, bytes[7] == 0x2D,
            bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A, (1...12).contains(month), day >= 1,
            day <= daysInMonth(year, month), hour < 24, minute < 60, second < 60
        else { return nil }
        var rest = bytes[19...]
        var nanoseconds: Int32 = 0
        if rest.first == 0x2E || rest.first == 0x2C {
            let digits = rest.dropFirst().prefix(while: isDigit)
            guard !digits.isEmpty else { return nil }
            for index in 0..<9 {
                let digit = index < digits.count ? Int32(digits[digits.startIndex + index] - 0x30) : 0
                nanoseconds = nanoseconds * 10 + digit
            }
            rest = rest.dropFirst(digits.count + 1)
        }
        guard let offset = Self.offset(rest) else { return nil }
        let days = Int64(daysSince1970(year, month, day))
        self.init(
            seconds: days * 86400 + Int64(hour * 3600 + minute * 60 + second) - offset, nanoseconds: nanoseconds)
        self.offset = offset
    }

    private static func offset(_ text: ArraySlice<UInt8>) -> Int64? {
        if text.count == 1, text.first == 0x5A { return 0 }
        guard text.count == 6, let sign = text.first, sign == 0x2B || sign == 0x2D else { return nil }
        let digits = Array(text.dropFirst())
        guard digits[2] == 0x3A, let hours = Int64(String(decoding: digits[0..<2], as: UTF8.self)),
            let minutes = Int64(String(decoding: digits[3..<5], as: UTF8.self)), hours < 24, minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (sign == 0x2B ? 60 : -60)
    }

    /// - Returns: nil when the result is outside of the years 1 to 9999.
    func adding(nanoseconds other: Int64) -> Moment? {
        let (seconds, rest) = floorDivided(other, by: 1_000_000_000)
        let sum = Int64(nanoseconds) + rest
        let carry: Int64 = sum >= 1_000_000_000 ? 1 : 0
        var moment = Moment(seconds: self.seconds + seconds + carry, nanoseconds: Int32(sum - carry * 1_000_000_000))
        moment?.offset = offset
        return moment
    }

    /// In nanoseconds; nil when they are too many.
    func duration(since other: Moment) -> Int64? {
        let (product, overflow) = (seconds - other.seconds).multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflow else { return nil }
        let (sum, isTooMuch) = product.addingReportingOverflow(Int64(nanoseconds) - Int64(other.nanoseconds))
        return isTooMuch ? nil : sum
    }

    package static func == (a: Moment, b: Moment) -> Bool { a.seconds == b.seconds && a.nanoseconds == b.nanoseconds }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(seconds)
        hasher.combine(nanoseconds)
    }

    package static func < (a: Moment, b: Moment) -> Bool { (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds) }

    /// RFC 3339, in the zone of the text that it was read from.
    package var description: String {
        let civil = CivilTime(self, offset: Int(offset))
        let day = "\(padded(civil.year, 4))-\(padded(civil.month, 2))-\(padded(civil.day, 2))"
        let time = "\(padded(civil.hour, 2)):\(padded(civil.minute, 2)):\(padded(civil.second, 2))"
        return "\(day)T\(time)\(fraction(of: nanoseconds))\(zone)"
    }

    private var zone: String {
        guard offset != 0 else { return "Z" }
        let minutes = Int(offset.magnitude) / 60
        return "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    }
}

/// A moment on the calendar of a place.
struct CivilTime {
    var year, month, day, dayOfYear, dayOfWeek, hour, minute, second: Int

    /// - Parameter offset: Seconds east of UTC.
    init(_ moment: Moment, offset: Int) {
        let (days, rest) = floorDivided(moment.seconds + Int64(offset), by: 86400)
        (year, month, day) = civilDate(daysSince1970: Int(days))
        dayOfYear = Int(days) - daysSince1970(year, 1, 1)
        dayOfWeek = Int(floorDivided(days + 4, by: 7).remainder)
        hour = Int(rest) / 3600
        minute = Int(rest) / 60 % 60
        second = Int(rest) % 60
    }
}

func floorDivided(_ a: Int64, by b: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    return remainder < 0 ? (quotient - 1, remainder + b) : (quotient, remainder)
}

/// `.5` without zeros at its end; nothing for a whole second.
private func fraction(of nanoseconds: Int32) -> String {
    guard nanoseconds > 0 else { return "" }
    var digits = padded(Int(nanoseconds), 9)
    while digits.last == "0" { digits.removeLast() }
    return ".\(digits)"
}

func padded(_ number: Int, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

private func daysInMonth(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
}
