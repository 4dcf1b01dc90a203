import Synchronization
import TestSupport
import Testing

@testable import GitRepository

@Suite("Watching references", .timeLimit(.minutes(1)))
struct RefWatchTests {
    /// Counts the changes that a watch tells while `body` runs.
    private final class Counter: Sendable {
        private let count = Mutex(0)
        private let task: Task<Void, Never>

        init(_ watch: RefWatch) {
            let (ticks, tick) = AsyncStream.makeStream(of: Void.self)
            task = Task {
                for await _ in watch.changes { tick.yield() }
                tick.finish()
            }
            _ = Task { [weak self] in for await _ in ticks { self?.count.withLock { $0 += 1 } } }
        }

        deinit { task.cancel() }

        /// Does something, and waits until the watch tells of it.
        func tells(_ what: String, of change: () async throws -> Void) async throws {
            let before = count.withLock { $0 }
            try await change()
            try await eventually(what, holds: { count.withLock { $0 } > before })
        }
    }

    @Test("commits, branches, tags and deletions are told")
    func changes() async throws {
        let repository = try await WorkingCopy()
        try await repository.commit(["a.yaml": "1"])
        let counter = Counter(try RefWatch(repository: repository.path))
        try await counter.tells("a commit") { try await repository.commit(["a.yaml": "2"]) }
        try await counter.tells("a branch with a slash") { try await repository.git("branch", "feature/new/one") }
        try await counter.tells("another of that folder") { try await repository.git("branch", "feature/new/two") }
        try await counter.tells("a moved branch") {
            let other = try await repository.git("commit-tree", "HEAD^{tree}", "-m", "another")
            try await repository.git("update-ref", "refs/heads/feature/new/two", other)
        }
        try await counter.tells("a tag") { try await repository.git("tag", "v1") }
        try await counter.tells("a switch") { try await repository.git("symbolic-ref", "HEAD", "refs/heads/other") }
        try await counter.tells("a deletion") { try await repository.git("branch", "-D", "feature/new/two") }
        try await counter.tells("packing") { try await repository.git("pack-refs", "--all") }
    }

    @Test("a bare repository and a linked work tree are watched too")
    func otherKinds() async throws {
        let repository = try await WorkingCopy()
        try await repository.commit(["a.yaml": "1"])
        let folder = try TemporaryFolder()
        try await repository.git("clone", "--quiet", "--bare", repository.path, folder.path + "/bare.git")
        let bare = Counter(try RefWatch(repository: folder.path + "/bare.git"))
        try await bare.tells("a push") {
            try await repository.git("push", "--quiet", folder.path + "/bare.git", "main:pushed")
        }
        try await repository.git("worktree", "add", "--quiet", folder.path + "/linked", "-b", "linked")
        let linked = Counter(try RefWatch(repository: folder.path + "/linked"))
        try await linked.tells("a commit") {
            try await repository.git("-C", folder.path + "/linked", "commit", "--quiet", "--allow-empty", "-m", "m")
        }
    }

    @Test("a folder that is no repository is refused")
    func noRepository() throws {
        let folder = try TemporaryFolder()
        do {
            _ = try RefWatch(repository: folder.path)
            Issue.record("expected an error")
        } catch {
            #expect(error.code == .unreachable)
        }
    }
}
