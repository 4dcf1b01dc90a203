internal import Foundation
package import FileTree

/// By what one sees, without reading it, that a file is still the same: as Git's index does.
package struct FileStamp: Equatable, Sendable {
    /// Empty when nothing stands there; otherwise kind, size, inode, and the times of the last changes in nanoseconds.
    package let text: String
    /// When the content or the entry changed last, in nanoseconds since 1970; 0 when nothing stands there.
    package let changed: Int

    package var isFolder: Bool { text.hasPrefix("d") }

    package init(text: String) {
        self.text = text
        changed = 0
    }

    fileprivate init(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            (text, changed) = ("", 0)
            return
        }
        let modified = Self.nanoseconds(status.st_mtim), entry = Self.nanoseconds(status.st_ctim)
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        // The size of a folder says nothing, and differs from one file system to the next.
        text = isFolder ? "d \(status.st_ino) \(modified)" : "f \(status.st_size) \(status.st_ino) \(modified) \(entry)"
        changed = max(modified, entry)
    }

    private static func nanoseconds(_ time: timespec) -> Int { time.tv_sec * 1_000_000_000 + time.tv_nsec }

    package static func == (a: FileStamp, b: FileStamp) -> Bool { a.text == b.text }
}

extension DiskFiles {
    package func stamp(_ path: TreePath) -> FileStamp { FileStamp(place(path)) }
}
