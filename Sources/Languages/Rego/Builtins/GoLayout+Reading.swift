internal import KubeTypes

extension GoLayout {
    /// What was read so far.
    private struct Reading {
        var rest: ArraySlice<UInt8>
        var year = 0
        var month: Int?
        var day: Int?
        var dayOfYear: Int?
        var hour = 0
        var minute = 0
        var second = 0
        var nanoseconds = 0
        var isAfternoon: Bool?
        var offset = 0
    }

    /// Seconds since 1970, and the nanoseconds of the second.
    ///
    /// - Throws: what does not fit the layout.
    func parsed(_ text: String) throws(BuiltinFailure) -> (Int, nanoseconds: Int) {
        var reading = Reading(rest: Array(text.utf8)[...])
        func mistake(_ what: String) -> BuiltinFailure {
            BuiltinFailure("parsing time \(goQuoted(text)) as \(goQuoted(source)): \(what)")
        }
        for (index, element) in elements.enumerated() {
            let before = reading.rest
            let next = index + 1 < elements.count ? elements[index + 1] : nil
            guard Self.read(element, &reading, next: next) else {
                throw mistake("cannot parse \(goQuoted(String(decoding: before, as: UTF8.self))) as \(element)")
            }
        }
        guard reading.rest.isEmpty else {
            throw mistake("extra text: \(goQuoted(String(decoding: reading.rest, as: UTF8.self)))")
        }
        guard let seconds = Self.seconds(reading) else { throw mistake("out of range") }
        return (seconds, reading.nanoseconds)
    }

    private static func seconds(_ reading: Reading) -> Int? {
        var (month, day) = (reading.month ?? 1, reading.day ?? 1)
        if let number = reading.dayOfYear {
            let newYear = daysSince1970(reading.year, 1, 1)
            let date = civilDate(daysSince1970: newYear + number - 1)
            guard number >= 1, date.year == reading.year, reading.month == nil || reading.month == date.month,
                reading.day == nil || reading.day == date.day
            else { return nil }
            (month, day) = (date.month, date.day)
        }
        guard (1...12).contains(month), day >= 1, day <= daysInMonth(reading.year, month) else { return nil }
        var hour = reading.hour
        if reading.isAfternoon == true, hour < 12 { hour += 12 }
        if reading.isAfternoon == false, hour == 12 { hour = 0 }
        guard hour < 24, reading.minute < 60, reading.second < 60 else { return nil }
        let date = daysSince1970(reading.year, month, day) * 86400
        return date + hour * 3600 + reading.minute * 60 + reading.second - reading.offset
    }

    private static func read(_ element: Element, _ reading: inout Reading, next: Element?) -> Bool {
        switch element {
        case .text(let text): return skip(text, &reading.rest)
        case .longYear: return take(4...4, &reading.rest) { reading.year = $0 }
        case .year: return take(2...2, &reading.rest) { reading.year = $0 + ($0 >= 69 ? 1900 : 2000) }
        case .longMonth: return take(months, &reading.rest) { reading.month = $0 + 1 }
        case .month: return take(months.map { String($0.prefix(3)) }, &reading.rest) { reading.month = $0 + 1 }
        case .monthNumber: return take(1...2, &reading.rest) { reading.month = $0 }
        case .zeroMonth: return take(2...2, &reading.rest) { reading.month = $0 }
        case .longWeekday: return take(weekdays, &reading.rest) { _ in }
        case .weekday: return take(weekdays.map { String($0.prefix(3)) }, &reading.rest) { _ in }
        case .day, .blankDay:
            if element == .blankDay, reading.rest.first == UInt8(ascii: " ") { reading.rest.removeFirst() }
            return take(1...2, &reading.rest) { reading.day = $0 }
        case .zeroDay: return take(2...2, &reading.rest) { reading.day = $0 }
        case .dayOfYear, .blankDayOfYear:
            for _ in 0..<2 where reading.rest.first == UInt8(ascii: " ") { reading.rest.removeFirst() }
            return take(1...3, &reading.rest) { reading.dayOfYear = $0 }
        case .zeroDayOfYear: return take(3...3, &reading.rest) { reading.dayOfYear = $0 }
        case .hour: return take(1...2, &reading.rest) { reading.hour = $0 } && reading.hour < 24
        case .twelveHour: return take(1...2, &reading.rest) { reading.hour = $0 } && reading.hour <= 12
        case .zeroTwelveHour: return take(2...2, &reading.rest) { reading.hour = $0 } && reading.hour <= 12
        case .minute: return take(1...2, &reading.rest) { reading.minute = $0 }
        case .zeroMinute: return take(2...2, &reading.rest) { reading.minute = $0 }
        case .second, .zeroSecond:
            guard take((element == .second ? 1 : 2)...2, &reading.rest, { reading.second = $0 }) else { return false }
            // A fraction that the layout does not name is taken too.
            if case .fraction = next { return true }
            _ = takeFraction(&reading)
            return true
        case .upperHalf: return take(["AM", "PM"], &reading.rest, isExact: true) { reading.isAfternoon = $0 == 1 }
        case .lowerHalf: return take(["am", "pm"], &reading.rest, isExact: true) { reading.isAfternoon = $0 == 1 }
        case .zoneName: return takeZoneName(&reading)
        case .zone(let isZ, let parts, let hasColons): return takeZone(&reading, isZ, parts, hasColons)
        case .fraction(let digits, let isFixed, _):
            guard isFixed else {
                _ = takeFraction(&reading)
                return true
            }
            return takeFraction(&reading, digits)
        }
    }

