package import Diagnostics

/// The stations that manifests pass on their way to a cluster, in this order. `--only` and `--skip` name them, and every
/// finding says which one it comes from.
package enum Station: String, CaseIterable, Sendable {
    case lint, build, schema, semantics, analyzers, policy
    case dryRun = "dry-run"

    /// Those that need nothing but files.
    package static let local = allCases.filter { $0 != .dryRun }
}

/// A finding, and the station that has it.
package struct StationFinding: Sendable, Hashable {
    package var station: Station
    package var finding: Finding
    /// The units that have it, by their names; none when it is about a file alone.
    package var units: [String]

    package init(_ station: Station, _ finding: Finding, unit: String? = nil) {
        self.station = station
        self.finding = finding
        units = unit.map { [$0] } ?? []
    }
}
