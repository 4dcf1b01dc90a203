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
}

extension Shared {
    static func yaml(_ path: String) throws -> Node {
        let text = [UInt8](try Data(contentsOf: root.appending(path: path)))
        return try YAMLReader.read(text).documents.first ?? .emptyMapping
    }
}
