internal import FileTree

/// The working directory with a file `-` that comes from standard input.
struct PipedManifests: FileTree {
    private static let path = TreePath("-")
    private let files: any FileTree
    private let bytes: [UInt8]

    /// Reads standard input to its end.
    init(over files: any FileTree) throws {
        self.files = files
        bytes = try StandardInput.all()
    }

    func read(_ path: TreePath) throws(FileTreeError) -> [UInt8] {
        path == Self.path ? bytes : try files.read(path)
    }

    func entry(at path: TreePath) -> EntryKind? { path == Self.path ? .file : files.entry(at: path) }

    func names(in path: TreePath) throws(FileTreeError) -> [String] { try files.names(in: path) }

    func resolvingLinks(_ path: TreePath) throws(FileTreeError) -> TreePath {
        path == Self.path ? path : try files.resolvingLinks(path)
    }

    func find(
        _ reference: String, from directory: TreePath
    ) throws(FileTreeError) -> (path: TreePath, kind: EntryKind) {
        directory.appending(reference) == Self.path ? (Self.path, .file) : try files.find(reference, from: directory)
    }
}
