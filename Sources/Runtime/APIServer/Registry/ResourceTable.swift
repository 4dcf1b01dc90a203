internal import KubeTypes
internal import Schema
internal import Tree

/// The resources that the server serves at this moment. A value: a change of a CRD replaces it whole.
struct ResourceTable: Sendable {
    private(set) var definitions: [ResourceDefinition]
    private var byResource: [GroupResource: Int]
    private var byKind: [GroupKind: Int]
    private var reread: Set<GroupResource> = []
    private var firstRevisions: [GroupResource: Int64] = [:]

    /// The table that comes after `old`: what it did not serve begins at `revision`.
    init(
        _ definitions: [ResourceDefinition], reread: Set<GroupResource>, replacing old: ResourceTable,
        at revision: Int64
    ) {
        self.init(definitions)
        self.reread = reread
        for resource in byResource.keys {
            firstRevisions[resource] = old.byResource[resource] == nil ? revision : old.firstRevisions[resource]
        }
    }

    /// The revision at which a resource that came later began to be served: nobody can have watched it before.
    func firstRevision(of resource: GroupResource) -> Int64 { firstRevisions[resource] ?? 0 }

    init(_ definitions: [ResourceDefinition]) {
        self.definitions = definitions
        byResource = Dictionary(
            definitions.enumerated().map { ($1.groupResource, $0) }, uniquingKeysWith: { first, _ in first })
        byKind = Dictionary(
            definitions.enumerated().map { ($1.groupKind, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func definition(_ resource: GroupResource) -> ResourceDefinition? {
        byResource[resource].map { definitions[$0] }
    }

    func definition(of kind: GroupKind) -> ResourceDefinition? { byKind[kind].map { definitions[$0] } }

    /// The definition and the version that a request names.
    ///
    /// - Throws: `Status` 404 when nothing of that name is served.
    func served(_ type: GroupVersionResource) throws(Status) -> ServedType {
        guard let definition = definition(type.groupResource), let version = definition.version(type.version),
            version.isServed
        else { throw .noSuchResource }
        return ServedType(definition: definition, version: version, isReread: reread.contains(type.groupResource))
    }

    /// Groups in the order of kubectl's listing: the core group first, then built-in ones, then the rest by name.
    var groups: [String] {
        let names = Set(definitions.map(\.group)).subtracting([""])
        let builtIn = Set(definitions.filter(\.isBuiltIn).map(\.group))
        return names.filter(builtIn.contains).sorted() + names.filter { !builtIn.contains($0) }.sorted()
    }

    /// The served versions of a group, the most stable first: v1, then betas, then alphas (Kubernetes documentation,
    /// "Versions in CustomResourceDefinitions").
    func versions(of group: String) -> [String] {
        let names = Set(definitions.filter { $0.group == group }.flatMap(\.servedVersions).map(\.name))
        return names.sorted { VersionRank($0) > VersionRank($1) }
    }

    func definitions(group: String, version: String) -> [ResourceDefinition] {
        definitions.filter { $0.group == group && $0.version(version)?.isServed == true }.sorted {
            $0.plural < $1.plural
        }
    }
}

/// One kind at the version of a request.
struct ServedType: Sendable {
    var definition: ResourceDefinition
    var version: ResourceDefinition.Version
    /// Whether stored objects may differ from what the version shows.
    var isReread = false

    var type: GroupVersionKind {
        GroupVersionKind(group: definition.group, version: version.name, kind: definition.kind)
    }
    var resource: GroupResource { definition.groupResource }
    var apiVersion: String { type.apiVersion }

    /// What does not fit the types that Kubernetes decodes into: for custom resources these are those of `metadata` alone.
    func decodingProblem(in object: KubeObject) -> String? {
        if definition.isBuiltIn {
            return goProblem(in: object.root, kind: definition.kind, version.schema.asObject)
        }
        guard let metadata = object.root["metadata"] else { return nil }
        return goProblem(in: metadata, kind: "ObjectMeta", ObjectMeta.schema)
    }
}

/// `v1` > `v1beta2` > `v1beta1` > `v1alpha1` > anything else by name.
private struct VersionRank: Comparable {
    private var stability: Int
    private var major = 0
    private var minor = 0
    private var name: String

    init(_ name: String) {
        self.name = name
        stability = 0
        guard name.hasPrefix("v") else { return }
        for (word, rank) in [("beta", 2), ("alpha", 1)] {
            guard let range = name.firstRange(of: word) else { continue }
            guard let major = Int(name[..<range.lowerBound].dropFirst()), let minor = Int(name[range.upperBound...])
            else { return }
            (stability, self.major, self.minor) = (rank, major, minor)
            return
        }
        guard let major = Int(name.dropFirst()) else { return }
        (stability, self.major) = (3, major)
    }

    static func < (a: VersionRank, b: VersionRank) -> Bool {
        if (a.stability, a.major, a.minor) != (b.stability, b.major, b.minor) {
            return (a.stability, a.major, a.minor) < (b.stability, b.major, b.minor)
        }
        return a.name > b.name
    }
}
