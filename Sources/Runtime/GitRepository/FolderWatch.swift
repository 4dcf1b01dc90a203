#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif
internal import Dispatch
internal import Foundation

/// Tells when something in some folders changes, by asking the system to watch them. No polling: nothing runs while
/// nothing happens.
package struct FolderWatch: Sendable {
    /// One element after each burst of changes. The watch ends with the last reader.
    package let changes: AsyncStream<Void>

    /// - Parameter folders: The folders to watch, asked for again after each burst, as new ones may have come.
    /// - Throws: `GitError` when the system gives no more watches.
    package init(_ folders: @escaping @Sendable () -> [String]) throws(GitError) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else {
            throw GitError(.failed, "cannot watch folders: \(String(cString: strerror(errno)))")
        }
        Self.watch(folders(), descriptor)
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let source = DispatchSource.makeReadSource(
            fileDescriptor: descriptor, queue: DispatchQueue(label: "mainstay.watch"))
        source.setEventHandler {
            var buffer = [UInt8](repeating: 0, count: 16 << 10)
            while read(descriptor, &buffer, buffer.count) > 0 {}
            Self.watch(folders(), descriptor)
            continuation.yield()
        }
        source.setCancelHandler { close(descriptor) }
        source.resume()
        // Cancelling is safe from any thread; the type only does not say so.
        nonisolated(unsafe) let running = source
        continuation.onTermination = { _ in running.cancel() }
        changes = stream
    }

    /// inotify itself ignores a folder that it watches already.
    private static func watch(_ folders: [String], _ descriptor: Int32) {
        let mask = UInt32(IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_CLOSE_WRITE)
        for folder in folders { inotify_add_watch(descriptor, folder, mask) }
    }
}
