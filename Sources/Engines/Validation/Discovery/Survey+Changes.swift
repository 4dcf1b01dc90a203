package import FileTree
package import Kustomize

extension Survey {
    /// What a change of some files can affect: overlays that reach one of them, and those of the files themselves.
    ///
    /// Manifests that no kustomization names speak of each other, so one that changed brings all of them.
    package func limited(to changed: Set<TreePath>, parsed: ParsedFiles) -> Survey {
        var survey = self
        var links = links
        survey.roots = roots.filter { Self.reaches($0, changed, &links, parsed) }
        if !manifests.contains(where: changed.contains) { survey.manifests = [] }
        survey.forgotten = forgotten.filter(changed.contains)
        survey.files = files.filter(changed.contains)
        return survey
    }

    /// Whether the changed files are read as they stand, so that only the objects that they hold can be others than before.
    /// What patches, generates or lists may change any object.
    package func holdsAll(_ changed: Set<TreePath>) -> Bool {
        let resources = Set(links.values.flatMap(\.resources)), others = Set(links.values.flatMap(\.others))
        return changed.allSatisfy { path in
            // Of what lies outside nobody here knows how it is used.
            files.contains(path) && !others.contains(path)
                && (resources.contains(path) || !kustomizationNames.contains(path.lastComponent))
        }
    }

    private static func reaches(
        _ root: TreePath, _ changed: Set<TreePath>, _ links: inout [TreePath: KustomizationLinks], _ parsed: ParsedFiles
    ) -> Bool {
        var seen: Set<TreePath> = [root]
        var wave = [root]
        while !wave.isEmpty {
            // Bases may lie outside of what was surveyed.
            links.merge(parsed.links(of: wave.filter { links[$0] == nil })) { old, _ in old }
            var next: [TreePath] = []
            for folder in wave {
                guard let found = links[folder] else {
                    // A folder that is no kustomization, or a file.
                    if changed.contains(where: { $0.isInside(folder) }) { return true }
                    continue
                }
                if changed.contains(found.file) || !changed.isDisjoint(with: found.mentioned) { return true }
                next += found.included.filter { seen.insert($0).inserted }
            }
            wave = next
        }
        return false
    }
}
