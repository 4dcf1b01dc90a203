internal import Diagnostics
package import FileTree
package import KubeTypes
internal import Tree

/// All objects of a repository by their kinds, and its files: what the manifests of GitOps tools speak of.
package struct GitOpsWorld: Sendable {
    let files: any FileTree
    private let items: [GroupKind: [Item]]
    /// What each kind has of a name.
    private let named: [GroupKind: [String: [Item]]]
    private(set) var roots = RepositoryRoots()
    /// The folders that Applications and ApplicationSets deploy, and where to.
    private(set) var deployments: [Item.Identity: [Deployment]] = [:]
    /// The same by what they deploy.
    private(set) var folders: [Deployment.Folder: [Deployment]] = [:]
    private(set) var circles = DependencyCircles()
    /// Where AnalysisTemplates of a name are used.
    private(set) var templateUses: [String: [TemplateUse]] = [:]
    /// The ExternalSecrets that write a Secret of a name.
    private(set) var secretWriters: [String: [Item]] = [:]

    /// - Parameters:
    ///   - units: The objects of the repository, those together that are in one cluster together.
    ///   - files: The files of the repository, by the paths that the places of objects have.
    ///   - origins: The addresses by which the repository is known. Without them an address is taken for its own when
    ///     folders that are deployed from there are here.
    package init(_ units: [[KubeObject]], files: any FileTree, origins: [String] = []) {
        self.files = files
        var found: [GroupKind: [Item]] = [:]
        for (unit, objects) in units.enumerated() {
            for object in objects { found[object.type.groupKind, default: []].append(Item(object: object, unit: unit)) }
        }
        items = found
        // Without a tool nobody asks for names.
        let hasTools = found.keys.contains { Self.isTool($0.group) }
        named = hasTools ? found.mapValues { Dictionary(grouping: $0, by: \.name) } : [:]
        guard hasTools else { return }
        let gits = GitSources(world: self)
        var sources = items(.application).flatMap { Deployment.of($0) }
        sources += items(.fluxKustomization).compactMap { Deployment.of($0, gits) }
        let deploying = items(.application) + items(.applicationSet) + items(.fluxKustomization)
        roots = RepositoryRoots(sources, items: deploying, files, origins)
        // What Git generators give depends on where the repository lies.
        sources += items(.applicationSet).flatMap { Deployment.of($0, in: self) }
        circles = DependencyCircles(self)
        templateUses = Dictionary(grouping: TemplateUse.all(in: self), by: \.name)
        secretWriters = Dictionary(grouping: items(.externalSecret), by: secretTarget)
        deployments = Dictionary(grouping: sources, by: \.item.identity)
        folders = Dictionary(grouping: sources, by: \.folder)
        roots = RepositoryRoots(sources, items: deploying, files, origins)
    }

    private static func isTool(_ group: String) -> Bool {
        group == "argoproj.io" || group.hasSuffix(".fluxcd.io") || group == "flagger.app" || group == "bitnami.com"
            || group == "external-secrets.io" || group == "velero.io"
    }

    var kinds: [GroupKind] { Array(items.keys) }

    func items(_ kind: GroupKind) -> [Item] { items[kind] ?? [] }

    /// The objects of a name. Without a namespace on one side both may be in the same: a deployment chooses it.
    func items(_ kind: GroupKind, named name: String, in namespace: String) -> [Item] {
        (named[kind]?[name] ?? []).filter {
            $0.namespace == namespace || $0.namespace.isEmpty || namespace.isEmpty
        }
    }

    /// What there is to say when an object is named that is not in the repository. Nil when it is there, and when it may
    /// as well be in the cluster: none of its kind in its namespace is in the repository.
    ///
    /// - Parameters:
    ///   - namespace: nil for kinds of the whole cluster.
    ///   - own: Who names it, which is no other of its kind.
    func absence(
        of name: String, in namespace: String?, among kinds: GroupKind..., besides own: Item? = nil
    ) -> Absence? {
        guard !name.isEmpty else { return nil }
        var others: [String] = []
        for kind in kinds {
            guard items(kind, named: name, in: namespace ?? "").isEmpty else { return nil }
            others += items(kind).lazy.filter {
                (namespace == nil || $0.namespace == namespace || $0.namespace.isEmpty)
                    && $0.object.key != own?.object.key
            }
            .prefix(Self.nameLimit).map(\.name)
        }
        return others.isEmpty ? nil : Absence(nearest: nearestName(to: name, among: others))
    }

    /// More names than these are not compared with a wrong one.
    private static let nameLimit = 500
}

/// An object that is named, and not among those of its kind.
struct Absence: Sendable {
    /// What was most likely meant.
    let nearest: String?

    /// It may still be in the cluster, so it is no error; without a name that is near it may well be.
    var severity: Severity { nearest == nil ? .info : .warning }
}
