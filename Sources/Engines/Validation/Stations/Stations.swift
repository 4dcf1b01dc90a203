package import Analyzers
internal import Diagnostics
internal import KubeTypes
package import Schema

/// The stations in a row.
package struct Stations: Sendable {
    private let chosen: Set<Station>
    private let definitions: [ResourceDefinition]
    private let lint: LintStation?
    private let analyzers: AnalyzerOptions
    private let policy: PolicyStation?
    private let today: String
    private let origins: [String]
    private let onStation: @Sendable (Station) -> Void

    /// - Parameters:
    ///   - chosen: The stations that look.
    ///   - definitions: Kinds that are known beside the built-in ones.
    ///   - lint: How YAML is to be written; nil where that is no matter.
    ///   - analyzers: What the analyzers need to know besides the objects.
    ///   - policy: The policies; nil for none.
    ///   - today: The day by which comments that ignore findings end, `YYYY-MM-DD`.
    ///   - origins: The addresses by which the repository is known to those who deploy it.
    ///   - onStation: Called when a station begins to look.
    package init(
        _ chosen: Set<Station> = Set(Station.allCases), definitions: [ResourceDefinition] = [],
        lint: LintStation? = nil, analyzers: AnalyzerOptions = AnalyzerOptions(isWholeMesh: false),
        policy: PolicyStation? = nil, today: String, origins: [String] = [],
        onStation: @escaping @Sendable (Station) -> Void = { _ in }
    ) {
        self.chosen = chosen
        self.definitions = definitions
        self.lint = lint
        self.analyzers = analyzers
        self.policy = policy
        self.today = today
        self.origins = origins
        self.onStation = onStation
    }

    /// What the chosen stations have to say, station by station, each finding once with all units that have it. The last,
    /// the dry run, needs a cluster.
    package func findings(_ manifests: ManifestSet) -> [StationFinding] {
        told(findings(manifests, known(manifests)), manifests)
    }

    /// The same with the dry run.
    package func findings(_ manifests: ManifestSet, asking cluster: any DryRun) async -> [StationFinding] {
        let known = known(manifests)
        var findings = findings(manifests, known)
        if chosen.contains(.dryRun) {
            onStation(.dryRun)
            findings += await dryRunFindings(manifests, cluster, known, findings)
        }
        return told(findings, manifests)
    }

    private func known(_ manifests: ManifestSet) -> [ResourceDefinition] {
        let found = manifests.objects.filter { $0.kind == "CustomResourceDefinition" }
        manifests.memory?.notice(definitions: found)
        return SchemaStation.builtInDefinitions + definitions + SchemaStation.definitions(among: found)
    }

    private func findings(_ manifests: ManifestSet, _ known: [ResourceDefinition]) -> [StationFinding] {
        var findings: [StationFinding] = []
        if chosen.contains(.lint), let lint {
            onStation(.lint)
            findings += lint.findings(manifests.surveyed, in: manifests.files, memory: manifests.memory).map {
                StationFinding(.lint, $0)
            }
        }
        findings += readingFindings(manifests)
        if chosen.contains(.schema) {
            onStation(.schema)
            findings += schemaFindings(manifests, known)
        }
        if chosen.contains(.semantics) {
            onStation(.semantics)
            findings += manifests.eachObject(.semantics) { SemanticStation().findings($0) }
        }
        if chosen.contains(.analyzers) {
            onStation(.analyzers)
            let station = AnalyzerStation(analyzers)
            let before = findings.map(\.finding)
            findings += manifests.each(.analyzers) { station.findings($0.objects, besides: before) }
            findings += GitOpsStation(origins: origins).findings(manifests)
        }
        if chosen.contains(.policy), let policy {
            onStation(.policy)
            findings += policy.findings.map { StationFinding(.policy, $0) }
            findings += manifests.each(.policy) { policy.findings($0.looked) }
        }
        return findings
    }

    /// The findings as they are told: each once, without what comments silence.
    private func told(_ findings: [StationFinding], _ manifests: ManifestSet) -> [StationFinding] {
        suppressing(
            manifests.relatingBases(findings.shared), by: manifests.suppressions, today: today,
            isComplete: chosen.isSuperset(of: Station.local))
    }

    /// What cannot be read is told whichever stations were asked for: none has seen it. A text that is no YAML at all
    /// fails the first of them.
    private func readingFindings(_ manifests: ManifestSet) -> [StationFinding] {
        if chosen.contains(.build) { return manifests.findings }
        let first = Station.allCases.first(where: chosen.contains) ?? .build
        return manifests.findings.filter(\.isError).map { entry in
            var entry = entry
            entry.station = entry.isAboutText ? first : .build
            return entry
        }
    }

    private func schemaFindings(_ manifests: ManifestSet, _ known: [ResourceDefinition]) -> [StationFinding] {
        let station = SchemaStation(known)
        let doubled = manifests.units.flatMap { unit in
            station.doubled(unit.objects).map { StationFinding(.schema, $0, unit: unit.name) }
        }
        return manifests.eachObject(.schema) { station.findings($0) } + doubled
            + station.unknownKinds(manifests.objects).map { StationFinding(.schema, $0) }
    }

    /// A cluster would say once more what is known of an object that is wrong.
    private func dryRunFindings(
        _ manifests: ManifestSet, _ cluster: any DryRun, _ known: [ResourceDefinition], _ before: [StationFinding]
    ) async -> [StationFinding] {
        var found: [StationFinding] = []
        for unit in manifests.units {
            let refused = Set(
                before.filter { $0.isError && $0.units.contains(unit.name) }.compactMap(\.finding.subject))
            let said = await manifests.asking(cluster, of: unit, definitions: known)
            found += said.filter { $0.subject.map { !refused.contains($0) } ?? true }
                .map { StationFinding(.dryRun, $0, unit: unit.name) }
        }
        return found
    }
}

extension StationFinding {
    fileprivate var isError: Bool { finding.severity == .error }

    /// Whether it comes from reading YAML, the family 00xx.
    fileprivate var isAboutText: Bool { finding.code.id.hasPrefix("MST00") }
}
