internal import FileTree
internal import KubeTypes
internal import Tree

/// A folder of a repository that an object deploys.
struct Deployment: Sendable {
    let item: Item
    /// What names the folder.
    let source: Node
    let address: RepositoryAddress
    /// With the parameters of a generator filled in.
    let path: String
    let revision: String
    /// The cluster and the namespace; two deployments of one folder to one target fight.
    let target: String
    /// The row of a generator that it is for.
    var element: Node?
    /// The name of the Application; of another object its own.
    var name: String

    /// What is deployed where, by which tool.
    struct Target: Hashable {
        var unit: Int
        var isFlux: Bool
        var address: RepositoryAddress
        var path: TreePath
        var revision: String
        var place: String
    }

    var deployed: Target {
        Target(
            unit: item.unit, isFlux: isFlux, address: address, path: TreePath(path), revision: revision, place: target)
    }

    var pathNode: Node? { source["path"] }
    var isFlux: Bool { item.kind == "Kustomization" }

    /// Whether the folder is looked for where this checkout shows it: on the branch that most people work on.
    var isOnMainBranch: Bool { ["", "HEAD", "main", "master", "refs/heads/main"].contains(revision) }
}

extension Deployment {
    /// The sources of an Application that name a folder.
    static func of(_ application: Item) -> [Deployment] {
        argoSources(application.spec).compactMap { source in
            guard !source.has("chart"), let path = source["path"]?.string else { return nil }
            return Deployment(
                item: application, source: source, address: RepositoryAddress(source.text("repoURL")), path: path,
                revision: source.text("targetRevision"), target: argoTarget(application.spec), name: application.name)
        }
    }

    /// The Applications that an ApplicationSet makes, as far as files tell.
    static func of(_ set: Item, in world: GitOpsWorld) -> [Deployment] {
        let template = set.spec["template"] ?? Node(.null)
        let dialect = TemplateDialect(isGo: set.spec.isSet("goTemplate"))
        var found: [Deployment] = []
        for row in Generator.rows(of: set, in: world).rows.prefix(Generator.limit) {
            func fill(_ text: String) -> String? { dialect.fill(text, with: row.values) }
            let target = template["spec"].map(argoTarget) ?? ""
            for source in argoSources(template["spec"] ?? Node(.null)) where !source.has("chart") {
                guard let path = fill(source.text("path")), !path.isEmpty, let address = fill(source.text("repoURL")),
                    let target = fill(target), let name = fill(template.text("metadata", "name"))
                else { continue }
                found.append(
                    Deployment(
                        item: set, source: source, address: RepositoryAddress(address), path: path,
                        revision: fill(source.text("targetRevision")) ?? "?", target: target, element: row.node,
                        name: name))
            }
        }
        return found
    }

    /// The folder of a Kustomization of Flux, when its source is in the repository.
    static func of(_ kustomization: Item, _ sources: GitSources) -> Deployment? {
        guard let git = sources.find(kustomization) else { return nil }
        let spec = kustomization.spec
        let cluster = spec.text("kubeConfig", "secretRef", "name")
        return Deployment(
            item: kustomization, source: spec, address: RepositoryAddress(git.spec.text("url")),
            path: spec.text("path"), revision: git.spec.text("ref", "branch"),
            target: "\(cluster)/\(spec.text("targetNamespace"))", name: kustomization.name)
    }

    /// Several sources go before a single one.
    static func argoSources(_ spec: Node) -> [Node] {
        let several = spec.items("sources")
        return several.isEmpty ? [spec["source"]].compactMap { $0 } : several
    }

    private static func argoTarget(_ spec: Node) -> String {
        let destination = spec["destination"] ?? Node(.null)
        let cluster = destination.text("server") + destination.text("name")
        let isHere = ["https://kubernetes.default.svc", "in-cluster"].contains(cluster)
        return "\(isHere ? "" : cluster)/\(destination.text("namespace"))"
    }
}

/// The GitRepositories of Flux, by those who name them.
struct GitSources: Sendable {
    let world: GitOpsWorld

    func find(_ item: Item) -> Item? {
        let reference = item.spec["sourceRef"] ?? Node(.null)
        guard reference.text("kind") == "GitRepository" else { return nil }
        let namespace = reference.text("namespace")
        return world.items(
            .gitRepository, named: reference.text("name"), in: namespace.isEmpty ? item.namespace : namespace
        ).first
    }
}
