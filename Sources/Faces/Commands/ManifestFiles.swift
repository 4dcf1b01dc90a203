internal import Diagnostics
internal import FileTree
internal import GitRepository
internal import Lint
internal import Validation

/// A file of YAML, and what its place says about it.
struct ManifestFile: Sendable {
    var path: TreePath
    var bytes: [UInt8]
    /// Whether it lies in the folder `templates` of a chart.
    var isTemplate: Bool
    var isKustomization: Bool
}

/// The files of YAML below some paths.
enum ManifestFiles {
    private static let kustomizations: Set<String> = ["kustomization.yaml", "kustomization.yml", "Kustomization"]

    /// - Returns: with a finding for each path that is not there and each file that cannot be read.
    static func read(
        _ paths: [String], excluding patterns: [String]
    ) throws -> (files: [ManifestFile], findings: [Finding]) {
        let tree = WorkingDirectory.files
        let excluded = PathPatterns(patterns)
        let walk = FolderWalk(paths.map { WorkingDirectory.path($0) }, in: tree) { excluded.match($0.description) }
        let named = Set(paths.map { WorkingDirectory.path($0) })
        var findings = walk.findings
        var files: [ManifestFile] = []
        for path in walk.files.filter({ !$0.isHidden }).map(\.path) {
            let name = path.lastComponent
            let isKustomization = kustomizations.contains(name)
            guard named.contains(path) || isKustomization || name.hasSuffix(".yaml") || name.hasSuffix(".yml") else {
                continue
            }
            do throws(FileTreeError) {
                files.append(
                    ManifestFile(
                        path: path, bytes: try tree.read(path), isTemplate: isTemplate(path, in: tree),
                        isKustomization: isKustomization))
            } catch { findings.append(Finding(.fileUnreadable, error.description, at: .unknown)) }
        }
        return (files, findings)
    }

    /// Whether a chart has the file among its templates.
    private static func isTemplate(_ path: TreePath, in tree: any FileTree) -> Bool {
        var folder = path.parent
        while !folder.isRoot, folder.lastComponent != ".." {
            if folder.lastComponent == "templates", tree.entry(at: folder.parent.appending("Chart.yaml")) == .file {
                return true
            }
            folder = folder.parent
        }
        return false
    }
}
