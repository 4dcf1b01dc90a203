import Synchronization

/// The name of a source text, interned to four bytes so that every node of a tree can afford to carry it.
///
/// The set of names only grows. It holds one entry for each distinct path that the process has read, never the text.
package struct SourceFile: Hashable, Sendable {
    private let id: UInt32

    /// A text that has no file: a value made by the program, or a request body.
    package static let none = SourceFile("")

    package init(_ path: String) {
        id = SourceFile.names.withLock { $0.intern(path) }
    }

    /// The path as given, as it is shown to people. Empty for `none`.
    package var path: String {
        SourceFile.names.withLock { $0.paths[Int(id)] }
    }

    private struct Names {
        var paths: [String] = []
        var ids: [String: UInt32] = [:]

        mutating func intern(_ path: String) -> UInt32 {
            if let known = ids[path] { return known }
            let id = UInt32(paths.count)
            paths.append(path)
            ids[path] = id
            return id
        }
    }

    private static let names = Mutex(Names())
}
