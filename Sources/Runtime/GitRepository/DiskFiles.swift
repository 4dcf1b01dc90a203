internal import Foundation
package import FileTree

/// A folder on disk. Paths may leave it upwards: who builds from it says whether that is allowed.
package struct DiskFiles: FileTree {
    private let folder: String
    private let sizeLimit: Int

    /// - Parameters:
    ///   - folder: The root of the tree.
    ///   - sizeLimit: The largest file that is read, in bytes.
    package init(_ folder: String, sizeLimit: Int = 64 << 20) {
        self.folder = URL(fileURLWithPath: folder).standardizedFileURL.path
        self.sizeLimit = sizeLimit
    }

    package func read(_ path: TreePath) throws(FileTreeError) -> [UInt8] {
        let place = place(path)
        switch entry(at: path) {
        case nil: throw FileTreeError(.notFound, path)
        case .directory: throw FileTreeError(.notAFile, path)
        case .file: break
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: (place as NSString).resolvingSymlinksInPath)
        if let size = attributes?[.size] as? Int, size > sizeLimit {
            throw FileTreeError(.tooLarge, path, detail: "\(size) bytes, the limit is \(sizeLimit)")
        }
        guard let data = FileManager.default.contents(atPath: place) else {
            throw FileTreeError(.unreadable, path, detail: "check its permissions")
        }
        return Array(data)
    }

    package func entry(at path: TreePath) -> EntryKind? {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: place(path), isDirectory: &isDirectory) else { return nil }
        return isDirectory.boolValue ? .directory : .file
    }

    package func names(in path: TreePath) throws(FileTreeError) -> [String] {
        guard let kind = entry(at: path) else { throw FileTreeError(.notFound, path) }
        guard kind == .directory else { throw FileTreeError(.notADirectory, path) }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: place(path)) else {
            throw FileTreeError(.unreadable, path, detail: "check its permissions")
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    package func resolvingLinks(_ path: TreePath) throws(FileTreeError) -> TreePath {
        guard entry(at: path) != nil else { throw FileTreeError(.notFound, path) }
        guard let real = realPath(place(path)), let root = realPath(folder) else {
            throw FileTreeError(.notFound, path)
        }
        return relativePath(real, to: root)
    }

    private func place(_ path: TreePath) -> String { path.isRoot ? folder : folder + "/" + path.text }

    /// Foundation's own resolves the last link of a path only.
    private func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private func relativePath(_ path: String, to root: String) -> TreePath {
        let parts = path.split(separator: "/")
        let rootParts = root.split(separator: "/")
        let shared = zip(parts, rootParts).prefix { $0 == $1 }.count
        let up = repeatElement("..", count: rootParts.count - shared)
        return TreePath((up + parts.dropFirst(shared).map(String.init)).joined(separator: "/"))
    }
}
