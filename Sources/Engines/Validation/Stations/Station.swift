package import Diagnostics

/// The stations that manifests pass on their way to a cluster, in this order. `--only` and `--skip` name them, and every
/// finding says which one it comes from.
package enum Station: String, CaseIterable, Sendable {
    case lint, build, schema, semantics, analyzers, policy
    case dryRun = "dry-run"

    /// The ones that this version has.
    package static let present: [Station] = [.build, .schema, .semantics, .analyzers, .policy]
}

/// A finding, and the station that has it.
package struct StationFinding: Sendable, Hashable {
    package var station: Station
    package var finding: Finding

    package init(_ station: Station, _ finding: Finding) {
        self.station = station
        self.finding = finding
    }
}
