internal import Diagnostics
internal import FileTree
internal import Foundation
internal import GitRepository
internal import KubeTypes
internal import Kustomize
internal import Lint
internal import Parallel
internal import Policy
internal import Schema
internal import Synchronization
internal import Tree
internal import Validation

/// Everything that is checked before a merge, in one run: what `mainstay validate` does.
struct Gate {
    var paths: [TreePath]
    var chosen: Set<Station>
    var exclude: [String] = []
    var lint: (configuration: LintConfiguration, texts: [String])
    var schemas: [String] = []
    var policies: PolicyOptions
    var dryRun: (any DryRun)?
    /// Whether the dry run asks a cluster that changes by itself.
    var live = false
    /// Whether the result of the last run is told again when no file has changed.
    var usesCache = true
    var selection = Selection()
    var baseline: Baseline?
    /// Only what these can affect is checked.
    var changes: WorkTreeChanges?
    /// Files of which every change affects everything: settings, policies, schemas.
    var foundations: [TreePath] = []

    func run() async throws -> GateResult {
        let progress = GateProgress()
        defer { progress.end() }
        return told(try await found(progress))
    }

    /// What is told of a result.
    private func told(_ found: GateResult) -> GateResult {
        var result = found
        result.all = selection.apply(to: result.all)
        result.findings = baseline?.news(in: result.all) ?? result.all
        return result
    }

    /// What there is to tell, before anybody selects from it.
    private func found(_ progress: GateProgress) async throws -> GateResult {
        let disk = WorkingDirectory.files
        let cache = usesCache && !live ? GateCache(question: question) : nil
        if let known = cache?.result(in: disk) { return known }
        let start = Int(Date().timeIntervalSince1970 * 1e9)
        let isPiped = paths.contains(TreePath("-"))
        let tree = RecordedFiles(isPiped ? try PipedManifests(over: disk) : disk)
        let look = try await look(in: tree, onStation: progress.note)
        if look.dependsOnFilesAlone { cache?.keep(look.result, looked: tree.looked, in: disk, start: start) }
        return look.result
    }

    /// All that a result depends on besides files.
    private var question: [String] {
        var question = [FileManager.default.currentDirectoryPath, Today.text]
        for list in [
            paths.map(\.text), chosen.map(\.rawValue).sorted(), exclude, lint.texts, schemas, policies.policy,
            policies.data,
            ["\(policies.isOlder)"],
        ] { question += ["\(list.count)"] + list }
        let changes = changes.map { $0.lines.map { "\($0.key) \($0.value)" }.sorted() } ?? []
        return question + changes
    }

    /// Looks once more, in one process, at what has changed since the last look.
    func run(again trail: GateTrail) async throws -> GateResult {
        trail.parsed.forget(trail.changed)
        let survey = survey(in: trail.tree, trail.parsed)
        trail.memory.forget(trail.changed, survey, parsed: trail.parsed)
        if affectsAll(trail.changed, survey) { trail.memory.forgetLooks() }
        return told(try await look(in: trail.tree, trail.parsed, trail.memory, survey: survey).result)
    }

    private func survey(in tree: any FileTree, _ parsed: ParsedFiles) -> Survey {
        let excluded = PathPatterns(exclude)
        return Survey(paths, in: tree, parsed: parsed) { excluded.match($0.description) }
    }

    private func look(
        in tree: RecordedFiles, _ parsed: ParsedFiles? = nil, _ memory: RunMemory? = nil, survey known: Survey? = nil,
        onStation: @escaping @Sendable (Station) -> Void = { _ in }
    ) async throws -> (result: GateResult, dependsOnFilesAlone: Bool) {
        let parsed = parsed ?? ParsedFiles(tree, isShared: true)
        onStation(.build)
        var survey = known ?? survey(in: tree, parsed)
        let policies = chosen.contains(.policy) ? policySet(survey, in: tree) : nil
        let changed = changes.map { Set($0.lines.keys.map { TreePath($0) }) }
        let limit = changed.flatMap { affectsAll($0, survey) ? nil : $0 }
        if let limit { survey = survey.limited(to: limit, parsed: parsed) }
        var hasRemotes = false
        for root in survey.roots {
            try await RemoteBases.mount(in: parsed, for: root) { hasRemotes = true }
        }
        var manifests = ManifestSet(survey, named: paths, in: tree, parsed: parsed, memory: memory)
        if let limit, survey.holdsAll(limit) { manifests = manifests.limited(to: limit) }
        let printed = Atomic(false)
        let stations = Stations(
            chosen, definitions: try await definitions(in: tree), lint: LintStation(lint.configuration),
            policy: chosen.contains(.policy)
                ? self.policies.station(policies.map { PolicyCheck($0) }) { printed.store(true, ordering: .relaxed) }
                : nil,
            today: Today.text, onStation: onStation)
        let all =
            if let dryRun { await stations.findings(manifests, asking: dryRun) } else { stations.findings(manifests) }
        let result = GateResult(
            units: manifests.units.map(\.name), stations: Station.allCases.filter(hasLooked), all: all, findings: all,
            fileCount: manifests.fileCount, objectCount: manifests.units.reduce(0) { $0 + $1.objects.count })
        let asksClock =
            policies?.asksSurroundings ?? false || manifests.objects.contains { $0.kind == "ConstraintTemplate" }
        let isConstant = !asksClock && !hasRemotes && !printed.load(ordering: .relaxed)
        return (result, isConstant && !schemas.contains { $0 == "cluster" || $0.hasPrefix("cluster:") })
    }

    private func hasLooked(_ station: Station) -> Bool {
        chosen.contains(station) && (station != .dryRun || dryRun != nil)
    }

    private func affectsAll(_ changed: Set<TreePath>, _ survey: Survey) -> Bool {
        let foundations =
            foundations + policies.places(beside: paths, found: survey.policies, in: WorkingDirectory.files)
        return changed.contains { path in
            SettingsFile.names.contains(path.lastComponent) || LintConfigurationFile.names.contains(path.lastComponent)
                || foundations.contains { path.isInside($0) }
        }
    }

    private func policySet(_ survey: Survey, in tree: any FileTree) -> PolicySet? {
        let (policies, paths, found) = (policies, paths, survey.policies)
        return onDeepStack { policies.policies(beside: paths, found: found, in: tree) }
    }

    private func definitions(in tree: any FileTree) async throws -> [ResourceDefinition] {
        var definitions: [ResourceDefinition] = []
        for schema in schemas { definitions += try await SchemaSource(schema).definitions(in: tree) }
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
