package import Analyzers
internal import Diagnostics
internal import KubeTypes
package import Schema

/// The stations in a row.
package struct Stations: Sendable {
    private let chosen: Set<Station>
    private let definitions: [ResourceDefinition]
    private let analyzers: AnalyzerOptions
    private let policy: PolicyStation?
    private let today: String

    /// - Parameters:
    ///   - chosen: The stations that look.
    ///   - definitions: Kinds that are known beside the built-in ones.
    ///   - analyzers: What the analyzers need to know besides the objects.
    ///   - policy: The policies; nil for none.
    ///   - today: The day by which comments that ignore findings end, `YYYY-MM-DD`.
    package init(
        _ chosen: Set<Station> = Set(Station.present), definitions: [ResourceDefinition] = [],
        analyzers: AnalyzerOptions = AnalyzerOptions(isWholeMesh: false), policy: PolicyStation? = nil,
        today: String
    ) {
        self.chosen = chosen
        self.definitions = definitions
        self.analyzers = analyzers
        self.policy = policy
        self.today = today
    }

    /// What the chosen stations have to say: about reading first, then by object, then about objects together.
    package func findings(_ manifests: ManifestSet) -> [StationFinding] {
        var findings = manifests.findings
        if !chosen.contains(.build) {
            // What cannot be read is told whichever stations were asked for: none has seen it. A text that is no YAML at
            // all fails the first of them.
            let first = Station.allCases.first(where: chosen.contains) ?? .build
            findings = findings.filter(\.isError).map { StationFinding($0.isAboutText ? first : .build, $0.finding) }
        }
        if chosen.contains(.schema) {
            let station = SchemaStation(
                SchemaStation.builtInDefinitions + definitions + SchemaStation.definitions(among: manifests.objects))
            findings += station.findings(manifests.objects).map { StationFinding(.schema, $0) }
        }
        if chosen.contains(.semantics) {
            findings += SemanticStation().findings(manifests.objects).map { StationFinding(.semantics, $0) }
        }
        if chosen.contains(.analyzers) {
            let station = AnalyzerStation(analyzers)
            let before = findings.map(\.finding)
            for objects in manifests.sets {
                findings += station.findings(objects, besides: before).map { StationFinding(.analyzers, $0) }
            }
        }
        if chosen.contains(.policy), let policy {
            findings += policy.findings(manifests.sets).map { StationFinding(.policy, $0) }
        }
        return suppressing(
            manifests.relatingBases(findings), by: manifests.suppressions, today: today,
            isComplete: chosen == Set(Station.present))
    }
}

extension StationFinding {
    fileprivate var isError: Bool { finding.severity == .error }

    /// Whether it comes from reading YAML, the family 00xx.
    fileprivate var isAboutText: Bool { finding.code.id.hasPrefix("MST00") }
}
