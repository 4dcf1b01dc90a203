import Diagnostics
import FileTree
import Tree

/// Finds and reads the files of one build, keeps book of them, and refuses with the nearest name what is not there.
final class FileLoader {
    private let parsed: ParsedFiles
    private let restrictor: BuildOptions.LoadRestrictor
    private(set) var filesRead: Set<TreePath> = []

    private var files: MountedFiles { parsed.files }

    init(_ parsed: ParsedFiles, restrictor: BuildOptions.LoadRestrictor) {
        self.parsed = parsed
        self.restrictor = restrictor
    }

    /// A file or directory that a kustomization names.
    struct Found {
        var path: TreePath
        var kind: EntryKind
        /// How and where the kustomization names it, and the kustomization's directory.
        fileprivate var reference: String
        fileprivate var place: Place
        fileprivate var directory: TreePath
        /// The other repository that it lies in.
        var remote: RemoteBase?
    }

    /// What `reference`, written at `place` in a kustomization of `directory`, leads to.
    func find(_ reference: String, in directory: TreePath, at place: Place) throws(Refused) -> Found {
        let outside = refusal(
            .kustomizationPathOutside, "\"\(reference)\" lies outside the repository", at: place,
            hint: "use a path below the root of the repository")
        guard !reference.hasPrefix("/") else { throw outside }
        guard !reference.utf8.contains(0), reference.utf8.count <= 4096 else {
            throw refusal(.kustomizationPathMissing, "this is no path", at: place, hint: "name a file or directory")
        }
        let named = directory.appending(reference)
        if let kind = parsed.known[named] {
            return Found(path: named, kind: kind, reference: reference, place: place, directory: directory)
        }
        do {
            let (path, kind) = try files.find(reference, from: directory)
            return Found(path: path, kind: kind, reference: reference, place: place, directory: directory)
        } catch {
            if let base = RemoteBase(reference) { return try find(base, as: reference, in: directory, at: place) }
            if RemoteBase.isFile(reference) {
                throw refusal(
                    .kustomizationUnsupported, "\"\(reference)\" is a file on another machine", at: place,
                    hint: "download it, commit it, and name the copy")
            }
            guard error.code != .outsideRoot else { throw outside }
            throw refusal(
                .kustomizationPathMissing, "there is no file or directory \"\(reference)\"", at: place,
                hint: nearest(to: directory.appending(reference), as: reference))
        }
    }

    private func find(
        _ base: RemoteBase, as reference: String, in directory: TreePath, at place: Place
    ) throws(Refused) -> Found {
        guard files.isMounted(base.mountPoint) else {
            throw refusal(
                .kustomizationUnsupported, "\"\(reference)\" is remote, and this build reads its own repository only",
                at: place,
                hint: "copy it into the repository, or annotate the Application with mainstay.dev/remote-bases: allowed"
            )
        }
        do {
            let (path, kind) = try files.find(base.path, from: base.mountPoint)
            return Found(
                path: path, kind: kind, reference: reference, place: place, directory: directory, remote: base)
        } catch {
            throw refusal(
                .kustomizationPathMissing,
                "\(base.source.repository) has no \"\(base.path)\" at \"\(base.source.revision)\"", at: place,
                hint: nearest(to: base.mountPoint.appending(base.path)))
        }
    }

    /// The bytes of a file.
    func read(_ reference: String, in directory: TreePath, at place: Place) throws(Refused) -> [UInt8] {
        let path = try file(try find(reference, in: directory, at: place))
        do { return try files.read(path) } catch {
            throw refusal(.kustomizationPathMissing, "\(error)", at: place)
        }
    }

    /// The YAML documents of a file.
    func documents(_ found: Found, spelling: MetadataSpelling = .asRead) throws(Refused) -> YAMLDocuments {
        let path = try file(found)
        let text = try text(at: path, named: found.place)
        return spelling.applied(to: try text.documents.get())
    }

    func documents(
        _ reference: String, in directory: TreePath, at place: Place, spelling: MetadataSpelling = .asRead
    ) throws(Refused) -> YAMLDocuments {
        try documents(try find(reference, in: directory, at: place), spelling: spelling)
    }

    func exists(_ reference: String, in directory: TreePath) -> Bool {
        !reference.hasPrefix("/") && (try? files.find(reference, from: directory)) != nil
    }

    /// The directory that `reference` names.
    func directory(
        _ reference: String, in directory: TreePath, at place: Place
    ) throws(Refused) -> (path: TreePath, remote: RemoteBase?) {
        let found = try find(reference, in: directory, at: place)
        guard found.kind == .directory else {
            throw refusal(.kustomizationPathMissing, "\"\(reference)\" is a file, expected a directory", at: place)
        }
        return (found.path, found.remote)
    }

    /// The one kustomization file of `directory`.
    func kustomization(in directory: TreePath, at place: Place) throws(Refused) -> (path: TreePath, text: ParsedText) {
        if let path = parsed.kustomizations[directory] {
            filesRead.insert(path)
            return (path, try text(at: path, named: place, duplicates: .lastWins))
        }
        guard files.entry(at: directory) == .directory else {
            throw refusal(
                .kustomizationPathMissing, "there is no directory \"\(directory)\"", at: place,
                hint: nearest(to: directory))
        }
        let found = Kustomization.fileNames.compactMap { name in
            (try? files.find(name, from: directory)).flatMap { $0.kind == .file ? (name: name, path: $0.path) : nil }
        }
        guard let path = found.first?.path else {
            throw refusal(
                .kustomizationMissing, "directory \"\(directory)\" has no kustomization.yaml", at: place,
                hint: nearest(to: directory.appending("kustomization.yaml"))
                    ?? "add a kustomization.yaml that lists its resources")
        }
        guard found.count == 1 else {
            throw refusal(
                .kustomizationDoubled,
                "directory \"\(directory)\" has \(found.map(\.name).joined(separator: " and "))", at: place,
                hint: "keep one of them")
        }
        filesRead.insert(path)
        return (path, try text(at: path, named: place, duplicates: .lastWins))
    }

    /// The path of a file that the kustomization may read.
    private func file(_ found: Found) throws(Refused) -> TreePath {
        if restrictor == .rootOnly, !found.path.isInside(found.directory) {
            throw refusal(
                .kustomizationPathOutside,
                "file \"\(found.reference)\" lies outside the directory \"\(found.directory)\" of its kustomization",
                at: found.place,
                hint: "move the file below the directory, make it part of a base, or allow it with "
                    + "--load-restrictor LoadRestrictionsNone")
        }
        guard found.kind == .file else {
            throw refusal(
                .kustomizationPathMissing, "\"\(found.reference)\" is a directory, expected a file", at: found.place)
        }
        filesRead.insert(found.path)
        return found.path
    }

    private func text(
        at path: TreePath, named place: Place, duplicates: DuplicateKeys = .refused
    ) throws(Refused) -> ParsedText {
        do { return try parsed.text(at: path, duplicates: duplicates) } catch {
            throw refusal(.kustomizationPathMissing, "\(error)", at: place)
        }
    }

    /// The like name in the folder, spelled as `reference` is, or what the folder holds.
    private func nearest(to path: TreePath, as reference: String = "") -> String? {
        guard let names = try? files.names(in: path.parent) else { return "there is no folder \"\(path.parent)\"" }
        guard let name = nearestName(to: path.lastComponent, among: names) else {
            return reference.isEmpty ? nil : "the folder \"\(path.parent)\" holds \(listed(names))"
        }
        let start = reference.lastIndex(of: "/").map { reference[...$0] } ?? ""
        return "did you mean \"\(start)\(name)\"?"
    }
}
