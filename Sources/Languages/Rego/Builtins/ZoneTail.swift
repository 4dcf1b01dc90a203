internal import KubeTypes

/// The rule of a zone for all years to come, as POSIX writes it: `PST8PDT,M3.2.0,M11.1.0`, `<+03>-3`.
struct ZoneTail: Sendable {
    private enum Day {
        /// Day 1 to 365; February 29 is never counted.
        case julian(Int)
        /// Day 0 to 365.
        case zeroBased(Int)
        /// The `week`th (5: the last) `weekday` of `month`.
        case weekday(month: Int, week: Int, weekday: Int)
    }

    private struct Change {
        var day: Day
        var time = 7200

        /// Seconds since 1970 on the clock before the change.
        func moment(in year: Int) -> Int {
            let newYear = daysSince1970(year, 1, 1)
            let date: Int
            switch day {
            case .julian(let day): date = newYear + day - 1 + (day >= 60 && daysInMonth(year, 2) == 29 ? 1 : 0)
            case .zeroBased(let day): date = newYear + day
            case .weekday(let month, let week, let weekday):
                let first = daysSince1970(year, month, 1)
                let offset = floorDivided(weekday - (first + 4), 7).1 + (week - 1) * 7
                date = first + (offset >= daysInMonth(year, month) ? offset - 7 : offset)
            }
            return date * 86400 + time
        }
    }

    private var standard: (offset: Int, name: String)
    private var daylight: (offset: Int, name: String)?
    private var start = Change(day: .weekday(month: 3, week: 2, weekday: 0))
    private var end = Change(day: .weekday(month: 11, week: 1, weekday: 0))

    init?(_ text: String) {
        var rest = text.utf8[...]
        guard let name = Self.name(&rest), let offset = Self.time(&rest) else { return nil }
        standard = (-offset, name)
        guard !rest.isEmpty else { return }
        guard let daylightName = Self.name(&rest) else { return nil }
        daylight = (standard.offset + 3600, daylightName)
        if let first = rest.first, first != UInt8(ascii: ",") {
            guard let offset = Self.time(&rest) else { return nil }
            daylight?.offset = -offset
        }
        guard !rest.isEmpty else { return }
        guard let start = Self.change(&rest), let end = Self.change(&rest), rest.isEmpty else { return nil }
        self.start = start
        self.end = end
    }

    private static func name(_ rest: inout Substring.UTF8View) -> String? {
        if rest.first == UInt8(ascii: "<") {
            let name = rest.dropFirst().prefix { $0 != UInt8(ascii: ">") }
            rest = rest.dropFirst(name.count + 2)
            return name.isEmpty ? nil : String(Substring(name))
        }
        let name = rest.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
        rest = rest.dropFirst(name.count)
        return name.count < 3 ? nil : String(Substring(name))
    }

    private static func number(_ rest: inout Substring.UTF8View) -> Int? {
        let digits = rest.prefix(while: isDigit)
        rest = rest.dropFirst(digits.count)
        return digits.count > 4 ? nil : Int(Substring(digits))
    }

    /// `[-]h[:m[:s]]` in seconds.
    private static func time(_ rest: inout Substring.UTF8View) -> Int? {
        let isBelow = rest.first == UInt8(ascii: "-")
        if isBelow || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        guard var total = number(&rest).map({ $0 * 3600 }) else { return nil }
        for unit in [60, 1] where rest.first == UInt8(ascii: ":") {
            rest = rest.dropFirst()
            guard let part = number(&rest) else { return nil }
            total += part * unit
        }
        return isBelow ? -total : total
    }

    private static func change(_ rest: inout Substring.UTF8View) -> Change? {
        guard rest.popFirst() == UInt8(ascii: ",") else { return nil }
        var change: Change
        switch rest.first {
        case UInt8(ascii: "M"):
            var numbers: [Int] = []
            for _ in 0..<3 {
                rest = rest.dropFirst()
                guard let number = number(&rest) else { return nil }
                numbers.append(number)
            }
            guard (1...12).contains(numbers[0]), (1...5).contains(numbers[1]), (0...6).contains(numbers[2]) else {
                return nil
            }
            change = Change(day: .weekday(month: numbers[0], week: numbers[1], weekday: numbers[2]))
        case UInt8(ascii: "J"):
            rest = rest.dropFirst()
            guard let day = number(&rest) else { return nil }
            change = Change(day: .julian(day))
        default:
            guard let day = number(&rest) else { return nil }
            change = Change(day: .zeroBased(day))
        }
        if rest.first == UInt8(ascii: "/") {
            rest = rest.dropFirst()
            guard let time = time(&rest) else { return nil }
            change.time = time
        }
        return change
    }

    func offset(at seconds: Int) -> (offset: Int, name: String) {
        guard let daylight else { return standard }
        let year = civilDate(daysSince1970: floorDivided(seconds + standard.offset, 86400).0).year
        let from = start.moment(in: year) - standard.offset
        let to = end.moment(in: year) - daylight.offset
        // In the south, daylight saving time goes on over the end of the year.
        let isDaylight = from < to ? from <= seconds && seconds < to : !(to <= seconds && seconds < from)
        return isDaylight ? daylight : standard
    }
}
