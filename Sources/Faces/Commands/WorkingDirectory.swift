internal import Diagnostics
internal import FileTree
internal import Foundation
internal import GitRepository

/// The files of this machine as a person at the prompt names them: relative to where they stand.
enum WorkingDirectory {
    private static let here = FileManager.default.currentDirectoryPath

    /// The tree in which a folder and its neighbours are read.
    static let files = DiskFiles(here)

    /// A path as the system takes it.
    static func place(_ path: TreePath) -> String {
        path.isRoot ? here : URL(fileURLWithPath: here + "/" + path.text).standardizedFileURL.path
    }

    /// Where it lies in the repository around it: below the nearest folder with a `.git`. The root where there is none.
    static var folderInRepository: TreePath {
        let parts = here.split(separator: "/")
        for count in stride(from: parts.count, through: 0, by: -1) {
            let folder = "/" + parts.prefix(count).joined(separator: "/")
            if FileManager.default.fileExists(atPath: folder + "/.git") {
                return TreePath(parts.dropFirst(count).joined(separator: "/"))
            }
        }
        return .root
    }

    /// The folder that `text` names.
    static func folder(_ text: String) throws -> TreePath {
        let path = path(text)
        guard files.entry(at: path) == .directory else { throw CommandError("\"\(text)\" is not a directory") }
        return path
    }

    /// The file or folder that `text` names, whether it is there or not.
    static func path(_ text: String) -> TreePath {
        text.hasPrefix("/") ? relative(URL(fileURLWithPath: text).standardizedFileURL.path, to: here) : TreePath(text)
    }

    /// What `text` names, which has to be there.
    static func present(_ text: String) throws -> TreePath {
        let path = path(text)
        guard files.entry(at: path) == nil else { return path }
        let near = (try? files.names(in: path.parent)).flatMap { nearestName(to: path.lastComponent, among: $0) }
        let hint = near.map { "; did you mean \"\(path.parent.appending($0))\"?" } ?? ""
        throw CommandError("there is no file or folder \"\(text)\"\(hint)")
    }

    private static func relative(_ path: String, to folder: String) -> TreePath {
        let parts = path.split(separator: "/")
        let here = folder.split(separator: "/")
        let shared = zip(parts, here).prefix { $0 == $1 }.count
        return TreePath(
            (repeatElement("..", count: here.count - shared) + parts.dropFirst(shared).map(String.init)).joined(
                separator: "/"))
    }
}
