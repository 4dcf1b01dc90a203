import Diagnostics
package import FileTree
import Parallel
import Tree

/// The files that builds read. Each is read and parsed once; what a build will need is read ahead on all cores.
package final class ParsedFiles {
    let files: any FileTree
    private var texts: [TreePath: ParsedText] = [:]
    /// Whether a text stays here when a build has taken it, for the next build.
    private let isShared: Bool

    /// - Parameter isShared: Set it for several builds over one tree: what they have in common is parsed once, and held
    ///   in memory until the last has run.
    package init(_ files: any FileTree, isShared: Bool = false) {
        self.files = files
        self.isShared = isShared
    }

    func text(at path: TreePath, duplicates: DuplicateKeys = .refused) throws(FileTreeError) -> ParsedText {
        if let text = texts[path], text.duplicates == duplicates {
            if !isShared { texts[path] = nil }
            return text
        }
        let text = try ParsedText(path, in: files, duplicates: duplicates)
        if isShared { texts[path] = text }
        return text
    }

    /// Follows `resources`, `bases` and `components` from `root` and parses what they name.
    ///
    /// What cannot be read is left to the build, which meets it in its own order and has the words for it.
    func readAhead(from root: TreePath, restrictor: BuildOptions.LoadRestrictor) {
        let files = files
        var known: Set<TreePath> = [root]
        var wave = [root]
        while !wave.isEmpty, known.count < 100_000 {
            let folders = parallelMap(wave) { Folder($0, in: files) }
            var paths: [TreePath] = []
            wave = []
            for folder in folders {
                if let (path, text) = folder.kustomization { texts[path] = text }
                for (path, kind) in folder.references where known.insert(path).inserted {
                    switch kind {
                    case .directory: wave.append(path)
                    case .file where restrictor == .none || path.isInside(folder.path): paths.append(path)
                    case .file: break
                    }
                }
            }
            paths.removeAll { texts[$0] != nil }
            let parsed = parallelMap(paths) { try? ParsedText($0, in: files) }
            for (path, text) in zip(paths, parsed) { texts[path] = text }
        }
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

    init(_ path: TreePath, in files: any FileTree) {
        self.path = path
        for name in Kustomization.fileNames {
            guard let (path, kind) = try? files.find(name, from: path), kind == .file,
                let text = try? ParsedText(path, in: files, duplicates: .lastWins)
            else { continue }
            kustomization = (path, text)
            break
        }
        guard let document = try? kustomization?.text.documents.get().documents.first else { return }
        for field in ["resources", "bases", "components"] {
            for reference in document[field]?.elements ?? [] {
                guard let text = reference.string, !text.hasPrefix("/"),
                    let found = try? files.find(text, from: path)
                else { continue }
                references.append(found)
            }
        }
    }
}
