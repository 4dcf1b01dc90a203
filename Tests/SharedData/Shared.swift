package import Foundation
package import KubeTypes
package import Tree

/// The data beside the repository, where it is there. Tests that need it are skipped elsewhere.
package enum Shared {
    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "../shared/data").standardizedFileURL

    package static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    package static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appending(path: path)))
    }

    package static func json(_ path: String) throws -> Node { try JSONReader.read(try bytes(path)) }

    /// The first document of a file.
    package static func yaml(_ path: String) throws -> Node {
        try YAMLReader.read(try bytes(path)).documents.first ?? .emptyMapping
    }
}

/// The objects of a text, with the items of lists in place of them.
package func objects(in documents: [Node]) -> [KubeObject] {
    documents.filter { !$0.isNull }.flatMap { document -> [KubeObject] in
        guard document["kind"]?.string == "List" else { return [KubeObject(document)] }
        return objects(in: document["items"]?.elements ?? [])
    }
}
