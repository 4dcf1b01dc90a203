/// A tree of files in memory, for tests and for values that never were on a disk.
package struct MemoryFileTree: FileTree, ExpressibleByDictionaryLiteral {
    private var files: [TreePath: [UInt8]] = [:]
    private var directories: [TreePath: Set<String>] = [.root: []]

    package init() {}

    package init(dictionaryLiteral elements: (String, String)...) {
        for (path, text) in elements { write(Array(text.utf8), to: TreePath(path)) }
    }

    package mutating func write(_ bytes: [UInt8], to path: TreePath) {
        files[path] = bytes
        var child = path
        while !child.isRoot, !child.leavesRoot {
            let parent = child.parent
            directories[parent, default: []].insert(child.lastComponent)
            child = parent
        }
    }

    package func read(_ path: TreePath) throws(FileTreeError) -> [UInt8] {
        if let bytes = files[path] { return bytes }
        throw FileTreeError(directories[path] == nil ? .notFound : .notAFile, path)
    }

    package func entry(at path: TreePath) -> EntryKind? {
        if files[path] != nil { return .file }
        return directories[path] == nil ? nil : .directory
    }

    package func names(in path: TreePath) throws(FileTreeError) -> [String] {
        if let names = directories[path] { return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
        throw FileTreeError(files[path] == nil ? .notFound : .notADirectory, path)
    }

    package func resolvingLinks(_ path: TreePath) throws(FileTreeError) -> TreePath {
        guard !path.leavesRoot else { throw FileTreeError(.outsideRoot, path) }
        guard entry(at: path) != nil else { throw FileTreeError(.notFound, path) }
        return path
    }
}
