internal import Diagnostics
internal import GitRepository
internal import Reports
internal import Validation

extension CheckedRun {
    /// What stations found, without telling units apart.
    init(_ findings: [StationFinding], stations: Set<Station>, of manifests: ManifestSet? = nil) {
        self.init(
            units: [], layers: Station.allCases.filter(stations.contains).map(\.rawValue),
            findings: findings.map { ReportedFinding(layer: $0.station.rawValue, finding: $0.finding) },
            files: manifests?.fileCount ?? 0, objects: manifests?.objects.count ?? 0)
    }

    /// What a gate found, unit by unit.
    init(_ result: GateResult, changes: WorkTreeChanges?) {
        self.init(
            units: result.units, layers: result.stations.map(\.rawValue),
            findings: result.findings.map { entry in
                ReportedFinding(
                    layer: entry.station.rawValue, finding: entry.finding, units: entry.units,
                    isInChange: changes?.hasLine(of: entry.finding.place) ?? false)
            },
            files: result.fileCount, objects: result.objectCount)
    }
}

extension WorkTreeChanges {
    fileprivate func hasLine(of place: Place) -> Bool {
        lines[place.file.path]?.contains { $0.contains(Int(place.line)) } ?? false
    }
}
