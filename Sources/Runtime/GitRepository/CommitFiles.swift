package import FileTree

/// The files of one commit.
package struct CommitFiles: FileTree {
    package let commit: String
    private var files: [TreePath: CommitEntry] = [:]
    private var directories: [TreePath: Set<String>] = [.root: []]
    private let contents: [String: [UInt8]]

    init(commit: String, entries: [CommitEntry], contents: [String: [UInt8]]) {
        self.commit = commit
        self.contents = contents
        for entry in entries {
            let path = TreePath(entry.path)
            files[path] = entry
            var child = path
            while !child.isRoot {
                let parent = child.parent
                let isNew = directories[parent, default: []].insert(child.lastComponent).inserted
                guard isNew else { break }
                child = parent
            }
        }
    }

    package func read(_ path: TreePath) throws(FileTreeError) -> [UInt8] {
        let path = try resolvingLinks(path)
        guard let entry = files[path] else {
            throw FileTreeError(directories[path] == nil ? .notFound : .notAFile, path)
        }
        guard let bytes = contents[entry.object] else {
            throw FileTreeError(.tooLarge, path, detail: "\(entry.size) bytes")
        }
        return bytes
    }

    package func entry(at path: TreePath) -> EntryKind? {
        guard let path = try? resolvingLinks(path) else { return nil }
        if files[path] != nil { return .file }
        return directories[path] == nil ? nil : .directory
    }

    package func names(in path: TreePath) throws(FileTreeError) -> [String] {
        let path = try resolvingLinks(path)
        guard let names = directories[path] else {
            throw FileTreeError(files[path] == nil ? .notFound : .notADirectory, path)
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    package func resolvingLinks(_ path: TreePath) throws(FileTreeError) -> TreePath {
        var resolved = TreePath.root
        var rest = path.components.map(String.init)[...]
        var links = 0
        while let part = rest.popFirst() {
            resolved = resolved.appending(part)
            guard let entry = files[resolved], entry.isLink else { continue }
            links += 1
            guard links <= 40 else { throw FileTreeError(.unreadable, path, detail: "too many symbolic links") }
            let target = String(decoding: contents[entry.object] ?? [], as: UTF8.self)
            guard !target.hasPrefix("/") else {
                throw FileTreeError(.outsideRoot, path, detail: "a symbolic link to \"\(target)\"")
            }
            rest = resolved.parent.appending(target).components.map(String.init)[...] + rest
            resolved = .root
        }
        guard !resolved.leavesRoot else { throw FileTreeError(.outsideRoot, path) }
        guard files[resolved] != nil || directories[resolved] != nil else { throw FileTreeError(.notFound, path) }
        return resolved
    }
}

/// One line of `git ls-tree`.
struct CommitEntry: Sendable, Equatable {
    var mode: String
    var object: String
    var size: Int
    var path: String

    var isLink: Bool { mode == "120000" }
    /// Whether the content is read; submodules have none.
    func isLoaded(_ limits: GitLimits) -> Bool { mode != "160000" && size <= limits.file }

    /// Reads the output of `ls-tree -r -z --long`: `mode type object size<TAB>path<NUL>`.
    static func parse(_ output: [UInt8]) throws -> [CommitEntry] {
        var entries: [CommitEntry] = []
        for line in output.split(separator: 0) {
            guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else {
                throw GitError(.failed, "git ls-tree answered \"\(String(decoding: line, as: UTF8.self))\"")
            }
            let head = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ").map(String.init)
            guard head.count == 4 else {
                throw GitError(.failed, "git ls-tree answered \"\(head.joined(separator: " "))\"")
            }
            let path = String(decoding: line[(tab + 1)...], as: UTF8.self)
            if head[0] == "160000" { continue }
            entries.append(CommitEntry(mode: head[0], object: head[2], size: Int(head[3]) ?? 0, path: path))
        }
        return entries
    }
}
