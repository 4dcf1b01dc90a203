internal import Diagnostics
internal import FileTree
internal import GitRepository
internal import KubeClient
internal import KubeTypes
internal import Kustomize
internal import Planning
internal import Schema
internal import Semantics
internal import Synchronization
internal import Tree
internal import Validation

/// What an application wants at a revision: its objects with namespace and tracking mark, checked.
struct Manifests: Sendable {
    var revision: String
    var objects: [KubeObject]
    var warnings: [Finding]
    var sourceType: String
}

/// Makes manifests from a commit, and keeps the last of each application, since most looks are at the same revision.
struct ManifestMaker: Sendable {
    private struct Key: Equatable {
        var revision: String
        var source: Node
        var destination: Node
        var allowsRemoteBases: Bool
        var validates: Bool
    }

    private let repositories: Repositories
    private let client: KubeClient
    private let kept = Kept()

    private final class Kept: Sendable {
        let byApplication = Mutex<[ObjectKey: (Key, Manifests)]>([:])
    }

    init(repositories: Repositories, client: KubeClient) {
        self.repositories = repositories
        self.client = client
    }

    /// - Throws: `Refused` for what is wrong in the repository, `GitError` when it cannot be read.
    func manifests(of application: Application, revision: String) async throws -> Manifests {
        let key = Key(
            revision: revision, source: application.source, destination: application.destination,
            allowsRemoteBases: application.allowsRemoteBases, validates: application.validates)
        if let (known, manifests) = kept.byApplication.withLock({ $0[application.key] }), known == key {
            return manifests
        }
        let files = try await repositories.files(at: revision, in: application.repoURL)
        let parsed = ParsedFiles(files)
        let folder = TreePath(application.path)
        if application.allowsRemoteBases {
            try await parsed.mountRemotes(of: folder) { source in
                let commit = try await repositories.commit(source.revision, in: source.repository)
                return try await repositories.files(at: commit, in: source.repository)
            }
        }
        let rendered = try render(folder, in: files, options: application.renderOptions, parsed: parsed)
        let checked =
            application.validates ? rendered.objects.filter { !SyncOptions(of: $0).contains("Validate=false") } : []
        let wrong = Self.refusals(checked, in: application.namespace)
        guard wrong.isEmpty else { throw Refused(wrong) }
        try refuseHooks(rendered.objects)
        try refuseOptions(rendered.objects)
        var objects: [KubeObject] = []
        for object in rendered.objects {
            objects.append(try await settled(object, application, among: rendered.objects))
        }
        let manifests = Manifests(
            revision: revision, objects: objects, warnings: rendered.findings,
            sourceType: rendered.isKustomize ? "Kustomize" : "Directory")
        kept.byApplication.withLock { $0[application.key] = (key, manifests) }
        return manifests
    }

    /// What the cluster would refuse, or Istio in it; told once where both would.
    private static func refusals(_ objects: [KubeObject], in namespace: String) -> [Finding] {
        let station = SchemaStation.served
        let schema = (station.findings(objects) + station.doubled(objects)).filter { $0.severity == .error }
        let semantics = SemanticStation(SemanticOptions(defaultNamespace: namespace)).refusals(objects)
        let all = schema.map { StationFinding(.schema, $0) } + semantics.map { StationFinding(.semantics, $0) }
        return all.withoutRepeats.map(\.finding)
    }

    /// The object in its namespace, with the mark of its application.
    private func settled(
        _ object: KubeObject, _ application: Application, among objects: [KubeObject]
    ) async throws -> KubeObject {
        var object = object.asStoredSecret
        let isNamespaced = try await isNamespaced(object.type, among: objects)
        if !isNamespaced {
            object.namespace = ""
        } else if object.namespace.isEmpty {
            object.namespace = application.namespace
        }
        // Definitions are never marked: they outlive the application that brought them.
        guard object.kind != "CustomResourceDefinition" else { return object }
        var id = object.id
        if !isNamespaced { id.key.namespace = application.namespace }
        object.setAnnotation(TrackingID.annotation, TrackingID(instance: application.object.name, id: id).description)
        return object
    }

    private func isNamespaced(_ type: GroupVersionKind, among objects: [KubeObject]) async throws -> Bool {
        if let known = SchemaStation.served.definition(type.groupKind) { return known.isNamespaced }
        for definition in objects where definition.kind == "CustomResourceDefinition" {
            guard definition.spec["group"]?.string == type.group,
                definition.spec[path: "names", "kind"]?.string == type.kind
            else { continue }
            return definition.spec["scope"]?.string != "Cluster"
        }
        return try await client.resource(for: type).isNamespaced
    }

    private func refuseOptions(_ objects: [KubeObject]) throws(Refused) {
        var findings: [Finding] = []
        for object in objects {
            for option in SyncOptions(of: object).values.sorted() where !SyncOptions.isSupported(option) {
                let annotation = object.root[path: "metadata", "annotations", "argocd.argoproj.io/sync-options"]
                findings.append(
                    Finding(
                        .syncOptionUnsupported, "sync option \"\(option)\" is not supported",
                        at: annotation?.place ?? object.place,
                        hint: "remove it"))
            }
        }
        guard findings.isEmpty else { throw Refused(findings) }
    }

    private func refuseHooks(_ objects: [KubeObject]) throws(Refused) {
        let hooks = objects.filter { $0.annotation("argocd.argoproj.io/hook") != nil }
        guard !hooks.isEmpty else { return }
        throw Refused(
            hooks.map { object in
                Finding(
                    .hookUnsupported, "\(object.kind) \"\(object.key)\" is a sync hook; hooks are not supported yet",
                    at: object.root[path: "metadata", "annotations", "argocd.argoproj.io/hook"]?.place ?? object.place,
                    hint: "use a sync wave, or remove the annotation argocd.argoproj.io/hook")
            })
    }
}

extension Application {
    fileprivate var validates: Bool { syncOptions?.elements.contains { $0.string == "Validate=false" } != true }

    fileprivate var renderOptions: RenderOptions {
        guard let directory = source["directory"] else { return RenderOptions() }
        return RenderOptions(kind: .directory, recurses: directory["recurse"]?.bool ?? false)
    }
}

extension Code {
    /// A manifest is a sync hook of Argo CD.
    static let hookUnsupported = Code("MST9101")
    /// An object asks for a sync option that nothing acts on.
    static let syncOptionUnsupported = Code("MST9102")
}
