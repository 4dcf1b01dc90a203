internal import FileTree
internal import GitRepository
internal import Kustomize

/// Brings the repositories that bases lie in to this machine. Copies are kept in the user's cache; a branch or tag is
/// asked for again each time, a commit is not.
enum RemoteBases {
    /// Mounts every repository that the build of `folder` needs.
    ///
    /// - Parameter onFetch: Called when there is one.
    static func mount(
        in files: ParsedFiles, for folder: TreePath, options: BuildOptions = .init(), onFetch: () -> Void = {}
    ) async throws {
        try await files.mountRemotes(of: folder, restrictor: options.loadRestrictor) { source in
            onFetch()
            return try await commit(of: source)
        }
    }

    private static func commit(of source: RemoteBase.Source) async throws -> CommitFiles {
        let remote = try GitRemote(source.repository)
        let mirror = GitMirror(remote, folder: cache + "/" + remote.folderName)
        return try await mirror.files(at: try await mirror.fetch(only: source.revision))
    }

    private static let cache = UserCache.folder + "/git"
}
