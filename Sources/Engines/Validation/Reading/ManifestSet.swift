internal import Diagnostics
package import FileTree
package import KubeTypes
package import Kustomize
internal import Parallel
internal import Schema
internal import Tree

/// The objects that a repository holds, and what there is to say about reading them.
package struct ManifestSet: Sendable {
    /// What is taken for one cluster.
    package enum Grouping: Sendable {
        /// Each overlay by itself.
        case units
        /// All that was named; kustomizations that were found below a named folder are often overlays of each other, so
        /// each stands alone.
        case mesh
    }

    package private(set) var units: [ManifestUnit] = []
    package private(set) var findings: [StationFinding] = []
    /// How many files were read.
    package private(set) var fileCount = 0
    /// The comments that silence findings, in all files that were read.
    private(set) var suppressions: [Suppression] = []
    /// All files that were found, read or not.
    let surveyed: [TreePath]
    /// All files that builds may have read, those of other repositories too.
    let files: any FileTree
    /// What the run before has left.
    let memory: RunMemory?

    package var objects: [KubeObject] { units.flatMap(\.objects) }

    /// Reads what a survey has found: kustomizations are built, and in other files what is no Kubernetes object is passed
    /// over. What cannot be read is a finding, and the rest goes on.
    ///
    /// - Parameters:
    ///   - named: The paths that the survey began with; in a file that was named, everything has to be an object.
    ///   - parsed: The same files, where other repositories may be mounted in them.
    ///   - memory: What the run before has left; what files had a part in that have changed must be forgotten.
    package init(
        _ survey: Survey, named: [TreePath], in files: any FileTree, parsed: ParsedFiles, grouping: Grouping = .units,
        memory: RunMemory? = nil
    ) {
        self.files = parsed.allFiles
        self.memory = memory
        surveyed = survey.files
        findings = survey.findings.map { StationFinding(.build, $0) }
        var read: Set<TreePath> = []
        addManifests(survey, named: Set(named), in: files, &read)
        addKustomizations(survey.roots, parsed, &read)
        if grouping == .mesh { join(Set(named)) }
        for path in survey.forgotten { findings.append(StationFinding(.build, Self.forgotten(path))) }
        fileCount = read.count
        let paths = read.sorted { $0.text < $1.text }
        let (tree, texts) = (self.files, parsed.bytes(of: paths))
        suppressions = parallelMap(paths) { path in
            (texts[path] ?? (try? tree.read(path))).map {
                Suppression.all(in: $0, file: SourceFile(path.description))
            } ?? []
        }.flatMap(\.self)
    }

    /// The same of files and folders.
    package init(
        _ paths: [TreePath], in files: any FileTree, parsed: ParsedFiles, grouping: Grouping = .units
    ) {
        self.init(
            Survey(paths, in: files, parsed: parsed), named: paths, in: files, parsed: parsed, grouping: grouping)
    }

    /// What a station has to say of each unit.
    func each(_ station: Station, _ look: @Sendable (ManifestUnit) -> [Finding]) -> [StationFinding] {
        parallelMap(units, run: 1) { unit in
            let findings = memory?.known(station, at: unit) ?? look(unit)
            memory?.keep(findings, station, at: unit)
            return findings.map { StationFinding(station, $0, unit: unit.name) }
        }.flatMap(\.self)
    }

    /// What a station has to say of each object by itself. Of an object that is as it was there is nothing new to say.
    func eachObject(_ station: Station, _ look: @Sendable ([KubeObject]) -> [Finding]) -> [StationFinding] {
        each(station) { unit in
            guard let memory, !unit.holdsDoubles else { return look(unit.looked) }
            let news = memory.news(in: unit.looked, station, at: unit)
            return memory.findings(on: unit.looked, news: news, saying: look(news), station, at: unit)
        }
    }

    /// What a cluster says of the objects of a unit, asked only about what is not as it was.
    func asking(
        _ cluster: any DryRun, of unit: ManifestUnit, definitions: [ResourceDefinition]
    ) async -> [Finding] {
        guard let memory, !unit.holdsDoubles else {
            return await cluster.findings(unit.looked, definitions: definitions)
        }
        let news = memory.news(in: unit.looked, .dryRun, at: unit)
        let said = news.isEmpty ? [] : await cluster.findings(news, definitions: definitions)
        return memory.findings(on: unit.looked, news: news, saying: said, .dryRun, at: unit)
    }

    /// The same, where objects are looked at one by one only when some of these files holds them.
    package func limited(to paths: Set<TreePath>) -> ManifestSet {
        var set = self
        let files = Set(paths.map { SourceFile($0.description) })
        set.units = parallelMap(units, run: 1) { $0.limited(to: files) }
        return set
    }

    /// The findings, with the place of the base where a patch or a transformer has set the value.
    func relatingBases(_ findings: [StationFinding]) -> [StationFinding] {
        guard !findings.isEmpty else { return [] }
        var bases = BaseValues(objects, in: files)
        return findings.map { entry in
            var entry = entry
            entry.finding = bases.relating(entry.finding)
            return entry
        }
    }

    // MARK: Kustomizations

    private mutating func addKustomizations(_ roots: [TreePath], _ parsed: ParsedFiles, _ read: inout Set<TreePath>) {
        let missing = roots.filter { memory?.built($0) == nil }
        for root in missing { parsed.readAhead(from: root) }
        nonisolated(unsafe) let parsed = parsed
        let results = parallelMap(missing, run: 1) { root in
            Result { () throws(Refused) in try build(root, in: parsed.branch()) }
        }
        let new = Dictionary(uniqueKeysWithValues: zip(missing, results))
        for root in roots {
            switch new[root] {
            case .success(let result)?:
                let unit = ManifestUnit(
                    isKustomization: true, path: root, objects: result.objects, files: result.filesRead)
                let said = result.findings.map { StationFinding(.build, $0, unit: root.description) }
                memory?.keep(RunMemory.Built(unit: unit, findings: said), of: root)
                add(unit, said, &read)
            case .failure(let refused)?:
                findings += refused.findings.map { StationFinding(.build, $0, unit: root.description) }
            case nil: if let known = memory?.built(root) { add(known.unit, known.findings, &read) }
            }
        }
    }

    private mutating func add(_ unit: ManifestUnit, _ said: [StationFinding], _ read: inout Set<TreePath>) {
        units.append(unit)
        findings += said
        read.formUnion(unit.files)
    }

    // MARK: Other manifests

    private mutating func addManifests(
        _ survey: Survey, named: Set<TreePath>, in files: any FileTree, _ read: inout Set<TreePath>
    ) {
        let memory = memory
        let results = parallelMap(survey.manifests) { path in
            func read() -> RunMemory.Manifests {
                Result { () throws(Refused) in try manifests(at: path, in: files, passingOver: !named.contains(path)) }
            }
            return memory?.manifests(path, read) ?? read()
        }
        var found: [ManifestFile] = []
        for (path, result) in zip(survey.manifests, results) {
            read.insert(path)
            switch result {
            case .success(let (objects, warnings)):
                if !objects.isEmpty { found.append(ManifestFile(path: path, objects: objects)) }
                findings += warnings.map { StationFinding(.build, $0) }
            case .failure(let refused): findings += refused.findings.map { StationFinding(.build, $0) }
            }
        }
        for (folder, files) in alternatives(found) {
            units.append(
                ManifestUnit(
                    isKustomization: false, path: folder, objects: files.flatMap(\.objects),
                    files: Set(files.map(\.path))))
        }
    }

    /// Makes one unit of all that was named, and of what no kustomization names.
    private mutating func join(_ named: Set<TreePath>) {
        let together = units.filter { !$0.isKustomization || named.contains($0.path) }
        guard together.count > 1 else { return }
        units.removeAll { !$0.isKustomization || named.contains($0.path) }
        let joined = ManifestUnit(
            isKustomization: false, path: .root, objects: together.flatMap(\.objects),
            files: together.reduce(into: []) { $0.formUnion($1.files) })
        units.insert(joined, at: 0)
    }

    private static func forgotten(_ path: TreePath) -> Finding {
        Finding(
            .manifestForgotten, "no kustomization names this file, so nothing is done with it", severity: .info,
            at: Place(file: SourceFile(path.description), line: 1, column: 1),
            hint: "list it in a kustomization, or remove it")
    }
}
