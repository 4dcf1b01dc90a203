import Foundation
import KubeTypes
import Tree

/// The data beside the repository, where it is there.
enum Shared {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "../shared/data/istio").standardizedFileURL

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appending(path: path)))
    }

    static func json(_ path: String) throws -> Node { try JSONReader.read(try bytes(path)) }
}

/// The objects of a text, with the items of lists in place of them.
func objects(in documents: [Node]) -> [KubeObject] {
    documents.filter { !$0.isNull }.flatMap { document -> [KubeObject] in
        guard document["kind"]?.string == "List" else { return [KubeObject(document)] }
        return objects(in: document["items"]?.elements ?? [])
    }
}
