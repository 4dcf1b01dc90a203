internal import FileTree
internal import Foundation
internal import GitRepository
internal import Kustomize
internal import Parallel
internal import Validation

/// What stays between the looks of a watch: parsed texts, findings, and the stamps of all that was looked at.
final class GateTrail {
    let tree = RecordedFiles(WorkingDirectory.files)
    let memory = RunMemory()
    let parsed: ParsedFiles
    /// What differs since the last look.
    private(set) var changed: Set<TreePath> = []
    private var stamps: [TreePath: FileStamp] = [:]
    /// When the last look began, in nanoseconds since 1970, with some room for the system's clock.
    private var since = 0

    init() { parsed = ParsedFiles(tree, isShared: true) }

    /// The folders that have been looked at.
    var folders: [String] {
        stamps.filter(\.value.isFolder).map { WorkingDirectory.place($0.key) }
    }

    /// To be called before a look: finds what is no longer as the last look has seen it. What was saved while that look
    /// went on counts, whatever it has seen.
    func notice() {
        let start = Int(Date().timeIntervalSince1970 * 1e9)
        let now = stamped(tree.looked)
        changed = Set(now.filter { stamps[$0.key] != $0.value || $0.value.changed >= since }.keys)
        stamps = now
        since = start - 20_000_000
    }

    /// To be called after a look: from now on what it met for the first time is known, too.
    func learn() { stamps.merge(stamped(tree.looked.filter { stamps[$0] == nil })) { old, _ in old } }

    private func stamped(_ paths: Set<TreePath>) -> [TreePath: FileStamp] {
        let paths = Array(paths)
        return Dictionary(
            uniqueKeysWithValues: zip(paths, parallelMap(paths, run: 256) { WorkingDirectory.files.stamp($0) }))
    }
}
