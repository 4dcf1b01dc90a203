/// A tree of files into which other trees are hung, each at a path of its own. No path leads from one tree into another.
package struct MountedFiles: FileTree {
    package let base: any FileTree
    private var mounts: [(point: TreePath, tree: any FileTree)] = []

    package init(_ base: any FileTree) { self.base = base }

    /// Hangs `tree` in at `point`, which hides what the tree below has there.
    package mutating func mount(_ tree: any FileTree, at point: TreePath) {
        mounts.removeAll { $0.point == point }
        mounts.append((point, tree))
    }

    package func isMounted(_ point: TreePath) -> Bool { mounts.contains { $0.point == point } }

    package func read(_ path: TreePath) throws(FileTreeError) -> [UInt8] {
        let inner = inner(path)
        return try inner.tree.read(inner.path)
    }

    package func entry(at path: TreePath) -> EntryKind? {
        let inner = inner(path)
        return inner.tree.entry(at: inner.path)
    }

    package func names(in path: TreePath) throws(FileTreeError) -> [String] {
        let inner = inner(path)
        return try inner.tree.names(in: inner.path)
    }

    package func entries(in path: TreePath) throws(FileTreeError) -> [FolderEntry] {
        let inner = inner(path)
        return try inner.tree.entries(in: inner.path)
    }

    package func resolvingLinks(_ path: TreePath) throws(FileTreeError) -> TreePath {
        let inner = inner(path)
        return try outer(try inner.tree.resolvingLinks(inner.path), in: inner.point)
    }

    package func find(
        _ reference: String, from directory: TreePath
    ) throws(FileTreeError) -> (path: TreePath, kind: EntryKind) {
        guard !mounts.isEmpty else { return try base.find(reference, from: directory) }
        let inner = inner(directory)
        let found = try inner.tree.find(reference, from: inner.path)
        return (try outer(found.path, in: inner.point), found.kind)
    }

    /// The tree that `path` lies in, and the path there. The point is nil in the base.
    private func inner(_ path: TreePath) -> (tree: any FileTree, path: TreePath, point: TreePath?) {
        for mount in mounts where path.isInside(mount.point) {
            return (mount.tree, TreePath(String(path.text.dropFirst(mount.point.text.count))), mount.point)
        }
        return (base, path, nil)
    }

    private func outer(_ path: TreePath, in point: TreePath?) throws(FileTreeError) -> TreePath {
        guard let point else { return path }
        guard !path.leavesRoot else { throw FileTreeError(.outsideRoot, path) }
        return point.appending(path.text)
    }
}
