#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif
internal import Dispatch
internal import Foundation

/// Tells when the references of a local repository change, by asking the system to watch its folders. No polling: nothing
/// runs while nothing happens.
package struct RefWatch: Sendable {
    /// One element after each burst of changes. The watch ends with the last reader.
    package let changes: AsyncStream<Void>

    /// - Throws: `GitError` when the folder is not a repository, or the system gives no more watches.
    package init(repository path: String) throws(GitError) {
        let folder = try Self.gitFolder(path)
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else {
            throw GitError(.failed, "cannot watch \"\(path)\": \(String(cString: strerror(errno)))")
        }
        let watched = WatchedFolders(descriptor: descriptor, root: folder)
        watched.addAll()
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let source = DispatchSource.makeReadSource(
            fileDescriptor: descriptor, queue: DispatchQueue(label: "mainstay.refs"))
        source.setEventHandler {
            var buffer = [UInt8](repeating: 0, count: 16 << 10)
            while read(descriptor, &buffer, buffer.count) > 0 {}
            // A branch with a slash in its name brings a new folder.
            watched.addAll()
            continuation.yield()
        }
        source.setCancelHandler { close(descriptor) }
        source.resume()
        // Cancelling is safe from any thread; the type only does not say so.
        nonisolated(unsafe) let running = source
        continuation.onTermination = { _ in running.cancel() }
        changes = stream
    }

    /// The folder that holds HEAD and refs, for a plain repository, a bare one and a linked work tree.
    private static func gitFolder(_ path: String) throws(GitError) -> String {
        let manager = FileManager.default
        var isDirectory: ObjCBool = false
        let dotGit = path + "/.git"
        if manager.fileExists(atPath: dotGit, isDirectory: &isDirectory) {
            if isDirectory.boolValue { return dotGit }
            let text = manager.contents(atPath: dotGit).map { String(decoding: $0, as: UTF8.self) } ?? ""
            let target = text.replacing("gitdir: ", with: "").trimmingCharacters(in: .whitespacesAndNewlines)
            let folder = target.hasPrefix("/") ? target : path + "/" + target
            let common = manager.contents(atPath: folder + "/commondir").map { String(decoding: $0, as: UTF8.self) }
            guard let common = common?.trimmingCharacters(in: .whitespacesAndNewlines) else { return folder }
            return common.hasPrefix("/") ? common : folder + "/" + common
        }
        guard manager.fileExists(atPath: path + "/HEAD"), manager.fileExists(atPath: path + "/refs") else {
            throw GitError(.unreachable, "\"\(path)\" is not a Git repository")
        }
        return path
    }
}

/// The folders below `refs` and the one of HEAD, each added once; inotify itself ignores a second time.
private struct WatchedFolders: Sendable {
    var descriptor: Int32
    var root: String

    func addAll() {
        let mask = UInt32(IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_CLOSE_WRITE)
        inotify_add_watch(descriptor, root, mask)
        let refs = root + "/refs"
        inotify_add_watch(descriptor, refs, mask)
        let below = FileManager.default.enumerator(atPath: refs)
        while let name = below?.nextObject() as? String {
            guard below?.fileAttributes?[.type] as? FileAttributeType == .typeDirectory else { continue }
            inotify_add_watch(descriptor, refs + "/" + name, mask)
        }
    }
}
