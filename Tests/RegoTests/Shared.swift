import Foundation
import Tree

/// The data beside the repository, where it is there.
enum Shared {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "../shared/data").standardizedFileURL

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    static func json(_ path: String) throws -> Node {
        try JSONReader.read([UInt8](try Data(contentsOf: root.appending(path: path))))
    }

    /// The cases that do not agree yet, one to a line; the list may only shrink.
    static func knownFailures() throws -> Set<String> {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "known-failures.txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        return Set(lines.filter { !$0.hasPrefix("#") }.map(String.init))
    }
}
