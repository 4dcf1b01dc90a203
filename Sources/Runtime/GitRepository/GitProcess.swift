package import Diagnostics
internal import Foundation
internal import Subprocess
internal import SystemPackage

/// Starts the `git` program: a fixed list of arguments, a clean environment, no prompts, bounded output.
struct GitProcess: Sendable {
    /// The largest output of one command.
    static let outputLimit = 1 << 30

    var credentials: GitCredentials = .none

    /// What the command printed.
    ///
    /// - Throws: `GitError` with what git said.
    func run(_ arguments: [String], in folder: String? = nil, input: [UInt8] = []) async throws -> [UInt8] {
        var all = folder.map { ["-C", $0] } ?? []
        all += settings + arguments
        do {
            let result = try await Subprocess.run(
                .name("git"), arguments: Arguments(all), environment: .custom(environment), input: .array(input),
                output: .bytes(limit: Self.outputLimit), error: .string(limit: 1 << 16))
            guard case .exited(0) = result.terminationStatus else {
                throw GitError(said: result.standardError.trimmingCharacters(in: .whitespacesAndNewlines), credentials)
            }
            return result.standardOutput
        } catch let error as SubprocessError {
            throw error.code == .executableNotFound
                ? GitError(.notInstalled, "the program \"git\" is not installed, or not on the PATH")
                : GitError(.failed, "git \(arguments.first ?? ""): \(error)")
        }
    }

    func text(_ arguments: [String], in folder: String? = nil) async throws -> String {
        String(decoding: try await run(arguments, in: folder), as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    /// Nothing of the user's or the system's settings reaches the commands, and no repository can start programs through
    /// its own: no hooks, no helpers, only the transports that are meant.
    private var settings: [String] {
        var settings = [
            "protocol.allow=never", "protocol.file.allow=always", "protocol.https.allow=always",
            "protocol.http.allow=always",
            "protocol.ssh.allow=always", "core.hooksPath=/dev/null", "core.fsmonitor=false", "gc.auto=0",
            "credential.helper=",
            "safe.directory=*",
        ]
        if case .basic = credentials {
            settings.append(
                "credential.helper=!f() { echo \"username=$MAINSTAY_GIT_USER\"; echo \"password=$MAINSTAY_GIT_PASSWORD\"; }; f"
            )
        }
        return settings.flatMap { ["-c", $0] }
    }

    private var environment: [Environment.Key: String] {
        let own = ProcessInfo.processInfo.environment
        var environment: [Environment.Key: String] = [
            "PATH": own["PATH"] ?? "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C",
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_TERMINAL_PROMPT": "0",
            "GIT_ASKPASS": "true",
            "GIT_OPTIONAL_LOCKS": "0",
        ]
        switch credentials {
        case .none:
            environment["GIT_SSH_COMMAND"] = "ssh -oBatchMode=yes"
            // Without own credentials ssh uses the user's keys and agent, as `git` on a terminal does.
            environment["HOME"] = own["HOME"] ?? "/nonexistent"
            if let agent = own["SSH_AUTH_SOCK"] { environment["SSH_AUTH_SOCK"] = agent }
        case .basic(let user, let password):
            environment["MAINSTAY_GIT_USER"] = user
            environment["MAINSTAY_GIT_PASSWORD"] = password.revealed
        case .ssh(let keyFile, let knownHostsFile):
            environment["GIT_SSH_COMMAND"] =
                "ssh -oBatchMode=yes -oIdentitiesOnly=yes -oStrictHostKeyChecking=yes -i \(quoted(keyFile)) -oUserKnownHostsFile=\(quoted(knownHostsFile))"
        }
        return environment
    }

    private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}

/// Who asks. Secrets reach git through its environment, never through its arguments, which every user of a machine can see.
package enum GitCredentials: Sendable, Hashable {
    case none
    case basic(user: String, password: SecretText)
    case ssh(keyFile: String, knownHostsFile: String)
}

extension GitError {
    /// Git has no codes for what went wrong, only words; `LC_ALL=C` keeps them stable.
    init(said text: String, _ credentials: GitCredentials) {
        let lower = text.lowercased()
        func says(_ words: String...) -> Bool { words.contains(where: lower.contains) }
        let last =
            text.split(separator: "\n").first { $0.hasPrefix("fatal:") || $0.hasPrefix("remote:") }.map(String.init)
            ?? text
        let shown = last.replacing("fatal: ", with: "")
        if says(
            "authentication failed", "could not read username", "permission denied", "403", "401",
            "terminal prompts disabled")
        {
            self.init(.unauthorized, "\(shown); check the credentials of the repository")
        } else if says(
            "could not resolve host", "connection refused", "could not connect",
            "does not appear to be a git repository",
            "repository not found", "not found", "no such file", "unable to access", "timed out",
            "host key verification")
        {
            self.init(.unreachable, shown)
        } else {
            self.init(.failed, shown)
        }
    }
}
