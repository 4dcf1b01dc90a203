internal import GoText

/// The times of a schedule as Velero reads them: five fields, or a word such as `@daily`, perhaps after a time zone.
enum CronSchedule {
    private static let words: Set = [
        "@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly",
    ]
    private static let fields: [(name: String, range: ClosedRange<Int>, names: [String])] = [
        ("minute", 0...59, []), ("hour", 0...23, []), ("day of the month", 1...31, []),
        (
            "month", 1...12,
            ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        ),
        ("day of the week", 0...6, ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
    ]

    /// What is wrong with it; nil when it can be read.
    static func problem(_ text: String) -> String? {
        var parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
        if let first = parts.first, first.hasPrefix("TZ=") || first.hasPrefix("CRON_TZ=") { parts.removeFirst() }
        if let first = parts.first, first.hasPrefix("@") {
            if first == "@every" {
                guard parts.count == 2, let pause = GoDuration(parts[1]), pause > .zero else {
                    return "\"@every\" needs a duration, such as \"@every 6h\""
                }
                return nil
            }
            return parts.count == 1 && words.contains(first) ? nil : "there is no \"\(first)\""
        }
        guard parts.count == 5 else {
            return "it has \(parts.count) field\(parts.count == 1 ? "" : "s"), and needs 5: "
                + "minute, hour, day of the month, month, day of the week"
        }
        for (part, field) in zip(parts, fields) {
            for item in part.split(separator: ",", omittingEmptySubsequences: false) {
                guard isValid(item.lowercased(), field.range, field.names) else {
                    return "\"\(item)\" is no \(field.name) (\(field.range.lowerBound) to \(field.range.upperBound))"
                }
            }
        }
        return nil
    }

    private static func isValid(_ text: String, _ range: ClosedRange<Int>, _ names: [String]) -> Bool {
        let steps = text.split(separator: "/", omittingEmptySubsequences: false)
        guard steps.count <= 2, let base = steps.first else { return false }
        if steps.count == 2 { guard let step = Int(steps[1]), step > 0 else { return false } }
        if base == "*" || base == "?" { return true }
        func value(_ text: Substring) -> Int? {
            names.firstIndex(of: String(text)).map { $0 + range.lowerBound } ?? (text.hasPrefix("+") ? nil : Int(text))
        }
        let ends = base.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count <= 2, let low = value(ends[0]), range.contains(low) else { return false }
        guard ends.count == 2 else { return true }
        guard let high = value(ends[1]), range.contains(high) else { return false }
        return low <= high
    }
}
