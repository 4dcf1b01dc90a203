import Diagnostics
package import FileTree
import Parallel
import Tree

/// The files that builds read. Each is read and parsed once; what a build will need is read ahead on all cores.
package final class ParsedFiles {
    private(set) var files: MountedFiles
    private(set) var texts: [TreePath: ParsedText] = [:]
    /// Directories and files that have been looked at ahead, with everything that they name.
    private var followed: Set<TreePath> = []
    /// What stands at paths without links, as reading ahead has found it: the builds need not ask once more.
    private(set) var known: [TreePath: EntryKind] = [:]
    /// The kustomization of a directory that has exactly one.
    private(set) var kustomizations: [TreePath: TreePath] = [:]
    /// Whether a text stays here when a build has taken it, for the next build.
    private let isShared: Bool

    /// - Parameter isShared: Set it for several builds over one tree: what they have in common is parsed once, and held
    ///   in memory until the last has run.
    package init(_ files: any FileTree, isShared: Bool = false) {
        self.files = MountedFiles(files)
        self.isShared = isShared
    }

    /// The files of the tree, and of the repositories that are mounted in it.
    package var allFiles: any FileTree { files }

    func text(at path: TreePath, duplicates: DuplicateKeys = .refused) throws(FileTreeError) -> ParsedText {
        if let text = texts[path], text.duplicates == duplicates {
            if !isShared { texts[path] = nil }
            return text
        }
        let text = try ParsedText(path, in: files, duplicates: duplicates)
        if isShared { texts[path] = text }
        return text
    }

    /// The bytes of those files that are still held here.
    package func bytes(of paths: [TreePath]) -> [TreePath: [UInt8]] {
        Dictionary(uniqueKeysWithValues: paths.compactMap { path in texts[path].map { (path, $0.bytes) } })
    }

    func keep(_ text: ParsedText, at path: TreePath) { texts[path] = text }

    /// Forgets files that have changed, and what was found by way of them.
    package func forget(_ paths: Set<TreePath>) {
        for path in paths { texts[path] = nil }
        (followed, known, kustomizations) = ([], [:], [:])
    }

    /// The same with what has been read so far, for a build beside others.
    package func branch() -> ParsedFiles {
        let branch = ParsedFiles(files.base, isShared: false)
        branch.files = files
        branch.texts = texts
        (branch.followed, branch.known, branch.kustomizations) = (followed, known, kustomizations)
        return branch
    }

    /// Makes the files of another repository part of the builds.
    package func mount(_ tree: any FileTree, for base: RemoteBase) { files.mount(tree, at: base.mountPoint) }

    /// Mounts every repository that the build of `directory` needs, as `fetch` brings it. What a repository brings may
    /// name others.
    ///
    /// - Throws: What `fetch` throws, and `Refused` for more repositories than any real build has.
    package func mountRemotes(
        of directory: TreePath, restrictor: BuildOptions.LoadRestrictor = .rootOnly,
        fetch: (RemoteBase.Source) async throws -> any FileTree
    ) async throws {
        var count = 0
        while true {
            let missing = readAhead(from: directory, restrictor: restrictor).filter { !files.isMounted($0.mountPoint) }
            if missing.isEmpty { return }
            for base in missing where !files.isMounted(base.mountPoint) {
                count += 1
                guard count <= 100 else {
                    throw refusal(
                        .kustomizationUnsupported, "the build needs more than 100 other repositories",
                        at: Place(file: SourceFile(directory.description), line: 0, column: 0))
                }
                mount(try await fetch(base.source), for: base)
            }
        }
    }

    /// Follows `resources`, `bases` and `components` from `root` and parses what they name.
    ///
    /// What cannot be read is left to the build, which meets it in its own order and has the words for it.
    ///
    /// - Returns: References to repositories that are not mounted.
    @discardableResult
    package func readAhead(from root: TreePath, restrictor: BuildOptions.LoadRestrictor = .rootOnly) -> [RemoteBase] {
        let files = files
        var missing: [RemoteBase] = []
        var wave = followed.insert(root).inserted ? [root] : []
        while !wave.isEmpty, followed.count < 100_000 {
            let parsed = texts
            let folders = parallelMap(wave) { Folder($0, in: files, parsed) }
            var paths: [TreePath] = []
            wave = []
            for folder in folders {
                if let (path, text) = folder.kustomization {
                    texts[path] = text
                    if folder.hasOne { kustomizations[folder.path] = path }
                }
                missing += folder.missing
                if !folder.missing.isEmpty { followed.remove(folder.path) }
                for (path, kind) in folder.references where followed.insert(path).inserted {
                    known[path] = kind
                    switch kind {
                    case .directory: wave.append(path)
                    case .file where restrictor == .none || path.isInside(folder.path): paths.append(path)
                    case .file: break
                    }
                }
            }
            paths.removeAll { texts[$0] != nil }
            let read = parallelMap(paths) { try? ParsedText($0, in: files) }
            for (path, text) in zip(paths, read) { texts[path] = text }
        }
        return missing
    }
}

/// A file and what its YAML says.
struct ParsedText: Sendable {
    let bytes: [UInt8]
    let documents: Result<YAMLDocuments, Refused>
    let duplicates: DuplicateKeys

    init(_ path: TreePath, in files: any FileTree, duplicates: DuplicateKeys = .refused) throws(FileTreeError) {
        let bytes = try files.read(path)
        self.bytes = bytes
        self.duplicates = duplicates
        documents = Result { () throws(Refused) in
            try YAMLReader.read(bytes, file: SourceFile(path.description), duplicates: duplicates)
        }
    }
}

/// A directory as the reading ahead sees it: its kustomization, and what that names and finds.
private struct Folder: Sendable {
    let path: TreePath
    private(set) var kustomization: (path: TreePath, text: ParsedText)?
    private(set) var references: [(path: TreePath, kind: EntryKind)] = []
    /// Whether there is no second kustomization.
    private(set) var hasOne = false

    /// References to repositories that are not mounted.
    private(set) var missing: [RemoteBase] = []

    init(_ path: TreePath, in files: MountedFiles, _ known: [TreePath: ParsedText]) {
        self.path = path
        let found = Kustomization.fileNames.compactMap { name in
            (try? files.find(name, from: path)).flatMap { $0.kind == .file ? $0.path : nil }
        }
        hasOne = found.count == 1
        for path in found {
            guard let text = try? known[path] ?? ParsedText(path, in: files, duplicates: .lastWins) else { continue }
            kustomization = (path, text)
            break
        }
        guard let document = try? kustomization?.text.documents.get().documents.first else { return }
        for field in ["resources", "bases", "components"] {
            for reference in document[field]?.elements ?? [] {
                guard let text = reference.string, !text.hasPrefix("/") else { continue }
                follow(text, in: files)
            }
        }
    }

    private mutating func follow(_ reference: String, in files: MountedFiles) {
        if let found = try? files.find(reference, from: path) {
            references.append(found)
        } else if let base = RemoteBase(reference) {
            if !files.isMounted(base.mountPoint) {
                missing.append(base)
            } else if let found = try? files.find(base.path, from: base.mountPoint) {
                references.append(found)
            }
        }
    }
}
