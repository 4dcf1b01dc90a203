internal import Foundation

/// A bare copy of a repository, brought up to date on demand. Files are read at a commit, without a checkout.
package actor GitMirror {
    package nonisolated let remote: GitRemote
    private let folder: String
    private let process: GitProcess
    private var isCloned = false
    /// Contents by object id; what does not change between two commits is read once.
    private var contents: [String: [UInt8]] = [:]

    /// - Parameter folder: Where the copy lies; made when missing.
    package init(_ remote: GitRemote, folder: String, credentials: GitCredentials = .none) {
        self.remote = remote
        self.folder = folder
        process = GitProcess(credentials: credentials)
    }

    // MARK: Bringing up to date

    /// Fetches all branches and tags, and forgets those that are gone.
    package func fetch() async throws {
        try await prepare()
        let all = ["+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*", "+HEAD:refs/mainstay/head"]
        do {
            _ = try await process.run(["fetch", "--quiet", "--prune", "--no-auto-gc", "origin"] + all, in: folder)
        } catch let error as GitError where error.message.contains("HEAD") {
            // A repository without commits, or whose HEAD names a branch that is not there.
            _ = try await process.run(
                ["fetch", "--quiet", "--prune", "--no-auto-gc", "origin"] + all.dropLast(), in: folder)
        }
    }

    /// Fetches one revision without its history, and says which commit it means. A full hash that is already here is not
    /// asked for again: it cannot have changed.
    ///
    /// - Parameter revision: A branch, a tag or a full hash; empty for the repository's own branch.
    package func fetch(only revision: String) async throws -> String {
        try await prepare()
        let isHash = [40, 64].contains(revision.count) && revision.allSatisfy(\.isHexDigit)
        if isHash, let commit = try? await resolve(revision) { return commit }
        guard !revision.hasPrefix("-"), !revision.hasPrefix("+"),
            !revision.contains(where: { ":*?[ ^~\\".contains($0) })
        else { throw GitError(.unknownRevision, "\"\(revision)\" is no name of a branch, tag or commit") }
        let name = revision.isEmpty ? "HEAD" : revision
        let own = "refs/mainstay/only/\(name)"
        _ = try await process.run(
            ["fetch", "--quiet", "--depth=1", "--no-tags", "--no-auto-gc", "origin", "+\(name):\(own)"], in: folder)
        return try await process.text(["rev-parse", "--verify", "--quiet", "\(own)^{commit}"], in: folder)
    }

    private func prepare() async throws {
        guard !isCloned else { return }
        let address = remote.localPath.map { URL(fileURLWithPath: $0).path } ?? remote.address
        if !FileManager.default.fileExists(atPath: folder + "/HEAD") {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            _ = try await process.run(["init", "--bare", "--quiet"], in: folder)
        }
        // The address alone: `git remote add` would also keep a second copy of the branches, which a branch that makes way
        // for a folder of branches blocks.
        _ = try await process.run(["config", "remote.origin.url", address], in: folder)
        isCloned = true
    }

    // MARK: Revisions

    /// The commit that `revision` means: `HEAD` or nothing, a branch, a tag, a full ref, or at least 7 digits of a commit.
    ///
    /// - Throws: `GitError` of code `unknownRevision` with the nearest names.
    package func resolve(_ revision: String) async throws -> String {
        try await prepare()
        for candidate in Self.candidates(revision) {
            guard
                let commit = try? await process.text(
                    ["rev-parse", "--verify", "--quiet", "\(candidate)^{commit}"], in: folder),
                commit.count >= 40
            else { continue }
            return commit
        }
        throw GitError(
            .unknownRevision,
            "\(remote) has no branch, tag or commit \"\(revision)\"; it has \(try await knownNames())")
    }

    /// In the order in which Argo CD looks.
    private static func candidates(_ revision: String) -> [String] {
        if revision.isEmpty || revision == "HEAD" { return ["refs/mainstay/head"] }
        guard !revision.hasPrefix("-"), !revision.contains("..") else { return [] }
        if revision.hasPrefix("refs/") { return [revision] }
        let isHash = revision.count >= 7 && revision.count <= 64 && revision.allSatisfy(\.isHexDigit)
        return ["refs/heads/\(revision)", "refs/tags/\(revision)"] + (isHash ? [revision] : [])
    }

    private func knownNames() async throws -> String {
        let names = try await process.text(
            ["for-each-ref", "--count=10", "--format=%(refname:short)", "refs/heads", "refs/tags"], in: folder)
        return names.isEmpty ? "none" : names.split(separator: "\n").joined(separator: ", ")
    }

    /// The message and the author of a commit.
    package func describe(_ commit: String) async throws -> CommitInfo {
        let text = try await process.text(["show", "--no-patch", "--format=%an <%ae>%n%ct%n%B", commit], in: folder)
        let lines = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        return CommitInfo(
            author: lines.first ?? "", seconds: lines.count > 1 ? Int(lines[1]) ?? 0 : 0,
            message: lines.count > 2 ? lines[2].trimmingCharacters(in: .whitespacesAndNewlines) : "")
    }

    // MARK: Files

    /// All files of a commit.
    ///
    /// - Throws: `GitError` of code `tooLarge` when they hold more than `limits` allows.
    package func files(at commit: String, limits: GitLimits = .standard) async throws -> CommitFiles {
        let listing = try await process.run(["ls-tree", "-r", "-z", "--long", commit], in: folder)
        let entries = try CommitEntry.parse(listing)
        let size = entries.reduce(0) { $0 + ($1.isLoaded(limits) ? $1.size : 0) }
        guard size <= limits.total else {
            throw GitError(
                .tooLarge,
                "commit \(commit.prefix(7)) holds \(size) bytes of files, more than the limit of \(limits.total)")
        }
        let wanted = Set(entries.filter { $0.isLoaded(limits) }.map(\.object))
        try await load(wanted.subtracting(contents.keys))
        contents = contents.filter { wanted.contains($0.key) }
        return CommitFiles(commit: commit, entries: entries, contents: contents)
    }

    private func load(_ objects: Set<String>) async throws {
        guard !objects.isEmpty else { return }
        let input = objects.sorted().joined(separator: "\n") + "\n"
        let output = try await process.run(["cat-file", "--batch"], in: folder, input: Array(input.utf8))
        var index = 0
        while index < output.count, let end = output[index...].firstIndex(of: UInt8(ascii: "\n")) {
            let head = String(decoding: output[index..<end], as: UTF8.self).split(separator: " ")
            guard head.count == 3, let size = Int(head[2]), end + 1 + size <= output.count else {
                throw GitError(.failed, "git cat-file answered \"\(head.joined(separator: " "))\"")
            }
            contents[String(head[0])] = Array(output[(end + 1)..<(end + 1 + size)])
            index = end + 2 + size
        }
    }
}

package struct CommitInfo: Sendable, Equatable {
    package var author: String
    package var seconds: Int
    package var message: String
}

/// How much of a commit is read.
package struct GitLimits: Sendable {
    /// Larger files are there by name, but cannot be read.
    package var file = 16 << 20
    package var total = 512 << 20

    package static let standard = GitLimits()
}
