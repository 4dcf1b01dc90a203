/// A real Git repository in a temporary folder.
package struct WorkingCopy: Sendable {
    package let folder: TemporaryFolder
    package var path: String { folder.path }

    /// An empty repository on branch `main`.
    package init() async throws {
        folder = try TemporaryFolder()
        try await git("init", "--quiet", "--initial-branch=main")
    }

    /// Runs `git` without anybody's settings, under a fixed name and time.
    @discardableResult
    package func git(_ arguments: String...) async throws -> String {
        let settings = ["-c", "protocol.file.allow=always", "-c", "commit.gpgsign=false"]
        let environment = [
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "Ada",
            "GIT_AUTHOR_EMAIL": "ada@example.com", "GIT_COMMITTER_NAME": "Ada",
            "GIT_COMMITTER_EMAIL": "ada@example.com", "GIT_AUTHOR_DATE": "2026-01-02T03:04:05Z",
            "GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z",
        ]
        let result = try await run("git", settings + arguments, in: path, environment: environment)
        guard result.code == 0 else {
            throw TestFailure("git \(arguments.joined(separator: " ")): \(result.talk)")
        }
        return String(result.output.reversed().drop(while: \.isNewline).reversed())
    }

    /// Writes files and commits everything; nil removes a file. Gives the commit.
    @discardableResult
    package func commit(_ files: [String: String?], _ message: String = "Change") async throws -> String {
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            if let text { try folder.write(text, to: name) } else { try folder.remove(name) }
        }
        try await git("add", "--all")
        try await git("commit", "--quiet", "--allow-empty", "--message", message)
        return try await git("rev-parse", "HEAD")
    }
}
