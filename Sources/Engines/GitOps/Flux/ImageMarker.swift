internal import Diagnostics
internal import FileTree
internal import Tree

/// A comment that says by which ImagePolicy the value before it is updated: `# {"$imagepolicy": "namespace:name:tag"}`.
struct ImageMarker {
    var namespace: String
    var name: String
    var place: Place
    /// In Unicode scalars.
    var length: Int

    private static let token = Array("\"$imagepolicy\"".utf8)
    private static let fileLimit = 20_000

    /// The markers in the YAML files below a folder, in the order of the files. Nil when there is too much to look at.
    static func all(below folder: TreePath, in files: any FileTree) -> [ImageMarker]? {
        var found: [ImageMarker] = []
        var waiting = [folder]
        var count = 0
        while let next = waiting.popLast() {
            let entries = (try? files.entries(in: next)) ?? []
            for entry in entries where entry.kind == .file && isYAML(entry.name) {
                count += 1
                guard count <= fileLimit else { return nil }
                let path = next.appending(entry.name)
                if let bytes = try? files.read(path) { found += all(in: bytes, file: SourceFile(path.description)) }
            }
            waiting += entries.reversed().lazy.filter { $0.kind == .directory && !$0.isLink && $0.name != ".git" }
                .map { next.appending($0.name) }
        }
        return found
    }

    private static func isYAML(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

    static func all(in bytes: [UInt8], file: SourceFile) -> [ImageMarker] {
        guard contains(bytes[...]) else { return [] }
        var found: [ImageMarker] = []
        for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        where contains(line) {
            guard let hash = line.lastIndex(of: UInt8(ascii: "#")) else { continue }
            let text = String(decoding: line[line.index(after: hash)...], as: UTF8.self)
            guard let value = try? JSONReader.read(Array(text.utf8)).text("$imagepolicy") else { continue }
            let parts = value.split(separator: ":").map(String.init)
            guard parts.count >= 2 else { continue }
            let before = String(decoding: line[..<hash], as: UTF8.self).unicodeScalars.count
            found.append(
                ImageMarker(
                    namespace: parts[0], name: parts[1],
                    place: Place(file: file, line: number + 1, column: before + 1),
                    length: text.unicodeScalars.count + 1))
        }
        return found
    }

    private static func contains(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
            let start = dollar - 1
            if start >= bytes.startIndex, bytes[start...].starts(with: token) { return true }
            rest = rest[(dollar + 1)...]
        }
        return false
    }
}
