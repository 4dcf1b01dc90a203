import FileTree
import Foundation
import TestSupport
import Testing

@testable import GitRepository

@Suite("Git mirror")
struct GitMirrorTests {
    private let copies: TemporaryFolder

    init() throws { copies = try TemporaryFolder() }

    private func mirror(of address: String) throws -> GitMirror {
        GitMirror(try GitRemote(address), folder: copies.path + "/mirror.git")
    }

    private func failure(_ body: () async throws -> Void) async -> GitError? {
        do {
            try await body()
            return nil
        } catch {
            return error as? GitError
        }
    }

    private func text(_ files: any FileTree, _ path: String) throws -> String {
        String(decoding: try files.read(TreePath(path)), as: UTF8.self)
    }

    @Test("branches, tags, hashes and HEAD mean their commits")
    func revisions() async throws {
        let repository = try await WorkingCopy()
        let first = try await repository.commit(["a.yaml": "1"])
        try await repository.git("tag", "light")
        try await repository.git("tag", "--annotate", "--message", "m", "v1.0.0")
        try await repository.git("branch", "release/1.x")
        let second = try await repository.commit(["a.yaml": "2"])
        let mirror = try mirror(of: repository.path)
        try await mirror.fetch()
        for (revision, commit) in [
            ("main", second), ("HEAD", second), ("", second), ("light", first), ("v1.0.0", first),
            ("release/1.x", first), ("refs/heads/release/1.x", first), (first, first), (String(first.prefix(7)), first),
        ] {
            #expect(try await mirror.resolve(revision) == commit, "\(revision)")
        }
    }

    @Test("an unknown revision names those that are there")
    func unknownRevision() async throws {
        let repository = try await WorkingCopy()
        try await repository.commit(["a.yaml": "1"])
        try await repository.git("tag", "v1")
        let mirror = try mirror(of: repository.path)
        try await mirror.fetch()
        for revision in ["mian", "0123456789", "--help", "main..main", "refs/heads/none", "HEAD~1"] {
            let error = try #require(await failure { _ = try await mirror.resolve(revision) })
            #expect(error.code == .unknownRevision)
            #expect(error.message.contains("\"\(revision)\""))
            #expect(error.message.hasSuffix("it has main, v1"))
        }
    }

    @Test("HEAD follows the branch of the repository")
    func head() async throws {
        let repository = try await WorkingCopy()
        try await repository.commit(["a.yaml": "1"])
        let mirror = try mirror(of: "file://" + repository.path)
        try await mirror.fetch()
        try await repository.git("checkout", "--quiet", "-b", "other")
        let commit = try await repository.commit(["a.yaml": "2"])
        try await mirror.fetch()
        #expect(try await mirror.resolve("HEAD") == commit)
        #expect(try await mirror.resolve("other") == commit)
        #expect(try await mirror.resolve("main") != commit)
    }

    @Test("a branch that was deleted, moved or replaced by a folder of branches is so after a fetch")
    func deletedBranch() async throws {
        let repository = try await WorkingCopy()
        let first = try await repository.commit(["a.yaml": "1"])
        for name in ["gone", "moved", "folder"] { try await repository.git("branch", name) }
        let mirror = try mirror(of: repository.path)
        try await mirror.fetch()
        #expect(try await mirror.resolve("gone") == first)
        try await repository.git("branch", "-D", "gone", "folder")
        try await repository.git("branch", "folder/below")
        try await repository.git("commit", "--quiet", "--amend", "--allow-empty", "--message", "another")
        try await repository.git("branch", "--force", "moved", "main")
        try await mirror.fetch()
        #expect(await failure { _ = try await mirror.resolve("gone") }?.code == .unknownRevision)
        #expect(try await mirror.resolve("folder/below") == first)
        #expect(try await mirror.resolve("moved") != first)
    }

    @Test("a repository without commits has no revision, and gets one with its first")
    func empty() async throws {
        let repository = try await WorkingCopy()
        let mirror = try mirror(of: repository.path)
        try await mirror.fetch()
        let error = try #require(await failure { _ = try await mirror.resolve("HEAD") })
        #expect(error.code == .unknownRevision)
        #expect(error.message.hasSuffix("it has none"))
        let commit = try await repository.commit(["a.yaml": "1"])
        try await mirror.fetch()
        #expect(try await mirror.resolve("HEAD") == commit)
    }

    @Test("a repository that is not there is unreachable", arguments: ["", "file://"])
    func missing(scheme: String) async throws {
        let mirror = try mirror(of: "\(scheme)\(copies.path)/none")
        #expect(await failure { try await mirror.fetch() }?.code == .unreachable)
    }

    @Test("a server that is not there is unreachable")
    func noServer() async throws {
        let mirror = try mirror(of: "http://127.0.0.1:1/shop.git")
        #expect(await failure { try await mirror.fetch() }?.code == .unreachable)
    }

