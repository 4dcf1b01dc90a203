internal import FileTree
package import GitRepository
internal import Synchronization

/// The repositories that applications name, each mirrored once and watched where that is possible.
package actor Repositories {
    private struct Entry {
        var mirror: GitMirror
        /// Grows with each sign that the references may have changed; the mirror is fresh when it has fetched since.
        var news = 1
        var fetchedNews = 0
        /// The fetch that is under way; who comes meanwhile waits for it.
        var fetch: Task<Void, any Error>?
        var commits: [String: String] = [:]
    }

    private let folder: String
    private let localCopies: [String: String]
    private var entries: [String: Entry] = [:]
    private let onChange: @Sendable (String) -> Void
    private let starts: AsyncStream<(address: String, watch: RefWatch?)>
    private let start: AsyncStream<(address: String, watch: RefWatch?)>.Continuation

    /// - Parameters:
    ///   - folder: Where the mirrors lie.
    ///   - localCopies: Addresses that are read from a folder of this machine instead.
    ///   - onChange: Called with the address of a repository whose references may have changed. It must not block.
    package init(folder: String, localCopies: [String: String] = [:], onChange: @escaping @Sendable (String) -> Void) {
        self.folder = folder
        self.localCopies = localCopies
        self.onChange = onChange
        (starts, start) = AsyncStream.makeStream()
    }

    /// How often a remote repository is asked for news; local ones tell by themselves.
    private static let pollInterval = Duration.seconds(120)

    /// Follows the repositories until the task is cancelled.
    package nonisolated func run() async throws {
        await withDiscardingTaskGroup { group in
            for await (address, watch) in starts { group.addTask { try? await self.follow(address, watch) } }
            group.cancelAll()
        }
    }

    private nonisolated func follow(_ address: String, _ watch: RefWatch?) async throws {
        if let watch {
            for await _ in watch.changes { await invalidate(address) }
            return
        }
        while !Task.isCancelled {
            try await Task.sleep(for: Self.pollInterval + .seconds(Int.random(in: 0...60)))
            await invalidate(address)
        }
    }

    /// Forgets what the references of a repository mean, so that the next use fetches.
    package func invalidate(_ address: String) {
        entries[address]?.news += 1
        onChange(address)
    }

    // MARK: Use

    /// The commit that `revision` means now.
    package func commit(_ revision: String, in address: String) async throws -> String {
        try await refresh(address)
        let entry = try entry(for: address)
        if let known = entry.commits[revision] { return known }
        let commit = try await entry.mirror.resolve(revision)
        // A fetch that ended meanwhile may have moved the reference; then this answer is not worth keeping.
        if entries[address]?.fetchedNews == entry.fetchedNews { entries[address]?.commits[revision] = commit }
        return commit
    }

    /// Returns when the mirror has everything that was there when this was called.
    private func refresh(_ address: String) async throws {
        let wanted = try entry(for: address).news
        while let entry = entries[address], entry.fetchedNews < wanted {
            // Who comes during a fetch waits for it, and then for another if it began too early.
            let fetch = entry.fetch ?? Task { try await self.fetch(address, entry.mirror, entry.news) }
            entries[address]?.fetch = fetch
            try await fetch.value
        }
    }

    /// The state is settled before the task ends, so that those who wait for it find it so.
    private func fetch(_ address: String, _ mirror: GitMirror, _ news: Int) async throws {
        defer { entries[address]?.fetch = nil }
        try await mirror.fetch()
        entries[address]?.fetchedNews = news
        entries[address]?.commits = [:]
    }

    package func files(at commit: String, in address: String) async throws -> CommitFiles {
        try await entry(for: address).mirror.files(at: commit)
    }

    package func describe(_ commit: String, in address: String) async throws -> CommitInfo {
        try await entry(for: address).mirror.describe(commit)
    }

    private func entry(for address: String) throws -> Entry {
        if let known = entries[address] { return known }
        let remote = try GitRemote(localCopies[address] ?? address)
        let entry = Entry(mirror: GitMirror(remote, folder: "\(folder)/\(remote.folderName)"))
        entries[address] = entry
        // The watch stands before the first fetch, so that no change falls between.
        start.yield((address, remote.localPath.flatMap { try? RefWatch(repository: $0) }))
        return entry
    }
}
