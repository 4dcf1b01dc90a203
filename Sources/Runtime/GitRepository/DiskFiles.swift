internal import Foundation
package import FileTree

/// A folder on disk. Paths may leave it upwards: who builds from it says whether that is allowed.
package struct DiskFiles: FileTree {
    /// Without links, so that `..` means the same to the text and to the system.
    private let folder: String
    private let sizeLimit: Int

    /// - Parameters:
    ///   - folder: The root of the tree.
    ///   - sizeLimit: The largest file that is read, in bytes.
    package init(_ folder: String, sizeLimit: Int = 32 << 20) {
        let standard = URL(fileURLWithPath: folder).standardizedFileURL.path
        self.folder = realPath(standard) ?? standard
        self.sizeLimit = sizeLimit
    }

    package func read(_ path: TreePath) throws(FileTreeError) -> [UInt8] {
        let descriptor = open(place(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            guard errno == ENOENT || errno == ENOTDIR else {
                throw FileTreeError(.unreadable, path, detail: String(cString: strerror(errno)))
            }
            throw FileTreeError(.notFound, path)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileTreeError(.unreadable, path) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw FileTreeError(.notAFile, path)
        default: throw FileTreeError(.unreadable, path, detail: "is neither a file nor a directory")
        }
        guard status.st_size <= sizeLimit else {
            throw FileTreeError(.tooLarge, path, detail: "\(status.st_size) bytes, the limit is \(sizeLimit)")
        }
        return try bytes(of: descriptor, count: Int(status.st_size), path)
    }

    /// At most `count` bytes: what is appended while reading belongs to the next reading.
    private func bytes(of descriptor: Int32, count: Int, _ path: TreePath) throws(FileTreeError) -> [UInt8] {
        var isComplete = true
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = Foundation.read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else {
                    isComplete = got == 0
                    return
                }
                filled += got
            }
        }
        guard isComplete else { throw FileTreeError(.unreadable, path, detail: String(cString: strerror(errno))) }
        return bytes
    }

    package func entry(at path: TreePath) -> EntryKind? {
        var status = stat()
        guard stat(place(path), &status) == 0 else { return nil }
        return status.st_mode & S_IFMT == S_IFDIR ? .directory : .file
    }

    package func names(in path: TreePath) throws(FileTreeError) -> [String] {
        guard let kind = entry(at: path) else { throw FileTreeError(.notFound, path) }
        guard kind == .directory else { throw FileTreeError(.notADirectory, path) }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: place(path)) else {
            throw FileTreeError(.unreadable, path, detail: "check its permissions")
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Asks the system for each link only: of all others the directory itself says what they are.
    package func entries(in path: TreePath) throws(FileTreeError) -> [FolderEntry] {
        guard let folder = opendir(place(path)) else {
            guard let kind = entry(at: path) else { throw FileTreeError(.notFound, path) }
            guard kind == .directory else { throw FileTreeError(.notADirectory, path) }
            throw FileTreeError(.unreadable, path, detail: "check its permissions")
        }
        defer { closedir(folder) }
        var entries: [FolderEntry] = []
        while let found = readdir(folder) {
            let name = withUnsafePointer(to: &found.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            switch Int(found.pointee.d_type) {
            case Int(DT_REG): entries.append(FolderEntry(name: name, kind: .file, isLink: false))
            case Int(DT_DIR): entries.append(FolderEntry(name: name, kind: .directory, isLink: false))
            default:
                // A link, or a file system that does not say.
                guard let kind = entry(at: path.appending(name)) else { continue }
                entries.append(FolderEntry(name: name, kind: kind, isLink: isLink(path.appending(name))))
            }
        }
        return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private func isLink(_ path: TreePath) -> Bool {
        var status = stat()
        return lstat(place(path), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    package func resolvingLinks(_ path: TreePath) throws(FileTreeError) -> TreePath {
        guard let real = realPath(place(path)) else { throw FileTreeError(.notFound, path) }
        return relativePath(real, to: folder)
    }

    /// Looks at the parts below `directory` only: everything above is known to be free of links.
    package func find(
        _ reference: String, from directory: TreePath
    ) throws(FileTreeError) -> (path: TreePath, kind: EntryKind) {
        let path = shortest(directory.appending(reference))
        var kind = EntryKind.directory
        for step in steps(to: path, from: directory) {
            var status = stat()
            guard lstat(place(step), &status) == 0 else { throw FileTreeError(.notFound, path) }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: kind = .directory
            case S_IFLNK:
                let target = try resolvingLinks(path)
                guard let kind = entry(at: target) else { throw FileTreeError(.notFound, path) }
                return (target, kind)
            default: kind = .file
            }
        }
        return (path, kind)
    }

    /// The parts of `path` that `directory` does not share, each as a path; `..` leads up to where no links are.
    private func steps(to path: TreePath, from directory: TreePath) -> [TreePath] {
        if path.text.utf8.count > directory.text.utf8.count, path.isInside(directory),
            !path.text.utf8.dropFirst(directory.text.utf8.count + 1).contains(UInt8(ascii: "/"))
        {
            return [path]
        }
        let parts = path.components
        let known = zip(directory.components, parts).prefix { $0 == $1 }.count
        return (known..<parts.count).filter { parts[$0] != ".." }.map { end in
            TreePath(parts[...end].joined(separator: "/"))
        }
    }

    /// A path that leaves the tree and comes back into it has a second name; a file must have one.
    private func shortest(_ path: TreePath) -> TreePath {
        guard path.leavesRoot else { return path }
        let parts = path.components
        let up = parts.prefix { $0 == ".." }.count
        let own = folder.split(separator: "/").suffix(up)
        let shared = zip(own, parts.dropFirst(up)).prefix { $0 == $1 }.count
        guard shared > 0, own.count == up else { return path }
        let rest = parts.dropFirst(up + shared)
        return TreePath((repeatElement("..", count: up - shared) + rest).joined(separator: "/"))
    }

    func place(_ path: TreePath) -> String { path.isRoot ? folder : folder + "/" + path.text }

    private func relativePath(_ path: String, to root: String) -> TreePath {
        let parts = path.split(separator: "/")
        let rootParts = root.split(separator: "/")
        let shared = zip(parts, rootParts).prefix { $0 == $1 }.count
        let up = repeatElement("..", count: rootParts.count - shared)
        return TreePath((up + parts.dropFirst(shared).map(String.init)).joined(separator: "/"))
    }
}

/// Foundation's own resolves the last link of a path only.
private func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}