    /// A blank stands for any number of blanks, also for none at the end.
    private static func skip(_ text: String, _ rest: inout ArraySlice<UInt8>) -> Bool {
        var text = Array(text.utf8)[...]
        while let byte = text.first {
            if byte == UInt8(ascii: " ") {
                if let first = rest.first, first != byte { return false }
                text = text.drop { $0 == byte }
                rest = rest.drop { $0 == byte }
                continue
            }
            guard rest.first == byte else { return false }
            text.removeFirst()
            rest.removeFirst()
        }
        return true
    }

    private static func take(_ width: ClosedRange<Int>, _ rest: inout ArraySlice<UInt8>, _ use: (Int) -> Void) -> Bool {
        let digits = rest.prefix(width.upperBound).prefix(while: isDigit)
        guard digits.count >= width.lowerBound, let number = Int(String(decoding: digits, as: UTF8.self)) else {
            return false
        }
        rest = rest.dropFirst(digits.count)
        use(number)
        return true
    }

    private static func take(
        _ words: [String], _ rest: inout ArraySlice<UInt8>, isExact: Bool = false, _ use: (Int) -> Void
    ) -> Bool {
        for (index, word) in words.enumerated() {
            let found = rest.prefix(word.utf8.count)
            let isFound =
                isExact ? found.elementsEqual(word.utf8) : found.map { $0 | 0x20 } == word.utf8.map { $0 | 0x20 }
            guard isFound else { continue }
            rest = rest.dropFirst(found.count)
            use(index)
            return true
        }
        return false
    }

    /// - Parameter count: So many digits; nil for all.
    private static func takeFraction(_ reading: inout Reading, _ count: Int? = nil) -> Bool {
        guard let first = reading.rest.first, first == UInt8(ascii: ".") || first == UInt8(ascii: ",") else {
            return false
        }
        let all = reading.rest.dropFirst().prefix(while: isDigit)
        let digits = all.prefix(count ?? all.count)
        guard !digits.isEmpty, digits.count >= count ?? 1 else { return false }
        let padded =
            String(decoding: digits.prefix(9), as: UTF8.self) + String(repeating: "0", count: max(0, 9 - digits.count))
        reading.nanoseconds = Int(padded) ?? 0
        reading.rest = reading.rest.dropFirst(digits.count + 1)
        return true
    }

    private static func takeZone(_ reading: inout Reading, _ isZ: Bool, _ parts: Int, _ hasColons: Bool) -> Bool {
        if isZ, reading.rest.first == UInt8(ascii: "Z") {
            reading.rest.removeFirst()
            return true
        }
        guard let sign = reading.rest.popFirst(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
            return false
        }
        var offset = 0
        for (index, unit) in [3600, 60, 1].prefix(parts).enumerated() {
            if hasColons, index > 0 { guard reading.rest.popFirst() == UInt8(ascii: ":") else { return false } }
            var number = 0
            guard take(2...2, &reading.rest, { number = $0 }), number <= (index == 0 ? 24 : 60) else { return false }
            offset += number * unit
        }
        reading.offset = sign == UInt8(ascii: "-") ? -offset : offset
        return true
    }

    /// A name says nothing of the offset, except `GMT+3`, as in Go where the zone is not the machine's own.
    private static func takeZoneName(_ reading: inout Reading) -> Bool {
        let capitals = reading.rest.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        let name = String(decoding: reading.rest.prefix(4), as: UTF8.self)
        var count = capitals.count
        if name == "ChST" || name == "MeST" { count = 4 }
        if count == 0, let sign = reading.rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            let digits = reading.rest.dropFirst().prefix(while: isDigit)
            guard let hours = Int(String(decoding: digits, as: UTF8.self)), hours < 24 else { return false }
            reading.rest = reading.rest.dropFirst(1 + digits.count)
            return true
        }
        let last = reading.rest.dropFirst(max(0, count - 1)).first
        guard
            count == 3 || count == 4 && (last == UInt8(ascii: "T") || name == "WITA")
                || count == 5 && last == UInt8(ascii: "T")
        else {
            return false
        }
        reading.rest = reading.rest.dropFirst(count)
        if name.hasPrefix("GMT"), let sign = reading.rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
        {
            let digits = reading.rest.dropFirst().prefix(while: isDigit)
            guard let hours = Int(String(decoding: digits, as: UTF8.self)), hours < 24 else { return true }
            reading.offset = (sign == UInt8(ascii: "-") ? -hours : hours) * 3600
            reading.rest = reading.rest.dropFirst(1 + digits.count)
        }
        return true
    }
}
