import Synchronization

/// A tree that keeps book of every path that was looked at, found or not: all that a result depends on.
package final class RecordedFiles: FileTree {
    private let base: any FileTree
    private let paths = Mutex<Set<TreePath>>([])

    package init(_ base: any FileTree) { self.base = base }

    /// What was looked at so far.
    package var looked: Set<TreePath> { paths.withLock { $0 } }

    private func note(_ path: TreePath) { paths.withLock { _ = $0.insert(path) } }

    package func read(_ path: TreePath) throws(FileTreeError) -> [UInt8] {
        note(path)
        return try base.read(path)
    }

    package func entry(at path: TreePath) -> EntryKind? {
        note(path)
        return base.entry(at: path)
    }

    package func names(in path: TreePath) throws(FileTreeError) -> [String] {
        note(path)
        return try base.names(in: path)
    }

    package func entries(in path: TreePath) throws(FileTreeError) -> [FolderEntry] {
        note(path)
        return try base.entries(in: path)
    }

    package func resolvingLinks(_ path: TreePath) throws(FileTreeError) -> TreePath {
        note(path)
        return try base.resolvingLinks(path)
    }

    package func find(
        _ reference: String, from directory: TreePath
    ) throws(FileTreeError) -> (path: TreePath, kind: EntryKind) {
        note(directory.appending(reference))
        let found = try base.find(reference, from: directory)
        note(found.path)
        return found
    }
}
