internal import Diagnostics

extension [StationFinding] {
    /// Each finding once, with all units that have it: overlays share what their bases say. The first one keeps its place.
    var shared: [StationFinding] {
        var indices: [Told: Int] = [:]
        var result: [StationFinding] = []
        for entry in self {
            let told = Told(entry)
            guard let index = indices[told] else {
                indices[told] = result.count
                result.append(entry)
                continue
            }
            for unit in entry.units where !result[index].units.contains(unit) { result[index].units.append(unit) }
        }
        return result
    }
}

/// What makes two findings the same to who reads them.
private struct Told: Hashable {
    var station: Station
    var code: Code
    var severity: Severity
    var message: String
    var place: Place

    init(_ entry: StationFinding) {
        station = entry.station
        code = entry.finding.code
        severity = entry.finding.severity
        message = entry.finding.message
        place = entry.finding.place
    }
}