    @Test("a copy that is there already is used again")
    func second() async throws {
        let repository = try await WorkingCopy()
        let commit = try await repository.commit(["a.yaml": "1"])
        try await mirror(of: repository.path).fetch()
        #expect(try await mirror(of: repository.path).resolve("main") == commit)
    }

    @Test("a commit has its author, time and message")
    func describe() async throws {
        let repository = try await WorkingCopy()
        let commit = try await repository.commit(["a.yaml": "1"], "Raise the weight\n\nBecause.")
        let mirror = try mirror(of: repository.path)
        try await mirror.fetch()
        #expect(
            try await mirror.describe(commit)
                == CommitInfo(
                    author: "Ada <ada@example.com>", seconds: 1_767_323_045, message: "Raise the weight\n\nBecause."))
    }

    // MARK: Files

    @Test("files and folders are those of the commit, under any name")
    func files() async throws {
        let repository = try await WorkingCopy()
        let first = try await repository.commit(["a.yaml": "1", "dir/ä \n\t\"x\".yaml": "2", "dir/sub/b": "", "z": "1"])
        let second = try await repository.commit(["a.yaml": "3", "dir/sub/b": nil])
        let mirror = try mirror(of: repository.path)
        try await mirror.fetch()
        let old = try await mirror.files(at: first)
        #expect(try old.names(in: .root) == ["a.yaml", "dir", "z"])
        #expect(try old.names(in: TreePath("dir")) == ["sub", "ä \n\t\"x\".yaml"])
        #expect(try text(old, "dir/ä \n\t\"x\".yaml") == "2")
        #expect(try text(old, "dir/sub/b") == "")
        #expect(old.entry(at: TreePath("dir")) == .directory)
        #expect(old.entry(at: TreePath("none")) == nil)
        let new = try await mirror.files(at: second)
        #expect(try text(new, "a.yaml") == "3")
        #expect(new.entry(at: TreePath("dir/sub")) == nil)
        #expect(try text(old, "a.yaml") == "1")
        #expect(throws: FileTreeError(.notAFile, TreePath("dir"))) { try new.read(TreePath("dir")) }
        #expect(throws: FileTreeError(.notADirectory, TreePath("z"))) { try new.names(in: TreePath("z")) }
    }

    @Test("links are followed inside the tree and refused out of it")
    func links() async throws {
        let repository = try await WorkingCopy()
        try repository.folder.write("1", to: "base/a.yaml")
        for (name, target) in [
            ("file", "base/a.yaml"), ("folder", "base"), ("base/up", "../base/a.yaml"), ("absolute", "/etc/passwd"),
            ("out", "../../../etc/passwd"), ("loop", "loop"), ("dangling", "none"),
        ] { try repository.folder.link(name, to: target) }
        let commit = try await repository.commit([:])
        let mirror = try mirror(of: repository.path)
        try await mirror.fetch()
        let files = try await mirror.files(at: commit)
        for path in ["file", "folder/a.yaml", "base/up", "folder/up"] {
            #expect(try text(files, path) == "1", "\(path)")
        }
        #expect(try files.names(in: TreePath("folder")) == ["a.yaml", "up"])
        for (path, code) in [
            ("absolute", FileTreeError.Code.outsideRoot), ("out", .outsideRoot), ("loop", .unreadable),
            ("dangling", .notFound),
        ] {
            #expect(files.entry(at: TreePath(path)) == nil, "\(path)")
            do {
                _ = try files.read(TreePath(path))
                Issue.record("expected an error for \(path)")
            } catch {
                #expect(error.code == code, "\(path)")
            }
        }
    }

    @Test("submodules are not there")
    func submodules() async throws {
        let other = try await WorkingCopy()
        try await other.commit(["b.yaml": "1"])
        let repository = try await WorkingCopy()
        try await repository.commit(["a.yaml": "1"])
        try await repository.git("submodule", "--quiet", "add", other.path, "vendor")
        let commit = try await repository.commit([:])
        let mirror = try mirror(of: repository.path)
        try await mirror.fetch()
        #expect(try await mirror.files(at: commit).names(in: .root) == [".gitmodules", "a.yaml"])
    }

    @Test("large files are named but not read, and a commit of too much is refused")
    func limits() async throws {
        let repository = try await WorkingCopy()
        let commit = try await repository.commit(["big": String(repeating: "x", count: 2000), "small": "1"])
        let mirror = try mirror(of: repository.path)
        try await mirror.fetch()
        var limits = GitLimits()
        limits.file = 1000
        let files = try await mirror.files(at: commit, limits: limits)
        #expect(files.entry(at: TreePath("big")) == .file)
        #expect(throws: FileTreeError(.tooLarge, TreePath("big"), detail: "2000 bytes")) {
            try files.read(TreePath("big"))
        }
        limits = GitLimits()
        limits.total = 1000
        #expect(await failure { _ = try await mirror.files(at: commit, limits: limits) }?.code == .tooLarge)
    }
}
