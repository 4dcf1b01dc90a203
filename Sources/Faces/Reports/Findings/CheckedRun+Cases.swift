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

    /// The cases unit by unit. Each unit has all stations that looked, and
    /// those that found something all the same, as reading a comment does; the repository has only the latter.
    var cases: [[StationCase]] {
        var findingsByCase: [[String]: [ReportedFinding]] = [:]
        var (units, told) = (units, layers)
        for reported in findings {
            if !told.contains(reported.layer) { told.append(reported.layer) }
            for unit in reported.units where !units.contains(unit) { units.append(unit) }
            for unit in reported.units.isEmpty ? [""] : reported.units {
                findingsByCase[[unit, reported.layer], default: []].append(reported)
            }
        }
        func cases(of unit: String, named name: String, wanted: [String]) -> [StationCase] {
            told.map { StationCase(unit: name, layer: $0, findings: findingsByCase[[unit, $0]] ?? []) }
                .filter { wanted.contains($0.layer) || !$0.findings.isEmpty }
        }
        let common = cases(of: "", named: Self.repository, wanted: units.isEmpty ? layers : [])
        return (units.map { cases(of: $0, named: $0, wanted: layers) } + [common]).filter { !$0.isEmpty }
    }
}
