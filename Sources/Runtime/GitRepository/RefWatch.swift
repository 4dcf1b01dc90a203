internal import Foundation

/// Tells when the references of a local repository change, by asking the system to watch its folders. No polling: nothing
/// runs while nothing happens.
package struct RefWatch: Sendable {
    /// One element after each burst of changes. The watch ends with the last reader.
    package let changes: AsyncStream<Void>

    /// - Throws: `GitError` when the folder is not a repository, or the system gives no more watches.
    package init(repository path: String) throws(GitError) {
        let folder = try Self.gitFolder(path)
        changes = try FolderWatch { Self.folders(folder) }.changes
    }

    /// The folders below `refs`, and the one of HEAD. A branch with a slash in its name brings a new one.
    private static func folders(_ root: String) -> [String] {
        let refs = root + "/refs"
        var folders = [root, refs]
        let below = FileManager.default.enumerator(atPath: refs)
        while let name = below?.nextObject() as? String {
            guard below?.fileAttributes?[.type] as? FileAttributeType == .typeDirectory else { continue }
            folders.append(refs + "/" + name)
        }
        return folders
    }

    /// The folder that holds HEAD and refs, for a plain repository, a bare one and a linked work tree.
    private static func gitFolder(_ path: String) throws(GitError) -> String {
        let manager = FileManager.default
        var isDirectory: ObjCBool = false
        let dotGit = path + "/.git"
        if manager.fileExists(atPath: dotGit, isDirectory: &isDirectory) {
            if isDirectory.boolValue { return dotGit }
            let text = manager.contents(atPath: dotGit).map { String(decoding: $0, as: UTF8.self) } ?? ""
            let target = text.replacing("gitdir: ", with: "").trimmingCharacters(in: .whitespacesAndNewlines)
            let folder = target.hasPrefix("/") ? target : path + "/" + target
            let common = manager.contents(atPath: folder + "/commondir").map { String(decoding: $0, as: UTF8.self) }
            guard let common = common?.trimmingCharacters(in: .whitespacesAndNewlines) else { return folder }
            return common.hasPrefix("/") ? common : folder + "/" + common
        }
        guard manager.fileExists(atPath: path + "/HEAD"), manager.fileExists(atPath: path + "/refs") else {
            throw GitError(.unreachable, "\"\(path)\" is not a Git repository")
        }
        return path
    }
}
