/// A path inside a `FileTree`: slashes, relative to the tree's root, without `.` and with `..` only at its start.
/// The root is the empty path.
package struct TreePath: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    package static let root = TreePath("")

    /// Normalises `text`; a leading slash means the root.
    package init(_ text: String) {
        var parts: [Substring] = []
        for part in text.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        self.text = parts.joined(separator: "/")
    }

    package var description: String { text.isEmpty ? "." : text }
    package var components: [Substring] { text.split(separator: "/") }
    package var isRoot: Bool { text.isEmpty }
    /// Whether the path leaves the tree's root.
    package var leavesRoot: Bool { text == ".." || text.hasPrefix("../") }
    package var lastComponent: String { components.last.map(String.init) ?? "" }
    package var parent: TreePath { appending("..") }

    /// The path that `reference`, written in a file of this directory, means.
    package func appending(_ reference: String) -> TreePath {
        isRoot ? TreePath(reference) : TreePath(text + "/" + reference)
    }

    /// Whether this path is `directory` itself or lies below it.
    package func isInside(_ directory: TreePath) -> Bool {
        if directory.isRoot { return !leavesRoot }
        return text == directory.text || text.hasPrefix(directory.text + "/")
    }
}
