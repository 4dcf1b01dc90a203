internal import Diagnostics
package import FileTree
package import Kustomize
internal import KubeTypes
internal import Synchronization

/// What a run leaves to the next one in the same process, so that nothing is looked at again that has not changed.
package final class RunMemory: Sendable {
    /// A unit that was built, with what the build had to say.
    struct Built: Sendable {
        var unit: ManifestUnit
        var findings: [StationFinding]
    }

    /// A file of manifests: its objects, or why there are none.
    typealias Manifests = Result<([KubeObject], [Finding]), Refused>

    private struct State {
        var lint: [TreePath: [Finding]] = [:]
        var manifests: [TreePath: Manifests] = [:]
        var built: [TreePath: Built] = [:]
        /// What stations said of single objects.
        var judged: [Look: [ObjectID: Judged]] = [:]
        /// The definitions of kinds by which they did.
        var definitions: [KubeObject] = []
        /// What stations said of units, and the files that the units were made of.
        var looks: [Look: (files: Set<TreePath>, findings: [Finding])] = [:]
    }

    struct Judged: Sendable {
        var object: KubeObject
        var findings: [Finding]
    }

    private struct Look: Hashable {
        var station: Station
        var unit: String
    }

    private let state = Mutex(State())

    package init() {}

    /// Forgets what these files had a part in.
    package func forget(_ changed: Set<TreePath>, _ survey: Survey, parsed: ParsedFiles) {
        let roots = Set(survey.limited(to: changed, parsed: parsed).roots)
        state.withLock { state in
            for path in changed {
                state.lint[path] = nil
                state.manifests[path] = nil
            }
            let gone = state.built.filter { roots.contains($0.key) || !changed.isDisjoint(with: $0.value.unit.files) }
            for (path, built) in gone {
                state.built[path] = nil
                for station in Station.allCases {
                    state.looks[Look(station: station, unit: built.unit.name)] = nil
                }
            }
            state.looks = state.looks.filter { changed.isDisjoint(with: $0.value.files) }
        }
    }

    /// Forgets what stations said: something that they go by has changed.
    package func forgetLooks() { state.withLock { ($0.looks, $0.judged) = ([:], [:]) } }

    /// To be called before stations look: what they said by other definitions counts no more.
    func notice(definitions: [KubeObject]) {
        let areNew = state.withLock { state in
            defer { state.definitions = definitions }
            return state.definitions != definitions
        }
        if areNew { forgetLooks() }
    }

    func lint(_ path: TreePath, _ look: () -> [Finding]) -> [Finding] {
        if let known = state.withLock({ $0.lint[path] }) { return known }
        let findings = look()
        state.withLock { $0.lint[path] = findings }
        return findings
    }

    func manifests(_ path: TreePath, _ read: () -> Manifests) -> Manifests {
        if let known = state.withLock({ $0.manifests[path] }) { return known }
        let manifests = read()
        state.withLock { $0.manifests[path] = manifests }
        return manifests
    }

    func built(_ root: TreePath) -> Built? { state.withLock { $0.built[root] } }

    func keep(_ built: Built, of root: TreePath) { state.withLock { $0.built[root] = built } }

    /// What a station has said of a unit that is still the same.
    func known(_ station: Station, at unit: ManifestUnit) -> [Finding]? {
        let look = state.withLock { $0.looks[Look(station: station, unit: unit.name)] }
        return look?.files == unit.files ? look?.findings : nil
    }

    func keep(_ findings: [Finding], _ station: Station, at unit: ManifestUnit) {
        state.withLock { $0.looks[Look(station: station, unit: unit.name)] = (unit.files, findings) }
    }

    // MARK: Single objects

    /// The objects of which the station has not said anything yet, as they are now.
    func news(in objects: [KubeObject], _ station: Station, at unit: ManifestUnit) -> [KubeObject] {
        let judged = state.withLock { $0.judged[Look(station: station, unit: unit.name)] } ?? [:]
        return objects.filter { object in
            judged[object.id].map { !$0.object.root.isIdentical(to: object.root) } ?? true
        }
    }

    /// What the station says of all objects, with what it has just said of the news among them.
    func findings(
        on objects: [KubeObject], news: [KubeObject], saying findings: [Finding], _ station: Station,
        at unit: ManifestUnit
    ) -> [Finding] {
        let look = Look(station: station, unit: unit.name)
        let said = Dictionary(grouping: findings, by: \.subject)
        let fresh = Set(news.map(\.id))
        let old = state.withLock { $0.judged[look] } ?? [:]
        var judged: [ObjectID: Judged] = [:]
        var all: [Finding] = []
        for object in objects where judged[object.id] == nil {
            let findings = fresh.contains(object.id) ? said[object.subject] ?? [] : old[object.id]?.findings ?? []
            judged[object.id] = Judged(object: object, findings: findings)
            all += findings
        }
        state.withLock { $0.judged[look] = judged }
        return all + (said[nil] ?? [])
    }
}
