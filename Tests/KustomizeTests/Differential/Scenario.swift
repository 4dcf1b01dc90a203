import FileTree
import Foundation

/// The files of a repository of which one directory is built.
struct Scenario {
    struct File {
        enum Ending { case unix, windows }

        var path: String
        var content: Content
        var ending = Ending.unix
        var hasByteOrderMark = false
        var writer = DraftWriter()
        var separator = "---\n"

        var bytes: [UInt8] {
            var text: String
            switch content {
            case .documents(let documents): text = documents.map { writer.document($0) }.joined(separator: separator)
            case .bytes(let bytes): return bytes
            }
            if ending == .windows { text = text.replacing("\n", with: "\r\n") }
            return (hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
        }
    }

    enum Content {
        case documents([Draft])
        case bytes([UInt8])
    }

    var files: [File] = []
    /// The directory that is built.
    var root = "top"

    var tree: MemoryFileTree {
        var tree = MemoryFileTree()
        for file in files { tree.write(file.bytes, to: TreePath(file.path)) }
        return tree
    }

    func write(to directory: URL) throws {
        for file in files {
            let url = directory.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.bytes).write(to: url)
        }
    }

    var description: String {
        files.map { "# \($0.path)\n" + String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n")
    }
}
