internal import Foundation

/// What a working tree has that the commit before it did not: changes that are committed, staged, or only saved, and new
/// files that are not ignored.
package struct WorkTreeChanges: Sendable, Equatable {
    /// The changed files, as paths from the folder that was asked in, with the lines that are new or different. A file
    /// that is gone has none.
    package private(set) var lines: [String: [ClosedRange<Int>]] = [:]

    /// - Parameters:
    ///   - reference: A commit, branch or tag. What it has gained since this branch left it is no change of this branch.
    ///   - folder: A folder of a working tree.
    /// - Throws: `GitError` when the folder is in no repository, or the reference is unknown.
    package init(since reference: String, in folder: String) async throws {
        guard !reference.isEmpty, !reference.hasPrefix("-") else {
            throw GitError(.failed, "\"\(reference)\" is no name of a commit")
        }
        let git = GitProcess()
        let place = try await git.text(["rev-parse", "--show-toplevel", "--show-prefix"], in: folder)
        let words = place.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let top = words.first else { throw GitError(.failed, "git says nothing of \"\(folder)\"") }
        let prefix = words.count > 1 ? words[1] : ""
        let base = try await git.text(["merge-base", "--", reference, "HEAD"], in: top)
        let diff = try await git.run(
            [
                "-c", "core.quotepath=off", "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv",
                "--no-renames", "--src-prefix=a/", "--dst-prefix=b/", base, "--",
            ], in: top)
        let new = try await git.run(["ls-files", "-z", "--others", "--exclude-standard"], in: top)
        self.init(diff: String(decoding: diff, as: UTF8.self), new: new)
        lines = Dictionary(
            lines.map { (Self.relative($0.key, to: prefix), $0.value) }, uniquingKeysWith: { $0 + $1 })
    }

    /// - Parameters:
    ///   - diff: What `git diff --unified=0` prints.
    ///   - new: Names of files, each with a zero byte behind it.
    init(diff: String, new: [UInt8]) {
        var old = ""
        var path: String?
        // Lines of a hunk may look like anything.
        var hunk = 0
        for line in diff.split(separator: "\n", omittingEmptySubsequences: false) {
            if hunk > 0 {
                if !line.hasPrefix("\\") { hunk -= 1 }
            } else if line.hasPrefix("--- ") {
                old = Self.name(line.dropFirst(4))
            } else if line.hasPrefix("+++ ") {
                let name = Self.name(line.dropFirst(4))
                path = name == "/dev/null" ? old : name
                if let path { lines[path, default: []] += [] }
            } else if line.hasPrefix("@@ "), let path {
                let (old, new) = (Self.range(line, "-"), Self.range(line, "+"))
                hunk = old.count + new.count
                if new.count > 0 { lines[path]?.append(new.start...new.start + new.count - 1) }
            } else if line.hasPrefix("Binary files ") || line.hasPrefix("diff --git ") {
                // Modes and empty files have no lines, and are changes.
                path = nil
                if line.hasPrefix("diff --git "), let name = Self.lastName(line) { lines[name, default: []] += [] }
            }
        }
        for name in new.split(separator: 0) {
            lines[String(decoding: name, as: UTF8.self)] = [1...Int(Int32.max)]
        }
    }

    /// `@@ -3,0 +4,2 @@`: of the new text the lines 4 and 5.
    private static func range(_ line: Substring, _ sign: Character) -> (start: Int, count: Int) {
        guard let word = line.split(separator: " ").first(where: { $0.first == sign }) else { return (0, 0) }
        let numbers = word.dropFirst().split(separator: ",").compactMap { Int($0) }
        guard let start = numbers.first, start >= 0, start < Int(Int32.max) else { return (0, 0) }
        let count = numbers.count > 1 ? numbers[1] : 1
        return (start, max(0, min(count, Int(Int32.max))))
    }

    /// The second name of `diff --git a/x b/x`; both are the same, since renames are not looked for.
    private static func lastName(_ line: Substring) -> String? {
        let rest = line.dropFirst("diff --git ".count)
        if rest.hasSuffix("\"") {
            guard let start = rest.range(of: " \"", options: .backwards)?.lowerBound else { return nil }
            return name(rest[rest.index(after: start)...])
        }
        // `a/N b/N`: the half behind the blank in the middle.
        let count = rest.utf8.count
        guard count % 2 == 1 else { return nil }
        return name(Substring(String(decoding: Array(rest.utf8)[(count / 2 + 1)...], as: UTF8.self)))
    }

    /// A name without the letter before it, and without the quotes in which Git puts odd ones.
    private static func name(_ text: Substring) -> String {
        var text = text.hasSuffix("\t") ? text.dropLast() : text
        if text.hasPrefix("\"") { text = Substring(unquoted(text)) }
        return text == "/dev/null" ? String(text) : String(text.dropFirst(2))
    }

    private static func unquoted(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8.dropFirst().dropLast()
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            switch next {
            case UInt8(ascii: "n"): bytes.append(10)
            case UInt8(ascii: "t"): bytes.append(9)
            case UInt8(ascii: "r"): bytes.append(13)
            case UInt8(ascii: "a"): bytes.append(7)
            case UInt8(ascii: "b"): bytes.append(8)
            case UInt8(ascii: "f"): bytes.append(12)
            case UInt8(ascii: "v"): bytes.append(11)
            case UInt8(ascii: "0")...UInt8(ascii: "7"):
                let digits = [next] + rest.prefix(2)
                rest = rest.dropFirst(2)
                bytes.append(UInt8(String(decoding: digits, as: UTF8.self), radix: 8) ?? next)
            default: bytes.append(next)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A path from the top of the working tree as it is seen from the folder `prefix`, which ends with a slash or is empty.
    static func relative(_ path: String, to prefix: String) -> String {
        let folder = prefix.split(separator: "/")
        let parts = path.split(separator: "/")
        let shared = zip(folder, parts).prefix { $0 == $1 }.count
        return (repeatElement("..", count: folder.count - shared) + parts.dropFirst(shared).map(String.init))
            .joined(separator: "/")
    }
}
