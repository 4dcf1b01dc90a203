/// A layout of Go's package `time`: the moment Monday, January 2, 15:04:05, 2006, zone -0700, as it shall look.
struct GoLayout {
    enum Element: Equatable {
        case text(String)
        case longYear, year, longMonth, month, monthNumber, longWeekday, weekday, day, dayOfYear
        /// Two digits; `day` and the like without.
        case zeroMonth, zeroDay, blankDay, zeroDayOfYear, blankDayOfYear
        case hour, twelveHour, zeroTwelveHour, minute, zeroMinute, second, zeroSecond
        case upperHalf, lowerHalf, zoneName
        /// `Z07:00` (with `Z` for UTC), `-07:00`: how many of hours, minutes, seconds, and whether with colons.
        case zone(isZ: Bool, parts: Int, hasColons: Bool)
        /// `.000`: so many digits; `.999`: without zeros at the end.
        case fraction(digits: Int, isFixed: Bool, separator: String)
    }

    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    private static let named = [
        "ANSIC": "Mon Jan _2 15:04:05 2006", "UnixDate": "Mon Jan _2 15:04:05 MST 2006",
        "RubyDate": "Mon Jan 02 15:04:05 -0700 2006",
        "RFC822": "02 Jan 06 15:04 MST", "RFC822Z": "02 Jan 06 15:04 -0700", "RFC850": "Monday, 02-Jan-06 15:04:05 MST",
        "RFC1123": "Mon, 02 Jan 2006 15:04:05 MST", "RFC1123Z": "Mon, 02 Jan 2006 15:04:05 -0700",
        "RFC3339": "2006-01-02T15:04:05Z07:00", "RFC3339Nano": "2006-01-02T15:04:05.999999999Z07:00",
    ]

    /// Longer words come before those that they begin with.
    private static let words: [(String, Element)] = [
        ("January", .longMonth), ("Monday", .longWeekday), ("MST", .zoneName), ("2006", .longYear),
        ("002", .zeroDayOfYear), ("01", .zeroMonth), ("02", .zeroDay), ("03", .zeroTwelveHour), ("04", .zeroMinute),
        ("05", .zeroSecond), ("06", .year), ("15", .hour), ("1", .monthNumber), ("__2", .blankDayOfYear),
        ("_2", .blankDay),
        ("2", .day), ("3", .twelveHour), ("4", .minute), ("5", .second), ("PM", .upperHalf), ("pm", .lowerHalf),
        ("-07:00:00", .zone(isZ: false, parts: 3, hasColons: true)),
        ("-070000", .zone(isZ: false, parts: 3, hasColons: false)),
        ("-07:00", .zone(isZ: false, parts: 2, hasColons: true)),
        ("-0700", .zone(isZ: false, parts: 2, hasColons: false)),
        ("-07", .zone(isZ: false, parts: 1, hasColons: false)),
        ("Z07:00:00", .zone(isZ: true, parts: 3, hasColons: true)),
        ("Z070000", .zone(isZ: true, parts: 3, hasColons: false)),
        ("Z07:00", .zone(isZ: true, parts: 2, hasColons: true)),
        ("Z0700", .zone(isZ: true, parts: 2, hasColons: false)), ("Z07", .zone(isZ: true, parts: 1, hasColons: false)),
    ]

    let source: String
    let elements: [Element]

    /// - Parameter source: A layout, or the name of one of Go's.
    init(_ source: String) {
        self.source = source
        var rest = Array((Self.named[source] ?? source).utf8)[...]
        var elements: [Element] = []
        var text: [UInt8] = []
        while !rest.isEmpty {
            guard let (element, count) = Self.element(rest) else {
                text.append(rest.removeFirst())
                continue
            }
            if !text.isEmpty { elements.append(.text(String(decoding: text, as: UTF8.self))) }
            text = []
            elements.append(element)
            rest = rest.dropFirst(count)
        }
        if !text.isEmpty { elements.append(.text(String(decoding: text, as: UTF8.self))) }
        self.elements = elements
    }

