internal import FileTree
internal import Foundation

/// The working directory with a kustomization file that comes from standard input and hides the one that lies there.
struct PipedKustomization: FileTree {
    private static let path = TreePath("kustomization.yaml")
    private static let hidden = ["kustomization.yaml", "kustomization.yml", "Kustomization"].map { TreePath($0) }
    private let files: any FileTree
    private let bytes: [UInt8]

    /// Reads standard input to its end.
    init(over files: any FileTree) throws {
        self.files = files
        let limit = 16 << 20
        guard let data = try FileHandle.standardInput.read(upToCount: limit + 1), !data.isEmpty else {
            throw CommandError("standard input is empty; expected a kustomization")
        }
        guard data.count <= limit else { throw CommandError("standard input has more than \(limit) bytes") }
        bytes = Array(data)
    }

    func read(_ path: TreePath) throws(FileTreeError) -> [UInt8] {
        path == Self.path ? bytes : try files.read(path)
    }

    func entry(at path: TreePath) -> EntryKind? {
        Self.hidden.contains(path) ? path == Self.path ? .file : nil : files.entry(at: path)
    }

    func names(in path: TreePath) throws(FileTreeError) -> [String] { try files.names(in: path) }

    func resolvingLinks(_ path: TreePath) throws(FileTreeError) -> TreePath {
        Self.hidden.contains(path) ? path : try files.resolvingLinks(path)
    }

    func find(
        _ reference: String, from directory: TreePath
    ) throws(FileTreeError) -> (path: TreePath, kind: EntryKind) {
        let path = directory.appending(reference)
        guard Self.hidden.contains(path) else { return try files.find(reference, from: directory) }
        guard path == Self.path else { throw FileTreeError(.notFound, path) }
        return (path, .file)
    }
}
