internal import KubeTypes

/// A moment as clock and calendar of a zone show it.
struct CivilMoment {
    let nanoseconds: Int
    let zone: ZoneRules
    let offset: Int
    let abbreviation: String
    private(set) var year: Int
    private(set) var month: Int
    private(set) var day: Int
    let dayOfYear: Int
    /// From Sunday, 0.
    let weekday: Int
    let hour: Int
    let minute: Int
    let second: Int
    /// Nanoseconds of the second.
    let fraction: Int

    /// - Parameter nanoseconds: Since 1970.
    init(_ nanoseconds: Int, in zone: ZoneRules) {
        self.nanoseconds = nanoseconds
        self.zone = zone
        let (seconds, fraction) = floorDivided(nanoseconds, 1_000_000_000)
        self.fraction = fraction
        (offset, abbreviation) = zone.offset(at: seconds)
        let (days, rest) = floorDivided(seconds + offset, 86400)
        (year, month, day) = civilDate(daysSince1970: days)
        dayOfYear = days - daysSince1970(year, 1, 1) + 1
        weekday = floorDivided(days + 4, 7).1
        (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
    }

    /// With days and months beyond their usual ranges carried over: October 32 is November 1.
    func adding(years: Int, months: Int, days: Int) -> (Int, nanoseconds: Int)? {
        let (carried, month) = floorDivided(self.month - 1 + months, 12)
        let date = daysSince1970(year + years + carried, month + 1, 1) + day - 1 + days
        let local = date * 86400 + hour * 3600 + minute * 60 + second
        return (zone.seconds(ofLocal: local), fraction)
    }

    /// Years, months, days, hours, minutes and seconds up to a later moment of the same zone.
    func distance(to later: CivilMoment) -> [Int] {
        var parts = [
            later.year - year, later.month - month, later.day - day, later.hour - hour, later.minute - minute,
            later.second - second,
        ]
        for (index, size) in [(5, 60), (4, 60), (3, 24), (2, daysInMonth(year, month)), (1, 12)] where parts[index] < 0
        {
            parts[index] += size
            parts[index - 1] -= 1
        }
        return parts
    }
}

func daysInMonth(_ year: Int, _ month: Int) -> Int {
    month == 12 ? 31 : daysSince1970(year, month + 1, 1) - daysSince1970(year, month, 1)
}

func floorDivided(_ a: Int, _ b: Int) -> (Int, Int) {
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    return remainder < 0 ? (quotient - 1, remainder + b) : (quotient, remainder)
}
