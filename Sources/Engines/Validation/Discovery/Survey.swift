internal import Diagnostics
package import FileTree
package import Kustomize

/// What the files of a repository are, as their names and the texts of kustomizations tell.
package struct Survey: Sendable {
    /// The kustomizations that nothing deploys through another: those of overlays, of bases that stand alone, and those
    /// that were named.
    package internal(set) var roots: [TreePath] = []
    /// Files that may hold manifests, which no kustomization names.
    package internal(set) var manifests: [TreePath] = []
    /// Files beside a kustomization, or beside what one names, that none names.
    package internal(set) var forgotten: [TreePath] = []
    /// Policies in Rego.
    package private(set) var policies: [TreePath] = []
    /// All files.
    package internal(set) var files: [TreePath] = []
    /// What each kustomization names, by its folder.
    package private(set) var links: [TreePath: KustomizationLinks] = [:]
    let findings: [Finding]

    /// - Parameters:
    ///   - paths: Files and folders; a kustomization that is named is a root whatever names it.
    ///   - parsed: The texts of kustomizations are kept there for the builds.
    package init(
        _ paths: [TreePath], in tree: any FileTree, parsed: ParsedFiles,
        excluding isExcluded: (TreePath) -> Bool = { _ in false }
    ) {
        let walk = FolderWalk(paths, in: tree, excluding: isExcluded)
        findings = walk.findings
        files = walk.files.map(\.path)
        let named = Set(paths)
        let kustomized = Set(walk.files.lazy.filter { kustomizationNames.contains($0.path.lastComponent) }.map(\.path))
        links = parsed.links(
            of: walk.folders.filter { folder in
                kustomizationNames.contains { kustomized.contains(folder.appending($0)) }
            })
        let included = Set(links.values.flatMap(\.included))
        roots = walk.folders.filter { folder in
            guard let links = links[folder] else { return false }
            return named.contains(folder) || (!links.isComponent && !included.contains(folder))
        }
        let mentioned = Set(links.values.flatMap(\.mentioned))
        let charts = Set(walk.files.lazy.filter { $0.path.lastComponent == "Chart.yaml" }.map(\.path.parent))
        let kept = Set(walk.files.lazy.filter { mentioned.contains($0.path) }.map(\.path.parent))
        for file in walk.files where !file.isHidden {
            let path = file.path
            if path.lastComponent.hasSuffix(".rego") { policies.append(path) }
            guard named.contains(path) || Self.mayBeManifest(path), !kustomized.contains(path) else { continue }
            if !named.contains(path) {
                if charts.contains(where: path.isInside) { continue }
                if mentioned.contains(path) { continue }
                if links[path.parent] != nil || kept.contains(path.parent) {
                    forgotten.append(path)
                    continue
                }
            }
            manifests.append(path)
        }
    }

    private static func mayBeManifest(_ path: TreePath) -> Bool {
        [".yaml", ".yml", ".json"].contains(where: path.lastComponent.hasSuffix)
    }
}
