import Diagnostics
import FileTree

/// Reads the files of one build, keeps book of them, and refuses with the nearest name what is not there.
final class FileLoader {
    private let files: any FileTree
    private let restrictor: BuildOptions.LoadRestrictor
    private(set) var filesRead: Set<TreePath> = []

    init(_ files: any FileTree, restrictor: BuildOptions.LoadRestrictor) {
        self.files = files
        self.restrictor = restrictor
    }

    /// The bytes of the file that `reference`, written at `place` in a kustomization of `directory`, names.
    func read(_ reference: String, in directory: TreePath, at place: Place) throws(Refused) -> [UInt8] {
        try checkIsLocal(reference, at: place)
        let path = try resolved(directory.appending(reference), reference, at: place)
        if restrictor == .rootOnly, !path.isInside(directory) {
            throw refusal(
                .kustomizationPathOutside,
                "file \"\(reference)\" lies outside the directory \"\(directory)\" of its kustomization", at: place,
                hint: "move the file below the directory, make it part of a base, or allow it with "
                    + "--load-restrictor LoadRestrictionsNone")
        }
        guard files.entry(at: path) == .file else {
            throw refusal(
                .kustomizationPathMissing, "\"\(reference)\" is a directory, expected a file", at: place)
        }
        return try bytes(of: path, at: place)
    }

    /// Whether `reference` names a file, a directory, or nothing.
    func kind(of reference: String, in directory: TreePath) -> EntryKind? {
        let path = directory.appending(reference)
        return reference.hasPrefix("/") ? nil : files.entry(at: path)
    }

    /// The directory that `reference` names.
    func directory(_ reference: String, in directory: TreePath, at place: Place) throws(Refused) -> TreePath {
        try checkIsLocal(reference, at: place)
        let path = try resolved(directory.appending(reference), reference, at: place)
        guard files.entry(at: path) == .directory else {
            throw refusal(.kustomizationPathMissing, "\"\(reference)\" is a file, expected a directory", at: place)
        }
        return path
    }

    /// The one kustomization file of `directory`.
    func kustomization(in directory: TreePath, at place: Place) throws(Refused) -> (TreePath, [UInt8]) {
        guard files.entry(at: directory) == .directory else {
            throw refusal(
                .kustomizationPathMissing, "there is no directory \"\(directory)\"", at: place,
                hint: nearest(to: directory))
        }
        let names = ["kustomization.yaml", "kustomization.yml", "Kustomization"]
        let found = names.filter { files.entry(at: directory.appending($0)) == .file }
        guard let name = found.first else {
            throw refusal(
                .kustomizationMissing, "directory \"\(directory)\" has no kustomization.yaml", at: place,
                hint: nearest(to: directory.appending("kustomization.yaml"))
                    ?? "add a kustomization.yaml that lists its resources")
        }
        guard found.count == 1 else {
            throw refusal(
                .kustomizationDoubled, "directory \"\(directory)\" has \(found.joined(separator: " and "))", at: place,
                hint: "keep one of them")
        }
        let path = directory.appending(name)
        return (path, try bytes(of: path, at: place))
    }

    private func bytes(of path: TreePath, at place: Place) throws(Refused) -> [UInt8] {
        filesRead.insert(path)
        do { return try files.read(path) } catch {
            throw refusal(.kustomizationPathMissing, "\(error)", at: place)
        }
    }

    private func resolved(_ path: TreePath, _ reference: String, at place: Place) throws(Refused) -> TreePath {
        let outside = refusal(
            .kustomizationPathOutside, "\"\(reference)\" lies outside the repository", at: place,
            hint: "use a path below the root of the repository")
        guard !reference.hasPrefix("/") else { throw outside }
        do { return try files.resolvingLinks(path) } catch {
            guard error.code != .outsideRoot else { throw outside }
            throw refusal(
                .kustomizationPathMissing, "there is no file or directory \"\(reference)\"", at: place,
                hint: nearest(to: path))
        }
    }

    private func nearest(to path: TreePath) -> String? {
        guard let names = try? files.names(in: path.parent) else { return nil }
        return nearestName(to: path.lastComponent, among: names).map { "did you mean \"\($0)\"?" }
    }

    private func checkIsLocal(_ reference: String, at place: Place) throws(Refused) {
        let isRemote =
            reference.contains("://") || reference.hasPrefix("git@") || reference.hasPrefix("github.com/")
            || reference.contains("?ref=")
        guard isRemote, kind(of: reference, in: .root) == nil else { return }
        throw refusal(
            .kustomizationUnsupported, "\"\(reference)\" is remote, and a build reads its own repository only",
            at: place,
            hint: "copy it into the repository, or declare it as a source of the application")
    }
}
