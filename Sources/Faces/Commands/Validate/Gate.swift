internal import Diagnostics
internal import FileTree
internal import GitRepository
internal import Kustomize
internal import Lint
internal import Parallel
internal import Policy
internal import Schema
internal import Tree
internal import Validation

/// Everything that is checked before a merge, in one run: what `mainstay validate` does.
struct Gate {
    var paths: [TreePath]
    var chosen: Set<Station>
    var exclude: [String] = []
    var lint: LintConfiguration
    var schemas: [String] = []
    var policies: PolicyOptions
    var dryRun: (any DryRun)?
    var selection = Selection()
    var baseline: Baseline?
    /// Only what these can affect is checked.
    var changes: WorkTreeChanges?
    /// Files of which every change affects everything: settings, policies, schemas.
    var foundations: [TreePath] = []

    func run() async throws -> GateResult {
        let disk = WorkingDirectory.files
        let parsed = ParsedFiles(disk, isShared: true)
        let excluded = PathPatterns(exclude)
        var survey = Survey(paths, in: disk, parsed: parsed) { excluded.match($0.description) }
        let policy = policyStation(survey)
        if let changes, !affectsAll(changes, survey) {
            survey = survey.limited(to: Set(changes.lines.keys.map { TreePath($0) }), parsed: parsed)
        }
        for root in survey.roots { try await RemoteBases.mount(in: parsed, for: root) }
        let manifests = ManifestSet(survey, named: paths, in: disk, parsed: parsed)
        let stations = Stations(
            chosen, definitions: try await definitions(), lint: LintStation(lint), policy: policy, today: Today.text)
        let all =
            if let dryRun { await stations.findings(manifests, asking: dryRun) } else { stations.findings(manifests) }
        let selected = selection.apply(to: all)
        return GateResult(
            units: manifests.units.map(\.name), stations: Station.allCases.filter(hasLooked), all: selected,
            findings: baseline?.news(in: selected) ?? selected, fileCount: manifests.fileCount,
            objectCount: manifests.units.reduce(0) { $0 + $1.objects.count })
    }

    private func hasLooked(_ station: Station) -> Bool {
        chosen.contains(station) && (station != .dryRun || dryRun != nil)
    }

    private func affectsAll(_ changes: WorkTreeChanges, _ survey: Survey) -> Bool {
        let changed = changes.lines.keys.map { TreePath($0) }
        let foundations = foundations + policies.places(beside: paths, found: survey.policies)
        return changed.contains { path in
            SettingsFile.names.contains(path.lastComponent) || LintConfigurationFile.names.contains(path.lastComponent)
                || foundations.contains { path.isInside($0) }
        }
    }

    private func policyStation(_ survey: Survey) -> PolicyStation? {
        guard chosen.contains(.policy) else { return nil }
        let (policies, paths, found) = (policies, paths, survey.policies)
        let set = onDeepStack { policies.policies(beside: paths, found: found) }
        return policies.station(set.map { PolicyCheck($0) })
    }

    private func definitions() async throws -> [ResourceDefinition] {
        var definitions: [ResourceDefinition] = []
        for schema in schemas { definitions += try await SchemaSource(schema).definitions() }
        return definitions
    }
}

/// What a gate has found.
struct GateResult {
    /// The overlays and folders that were checked.
    var units: [String]
    var stations: [Station]
    /// What was found, known or new.
    var all: [StationFinding]
    /// What is told.
    var findings: [StationFinding]
    var fileCount: Int
    var objectCount: Int
}
