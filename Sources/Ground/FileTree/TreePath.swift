/// A path inside a `FileTree`: slashes, relative to the tree's root, without `.` and with `..` only at its start.
/// The root is the empty path.
package struct TreePath: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    package static let root = TreePath("")

    /// Normalises `text`; a leading slash means the root.
    package init(_ text: String) {
        self.text = TreePath.isNormal(text.utf8[...]) ? text : TreePath.normalised(text)
    }

    private init(normal text: String) { self.text = text }

    package var description: String { text.isEmpty ? "." : text }
    package var components: [Substring] { text.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) } }
    package var isRoot: Bool { text.isEmpty }
    /// Whether the path leaves the tree's root.
    package var leavesRoot: Bool { text == ".." || text.hasPrefix("../") }
    package var lastComponent: String {
        let bytes = text.utf8
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return text }
        return String(text[bytes.index(after: slash)...])
    }

    package var parent: TreePath {
        if isRoot || leavesRoot { return appending("..") }
        guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return .root }
        return TreePath(normal: String(text[..<slash]))
    }

    /// The path that `reference`, written in a file of this directory, means.
    package func appending(_ reference: String) -> TreePath {
        if isRoot { return TreePath(reference) }
        let joined = text + "/" + reference
        return TreePath.isNormal(reference.utf8[...]) && !reference.isEmpty
            ? TreePath(normal: joined) : TreePath(normal: TreePath.normalised(joined))
    }

    /// Whether this path is `directory` itself or lies below it.
    package func isInside(_ directory: TreePath) -> Bool {
        if directory.isRoot { return !leavesRoot }
        return text == directory.text || text.hasPrefix(directory.text + "/")
    }

    /// Whether no part of the text is empty, `.` or `..`, as in nearly every path. Looking costs less than parting.
    private static func isNormal(_ text: Substring.UTF8View) -> Bool {
        var length = 0
        var dots = 0
        for byte in text {
            if byte == UInt8(ascii: "/") {
                if length == dots, dots < 3 { return false }
                (length, dots) = (0, 0)
            } else {
                length += 1
                if byte == UInt8(ascii: ".") { dots += 1 }
            }
        }
        return text.isEmpty || length > dots || dots > 2
    }

    private static func normalised(_ text: String) -> String {
        var parts: [Substring] = []
        for part in text.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