    private static func element(_ rest: ArraySlice<UInt8>) -> (Element, Int)? {
        // `_2006` is a year after an underscore.
        if rest.starts(with: "_2006".utf8) { return (.text("_"), 1) }
        if let (word, element) = words.first(where: { rest.starts(with: $0.0.utf8) }) {
            return (element, word.utf8.count)
        }
        for (word, element) in [("Jan", Element.month), ("Mon", .weekday)] where rest.starts(with: word.utf8) {
            let next = rest.dropFirst(3).first
            return next.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ?? false ? nil : (element, 3)
        }
        guard let separator = rest.first, separator == UInt8(ascii: ".") || separator == UInt8(ascii: ","),
            let digit = rest.dropFirst().first, digit == UInt8(ascii: "0") || digit == UInt8(ascii: "9")
        else { return nil }
        let digits = rest.dropFirst().prefix { $0 == digit }.count
        if let next = rest.dropFirst(digits + 1).first, isDigit(next) { return nil }
        let text = String(Unicode.Scalar(separator))
        return (.fraction(digits: digits, isFixed: digit == UInt8(ascii: "0"), separator: text), digits + 1)
    }

    /// The moment in this layout.
    func text(_ time: CivilMoment) -> String { elements.reduce(into: "") { $0 += Self.text($1, time) } }

    private static func text(_ element: Element, _ time: CivilMoment) -> String {
        let twelve = time.hour % 12 == 0 ? 12 : time.hour % 12
        switch element {
        case .text(let text): return text
        case .longYear: return (time.year < 0 ? "-" : "") + padded(abs(time.year), 4)
        case .year: return padded(floorDivided(time.year, 100).1, 2)
        case .longMonth: return months[time.month - 1]
        case .month: return String(months[time.month - 1].prefix(3))
        case .monthNumber: return String(time.month)
        case .zeroMonth: return padded(time.month, 2)
        case .longWeekday: return weekdays[time.weekday]
        case .weekday: return String(weekdays[time.weekday].prefix(3))
        case .day: return String(time.day)
        case .zeroDay: return padded(time.day, 2)
        case .blankDay: return padded(time.day, 2, with: " ")
        case .dayOfYear, .zeroDayOfYear: return padded(time.dayOfYear, 3)
        case .blankDayOfYear: return padded(time.dayOfYear, 3, with: " ")
        case .hour: return padded(time.hour, 2)
        case .twelveHour: return String(twelve)
        case .zeroTwelveHour: return padded(twelve, 2)
        case .minute: return String(time.minute)
        case .zeroMinute: return padded(time.minute, 2)
        case .second: return String(time.second)
        case .zeroSecond: return padded(time.second, 2)
        case .upperHalf: return time.hour < 12 ? "AM" : "PM"
        case .lowerHalf: return time.hour < 12 ? "am" : "pm"
        case .zoneName: return time.abbreviation
        case .zone(let isZ, let parts, let hasColons): return zoneText(time.offset, isZ, parts, hasColons)
        case .fraction(let digits, let isFixed, let separator):
            var text = String(padded(time.fraction, 9).prefix(digits))
            text += String(repeating: "0", count: max(0, digits - 9))
            if !isFixed { while text.hasSuffix("0") { text.removeLast() } }
            return text.isEmpty ? "" : separator + text
        }
    }

    private static func zoneText(_ offset: Int, _ isZ: Bool, _ parts: Int, _ hasColons: Bool) -> String {
        if isZ, offset == 0 { return "Z" }
        let all = [offset.magnitude / 3600, offset.magnitude / 60 % 60, offset.magnitude % 60]
        return (offset < 0 ? "-" : "+")
            + all.prefix(parts).map { padded(Int($0), 2) }.joined(separator: hasColons ? ":" : "")
    }

    private static func padded(_ number: Int, _ width: Int, with pad: String = "0") -> String {
        let digits = String(number)
        return String(repeating: pad, count: max(0, width - digits.count)) + digits
    }
}
