internal import Diagnostics
internal import KubeTypes
package import Schema

/// The stations in a row.
package struct Stations: Sendable {
    private let chosen: Set<Station>
    private let definitions: [ResourceDefinition]
    private let today: String

    /// - Parameters:
    ///   - chosen: The stations that look.
    ///   - definitions: Kinds that are known beside the built-in ones.
    ///   - today: The day by which comments that ignore findings end, `YYYY-MM-DD`.
    package init(
        _ chosen: Set<Station> = Set(Station.present), definitions: [ResourceDefinition] = [], today: String
    ) {
        self.chosen = chosen
        self.definitions = definitions
        self.today = today
    }

    /// What the chosen stations have to say: about reading first, then by object, then about objects together.
    package func findings(_ manifests: ManifestSet) -> [StationFinding] {
        var findings = chosen.contains(.build) ? manifests.findings : manifests.findings.filter(\.isError)
        if chosen.contains(.schema) {
            let station = SchemaStation(
                SchemaStation.builtInDefinitions + definitions + SchemaStation.definitions(among: manifests.objects))
            findings += station.findings(manifests.objects).map { StationFinding(.schema, $0) }
        }
        if chosen.contains(.semantics) {
            findings += SemanticStation().findings(manifests.objects).map { StationFinding(.semantics, $0) }
        }
        return suppressing(
            findings, by: manifests.suppressions, today: today, isComplete: chosen == Set(Station.present))
    }
}

extension StationFinding {
    /// What cannot be read is told whichever stations were asked for: the others have not seen it.
    fileprivate var isError: Bool { finding.severity == .error }
}
