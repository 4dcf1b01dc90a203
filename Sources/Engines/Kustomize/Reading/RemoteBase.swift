package import FileTree

/// A directory in another repository, as `resources` and `components` name it.
///
/// The forms are kustomize's: `https://host/org/repo//path?ref=v1`, `ssh://git@host/org/repo`, `git@host:org/repo`,
/// `github.com/org/repo/path`, `file:///folder//path`. Where neither `//` nor `.git` nor `_git/` parts the repository from
/// the path, a repository has two names.
package struct RemoteBase: Hashable, Sendable {
    /// A repository at a revision; several bases may lie in one.
    package struct Source: Hashable, Sendable {
        /// What `git` is given.
        package var repository: String
        /// A branch, a tag or a full hash; empty for the branch that the repository names as its own.
        package var revision: String
    }

    package var source: Source
    /// The directory in the repository.
    package var path: String
    /// Where the repository's files stand among those of the build, readable in messages.
    package var mountPoint: TreePath

    /// Nil when `reference` has none of the forms, or names a file on a web server.
    package init?(_ reference: String) {
        guard !RemoteBase.isFile(reference) else { return nil }
        var rest = reference[...]
        if rest.hasPrefix("git::") { rest = rest.dropFirst(5) }
        let query = rest.firstIndex(of: "?").map { rest[rest.index(after: $0)...] } ?? ""
        rest = rest.prefix { $0 != "?" }
        guard let host = Self.host(&rest), let repository = Self.repository(&rest, host: host) else { return nil }
        let revision = Self.value("ref", in: query) ?? Self.value("version", in: query) ?? ""
        source = Source(repository: host + repository, revision: revision)
        path = TreePath(String(rest)).text
        let name = TreePath(source.repository.replacing("://", with: "/").replacing(":", with: "/")).text
        mountPoint = TreePath(revision.isEmpty ? name : "\(name)@\(revision.replacing("/", with: "_"))")
    }

    /// Whether `reference` names one file on a web server.
    static func isFile(_ reference: String) -> Bool {
        let isWeb = ["https://", "http://"].contains(where: reference.hasPrefix)
        return isWeb && [".yaml", ".yml", ".json"].contains(where: reference.hasSuffix)
    }

    /// Takes everything before the repository's name off `rest`: the scheme and the machine.
    private static func host(_ rest: inout Substring) -> String? {
        for short in ["github.com/", "github.com:", "gh:"] where rest.lowercased().hasPrefix(short) {
            rest = rest.dropFirst(short.count)
            return "https://github.com/"
        }
        if rest.hasPrefix("file://") {
            rest = rest.dropFirst(7)
            return "file://"
        }
        for scheme in ["https://", "http://", "ssh://"] where rest.lowercased().hasPrefix(scheme) {
            guard let slash = rest.dropFirst(scheme.count).firstIndex(of: "/") else { return nil }
            defer { rest = rest[rest.index(after: slash)...] }
            return String(rest[...slash])
        }
        // user@machine:repository, as ssh and git know it.
        guard let at = rest.firstIndex(of: "@"), let colon = rest[at...].firstIndex(where: { $0 == ":" || $0 == "/" }),
            at > rest.startIndex, !rest[..<at].contains("/")
        else { return nil }
        defer { rest = rest[rest.index(after: colon)...] }
        return String(rest[...colon])
    }

    /// Takes the repository's name off `rest` and leaves the path.
    private static func repository(_ rest: inout Substring, host: String) -> String? {
        func take(upTo end: Substring.Index, skipping separator: Int) -> String? {
            defer { rest = rest[end...].dropFirst(separator) }
            return end == rest.startIndex ? nil : String(rest[..<end])
        }
        if let azure = rest.firstRange(of: "_git/") {
            let end = rest[azure.upperBound...].firstIndex(of: "/") ?? rest.endIndex
            return take(upTo: end, skipping: 1)
        }
        if let double = rest.firstRange(of: "//"), double.lowerBound > rest.startIndex {
            return take(upTo: double.lowerBound, skipping: 2)
        }
        if let suffix = rest.firstRange(of: ".git"),
            suffix.upperBound == rest.endIndex || rest[suffix.upperBound] == "/"
        {
            return take(upTo: suffix.upperBound, skipping: 1)
        }
        if host == "file://" { return take(upTo: rest.endIndex, skipping: 0) }
        let names = rest.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard names.count > 1, !names[0].isEmpty, !names[1].isEmpty else { return nil }
        return take(upTo: names[1].endIndex, skipping: 1)
    }

    private static func value(_ key: String, in query: Substring) -> String? {
        for part in query.split(separator: "&") where part.hasPrefix(key + "=") {
            let value = part.dropFirst(key.count + 1)
            return value.isEmpty ? nil : String(value)
        }
        return nil
    }
}
