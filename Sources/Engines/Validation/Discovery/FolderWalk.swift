package import Diagnostics
package import FileTree

/// All files below some paths, in the order of their names, a folder's own before those of its folders.
package struct FolderWalk: Sendable {
    /// A file, and whether a part of its path that was not named is hidden.
    package struct Found: Sendable, Hashable {
        package var path: TreePath
        package var isHidden: Bool
    }

    private(set) var folders: [TreePath] = []
    package private(set) var files: [Found] = []
    /// What was named and is not there, or cannot be read.
    package private(set) var findings: [Finding] = []
    private var seen: Set<TreePath> = []

    /// - Parameter isExcluded: What is passed over, with all below it.
    package init(
        _ paths: [TreePath], in tree: any FileTree, excluding isExcluded: (TreePath) -> Bool = { _ in false }
    ) {
        for path in paths {
            switch tree.entry(at: path) {
            case .directory: walk(path, in: tree, isHidden: false, isExcluded)
            case .file: add(path, isHidden: false)
            case nil: missing(path, in: tree)
            }
        }
    }

    private mutating func walk(
        _ folder: TreePath, in tree: any FileTree, isHidden: Bool, _ isExcluded: (TreePath) -> Bool
    ) {
        guard seen.insert(folder).inserted else { return }
        let entries: [FolderEntry]
        do throws(FileTreeError) { entries = try tree.entries(in: folder) } catch {
            findings.append(Finding(.fileUnreadable, error.description, at: .unknown))
            return
        }
        folders.append(folder)
        for entry in entries where entry.kind == .file {
            let path = folder.appending(entry.name)
            if !isExcluded(path) { add(path, isHidden: isHidden || entry.name.hasPrefix(".")) }
        }
        // What a link leads to is looked at where it stands.
        for entry in entries where entry.kind == .directory && !entry.isLink && entry.name != ".git" {
            let path = folder.appending(entry.name)
            if isExcluded(path) { continue }
            walk(path, in: tree, isHidden: isHidden || entry.name.hasPrefix("."), isExcluded)
        }
    }

    private mutating func add(_ path: TreePath, isHidden: Bool) {
        if seen.insert(path).inserted { files.append(Found(path: path, isHidden: isHidden)) }
    }

    private mutating func missing(_ path: TreePath, in tree: any FileTree) {
        let near = (try? tree.names(in: path.parent)).flatMap { nearestName(to: path.lastComponent, among: $0) }
        findings.append(
            Finding(
                .fileUnreadable, "there is no file or folder \"\(path)\"", at: .unknown,
                hint: near.map { "did you mean \"\(path.parent.appending($0))\"?" }))
    }
}
