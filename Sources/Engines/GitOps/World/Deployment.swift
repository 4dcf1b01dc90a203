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
    /// Two deployments of one folder to one target fight.
    let target: Target
    /// The row of a generator that it is for.
    var element: Node?
    /// The name of the Application; of another object its own.
    var name: String

    /// Where something is deployed; the cluster of the tool itself is the empty one.
    struct Target: Hashable, Sendable {
        var cluster: String
        var namespace: String
    }

    /// What is deployed to which cluster.
    struct Folder: Hashable, Sendable {
        var unit: Int
        var address: RepositoryAddress
        var path: TreePath
        var cluster: String
    }

    var folder: Folder {
        Folder(unit: item.unit, address: address, path: TreePath(path), cluster: target.cluster)
    }

    /// Whether both write the same objects. What another tool deploys has the namespaces that the folder says.
    func collides(with other: Deployment) -> Bool {
        other.item.object.id != item.object.id
            && (isFlux != other.isFlux || target == other.target && revision == other.revision)
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
            let target = argoTarget(template["spec"] ?? Node(.null))
            for source in argoSources(template["spec"] ?? Node(.null)) where !source.has("chart") {
                guard let path = fill(source.text("path")), !path.isEmpty, let address = fill(source.text("repoURL")),
                    let cluster = fill(target.cluster), let namespace = fill(target.namespace),
                    let name = fill(template.text("metadata", "name"))
                else { continue }
                found.append(
                    Deployment(
                        item: set, source: source, address: RepositoryAddress(address), path: path,
                        revision: fill(source.text("targetRevision")) ?? "?",
                        target: Target(cluster: cluster, namespace: namespace), element: row.node, name: name))
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
            target: Target(cluster: cluster, namespace: spec.text("targetNamespace")), name: kustomization.name)
    }

    /// Several sources go before a single one.
    static func argoSources(_ spec: Node) -> [Node] {
        let several = spec.items("sources")
        return several.isEmpty ? [spec["source"]].compactMap { $0 } : several
    }

    private static func argoTarget(_ spec: Node) -> Target {
        let destination = spec["destination"] ?? Node(.null)
        let cluster = destination.text("server") + destination.text("name")
        let isHere = ["https://kubernetes.default.svc", "in-cluster"].contains(cluster)
        return Target(cluster: isHere ? "" : cluster, namespace: destination.text("namespace"))
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
