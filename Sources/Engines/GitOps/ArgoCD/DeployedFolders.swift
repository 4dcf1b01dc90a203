internal import Diagnostics
internal import FileTree
internal import KubeTypes
internal import Tree

extension Judge {
    /// Folders that are deployed from this repository.
    static let deployedFolders = Judge(.application, .applicationSet, .fluxKustomization) { item, world in
        var told: Set<String> = []
        return world.deployments(of: item).filter { told.insert($0.path).inserted }.compactMap { deployment in
            world.roots.root(of: deployment.address).flatMap { FolderCheck(deployment, root: $0, world).finding }
        }
    }

    /// One folder that two objects deploy to one place: each removes or resets what the other does.
    static let deployedTwice = Judge(.application, .fluxKustomization) { item, world in
        world.deployments(of: item).flatMap { own -> [Finding] in
            // The first one is told nothing; two objects of one name are another matter.
            let rivals = own.address.isEmpty ? [] : world.folders[own.folder] ?? []
            guard
                let rival = rivals.prefix(1000).first(where: {
                    own.collides(with: $0) && $0.item.object.place < item.object.place
                })
            else { return [] }
            return [
                item.finding(
                    .deployedTwice, .warning,
                    "the \(rival.item.kind) \"\(rival.name)\" of \(rival.isFlux ? "Flux" : "Argo CD") deploys "
                        + "\"\(own.path)\" to the same place",
                    at: own.pathNode,
                    related: [rival.item.related("the other one", at: rival.pathNode)],
                    effect: "both write every object, and deleting one of the two may delete what the other needs",
                    hint: "keep one of them, or deploy to another cluster")
            ]
        }
    }
}

extension GitOpsWorld {
    func deployments(of item: Item) -> [Deployment] {
        deployments[item.identity] ?? []
    }
}

/// Looks whether a folder can be deployed.
private struct FolderCheck {
    let deployment: Deployment
    let root: RepositoryRoots.Root
    let files: any FileTree
    let folder: TreePath

    init(_ deployment: Deployment, root: RepositoryRoots.Root, _ world: GitOpsWorld) {
        self.deployment = deployment
        self.root = root
        files = world.files
        folder = root.folder.appending(deployment.path)
    }

    private var source: Node { deployment.source }

    var finding: Finding? {
        if TreePath(deployment.path).leavesRoot {
            return finding(
                .sourcePathUnusable, .error, "\"\(deployment.path)\" leads out of the repository",
                hint: "name a folder of the repository")
        }
        switch files.entry(at: folder) {
        case nil: return missing
        case .file:
            return finding(.sourcePathUnusable, .error, "\"\(deployment.path)\" is a file", hint: "name its folder")
        case .directory: return unusable
        }
    }

    private var missing: Finding {
        let names = (try? files.names(in: folder.parent)) ?? []
        let near = nearestName(to: folder.lastComponent, among: names.prefix(2000))
        let meant = near.map { deployment.path.hasPrefix("./") ? "./" + with($0) : with($0) }
        return finding(
            .sourcePathMissing, deployment.isOnMainBranch && root.isSure ? .error : .warning,
            "the repository has no folder \"\(deployment.path)\""
                + (deployment.isOnMainBranch ? "" : " here, and \"\(deployment.revision)\" may not have it either"),
            effect: "nothing of \"\(deployment.name)\" is deployed", meant: deployment.element == nil ? meant : nil,
            hint: meant.map { "did you mean \"\($0)\"?" } ?? "make the folder, or correct the path")
    }

    private func with(_ name: String) -> String {
        TreePath(deployment.path).parent.appending(name).text
    }

    private var unusable: Finding? {
        let entries = (try? files.entries(in: folder)) ?? []
        let names = Set(entries.lazy.filter { $0.kind == .file }.map(\.name))
        if let file = ["kustomization.yaml", "kustomization.yml", "Kustomization"].first(where: names.contains) {
            return component(folder.appending(file))
        }
        if deployment.isFlux { return hasManifests(folder) ? nil : empty(nil) }
        guard !source.has("plugin"), !names.contains(where: { $0.hasSuffix("Chart.yaml") }) else { return nil }
        if source.has("kustomize") {
            return finding(
                .sourcePathUnusable, .error, "\"\(deployment.path)\" has no kustomization, and the source asks for one",
                at: source["kustomize"], hint: "remove \"kustomize\", or write a kustomization.yaml there")
        }
        if source.has("helm") {
            return finding(
                .sourcePathUnusable, .error,
                "\"\(deployment.path)\" has no Chart.yaml, and the source asks for a chart",
                at: source["helm"], hint: "correct the path")
        }
        if names.contains(where: isManifest) || entries.contains(where: { $0.name.hasSuffix(".jsonnet") }) {
            return nil
        }
        if source.isSet("directory", "recurse") { return hasManifests(folder) ? nil : empty(nil) }
        return empty(
            hasManifests(folder)
                ? "its folders have some: set directory.recurse to true, or name the one that is meant" : nil)
    }

    private func empty(_ hint: String?) -> Finding {
        finding(
            .sourcePathUnusable, .warning, "\"\(deployment.path)\" has no manifests itself",
            effect: "nothing of \"\(deployment.name)\" is deployed", hint: hint ?? "correct the path")
    }

    private func component(_ file: TreePath) -> Finding? {
        guard let bytes = try? files.read(file), bytes.count < 1 << 20,
            let root = try? YAMLReader.read(bytes, file: SourceFile(file.description)).documents.first,
            root.text("kind") == "Component"
        else { return nil }
        return finding(
            .sourcePathUnusable, .error,
            "\"\(deployment.path)\" is a Component, which kustomize does not build by itself",
            related: [RelatedPlace("it says so here", at: root["kind"]?.place ?? root.place)],
            hint: "name a kustomization that lists it under \"components\"")
    }

    /// Whether there are manifests in the folder or below it; also when there is too much to look at.
    private func hasManifests(_ folder: TreePath) -> Bool {
        var waiting = [folder]
        var count = 0
        while let next = waiting.popLast() {
            for entry in (try? files.entries(in: next)) ?? [] {
                count += 1
                if count > 20_000 || entry.kind == .file && isManifest(entry.name) { return true }
                if entry.kind == .directory, !entry.isLink, !entry.name.hasPrefix(".") {
                    waiting.append(next.appending(entry.name))
                }
            }
        }
        return false
    }

    private func isManifest(_ name: String) -> Bool {
        [".yaml", ".yml", ".json"].contains(where: name.hasSuffix)
    }

    private func finding(
        _ code: Code, _ severity: Severity, _ message: String, at node: Node? = nil, related: [RelatedPlace] = [],
        effect: String? = nil, meant: String? = nil, hint: String? = nil
    ) -> Finding {
        var related = related
        if let element = deployment.element {
            related.append(RelatedPlace("with the parameters of this element", at: element.place))
        }
        return deployment.item.finding(
            code, severity, message, at: node ?? deployment.pathNode, related: related, effect: effect, meant: meant,
            hint: hint)
    }
}
