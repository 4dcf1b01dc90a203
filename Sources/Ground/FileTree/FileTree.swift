/// A read-only tree of files: a folder on disk, a commit in a Git repository, or a dictionary in a test.
///
/// Engines read files through this protocol only, so they work without a disk and every input can be reproduced.
package protocol FileTree: Sendable {
    /// The bytes of the file at `path`.
    func read(_ path: TreePath) throws(FileTreeError) -> [UInt8]
    /// What stands at `path`, after symbolic links; nil when nothing does.
    func entry(at path: TreePath) -> EntryKind?
    /// The names in the directory at `path`, sorted by their bytes.
    func names(in path: TreePath) throws(FileTreeError) -> [String]
    /// What the directory at `path` holds, sorted by the bytes of the names. What leads nowhere is left out.
    func entries(in path: TreePath) throws(FileTreeError) -> [FolderEntry]
    /// `path` with all symbolic links replaced by what they point to.
    func resolvingLinks(_ path: TreePath) throws(FileTreeError) -> TreePath
    /// What `reference` leads to from `directory`, whose path has no links: the path without links, and what stands there.
    func find(_ reference: String, from directory: TreePath) throws(FileTreeError) -> (path: TreePath, kind: EntryKind)
}

extension FileTree {
    package func entries(in path: TreePath) throws(FileTreeError) -> [FolderEntry] {
        try names(in: path).compactMap { name in
            entry(at: path.appending(name)).map { FolderEntry(name: name, kind: $0, isLink: false) }
        }
    }

    package func find(
        _ reference: String, from directory: TreePath
    ) throws(FileTreeError) -> (path: TreePath, kind: EntryKind) {
        let path = try resolvingLinks(directory.appending(reference))
        guard let kind = entry(at: path) else { throw FileTreeError(.notFound, path) }
        return (path, kind)
    }
}

package enum EntryKind: Sendable {
    case file, directory
}

/// A name in a directory, and what it leads to.
package struct FolderEntry: Sendable, Equatable {
    package var name: String
    package var kind: EntryKind
    /// Whether the name is a symbolic link.
    package var isLink: Bool

    package init(name: String, kind: EntryKind, isLink: Bool) {
        self.name = name
        self.kind = kind
        self.isLink = isLink
    }
}

/// Why a file could not be read.
package struct FileTreeError: Error, Equatable, CustomStringConvertible {
    package enum Code: Sendable { case notFound, notAFile, notADirectory, tooLarge, unreadable, outsideRoot }

    package var code: Code
    package var path: TreePath
    package var detail: String

    package init(_ code: Code, _ path: TreePath, detail: String = "") {
        self.code = code
        self.path = path
        self.detail = detail
    }

    package var description: String {
        let what =
            switch code {
            case .notFound: "no such file or directory"
            case .notAFile: "is a directory, not a file"
            case .notADirectory: "is not a directory"
            case .tooLarge: "is too large"
            case .unreadable: "cannot be read"
            case .outsideRoot: "lies outside the tree"
            }
        return "\"\(path)\" \(what)" + (detail.isEmpty ? "" : ": \(detail)")
    }
}
