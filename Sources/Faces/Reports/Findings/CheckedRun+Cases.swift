internal import Diagnostics

/// What one station says of one unit: what formats of tests call a test case.
struct StationCase {
    var unit: String
    var layer: String
    var findings: [ReportedFinding] = []

    func count(_ severity: Severity) -> Int { findings.count { $0.finding.severity == severity } }

    func fails(on limit: Severity?) -> Bool {
        guard let limit else { return false }
        return findings.contains { $0.finding.severity >= limit }
    }
}

extension CheckedRun {
    /// What findings belong to that no unit has, and all where units are not told apart.
    static let repository = "repository"

    /// The cases unit by unit. Each unit has all stations that looked, the repository only those that found something.
    var cases: [[StationCase]] {
        var findingsByCase: [[String]: [ReportedFinding]] = [:]
        var (units, layers) = (units, layers)
        for reported in findings {
            if !layers.contains(reported.layer) { layers.append(reported.layer) }
            for unit in reported.units where !units.contains(unit) { units.append(unit) }
            for unit in reported.units.isEmpty ? [""] : reported.units {
                findingsByCase[[unit, reported.layer], default: []].append(reported)
            }
        }
        var cases = units.map { unit in
            layers.map { StationCase(unit: unit, layer: $0, findings: findingsByCase[[unit, $0]] ?? []) }
        }
        let common = layers.map {
            StationCase(unit: Self.repository, layer: $0, findings: findingsByCase[["", $0]] ?? [])
        }.filter { units.isEmpty || !$0.findings.isEmpty }
        if !common.isEmpty { cases.append(common) }
        return cases.filter { !$0.isEmpty }
    }
}
