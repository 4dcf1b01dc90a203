internal import Crypto
internal import FileTree
internal import Foundation
internal import GitRepository
internal import Parallel
internal import Tree
internal import Validation

/// Keeps what a run has found, for the next one in which no file is another.
///
/// A run notes everything that it looked at, found or not. The next one asks the system for the stamps of all that; when
/// one differs, it runs anew. What depends on more than files is never kept.
struct GateCache {
    private let file: String

    /// - Parameter question: All that the result depends on besides files.
    init(question: [String]) {
        let text = ([Version.number, Self.program] + question).map { "\($0.utf8.count):\($0)" }.joined(separator: ",")
        let digest = SHA256.hash(data: Data(text.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        file = UserCache.folder + "/validate/" + digest.joined() + ".json"
    }

    /// A program that was built anew may find something else.
    private static let program: String = {
        let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
        return path + " " + DiskFiles("/").stamp(TreePath(path)).text
    }()

    /// The result of the last run; nil when there was none, or something has changed since.
    func result(in files: DiskFiles) -> GateResult? {
        guard let data = FileManager.default.contents(atPath: file), let root = try? JSONReader.read(Array(data)),
            let stamps = root["files"]?.elements, !stamps.isEmpty
        else { return nil }
        let isSame = parallelMap(stamps, run: 256) { element in
            guard let path = element.elements.first?.string, let text = element.elements.last?.string else {
                return false
            }
            return files.stamp(TreePath(path)) == FileStamp(text: text)
        }
        guard isSame.allSatisfy(\.self), let result = root["result"] else { return nil }
        return GateResult(archived: result)
    }

    /// Keeps a result. A file that is as new as the run might change once more without a new stamp, so then nothing is kept.
    ///
    /// - Parameter start: When the run began, in nanoseconds since 1970.
    func keep(_ result: GateResult, looked: Set<TreePath>, in files: DiskFiles, start: Int) {
        let paths = looked.sorted { $0.text < $1.text }
        let stamps = parallelMap(paths, run: 256) { files.stamp($0) }
        let limit = start - 20_000_000
        guard stamps.allSatisfy({ $0.changed < limit }) else { return }
        let lines: [Node] = zip(paths, stamps).map { [Node($0.text), Node($1.text)] }
        let root: Node = ["files": Node(lines), "result": result.archived]
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        // Without a cache the next run takes longer, and that is all.
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        UserCache.shrink(folder.path, to: 50)
        try? Data(JSONWriter.bytes(root)).write(to: URL(fileURLWithPath: file), options: .atomic)
    }
}

extension GateResult {
    var archived: Node {
        [
            "units": Node(units.map { Node($0) }), "stations": Node(stations.map { Node($0.rawValue) }),
            "findings": Node(all.map(FindingArchive.node)), "files": Node(fileCount), "objects": Node(objectCount),
        ]
    }

    init?(archived node: Node) {
        guard let findings = node["findings"]?.elements, let files = node["files"]?.integer,
            let objects = node["objects"]?.integer
        else { return nil }
        let read = findings.compactMap(FindingArchive.finding)
        guard read.count == findings.count else { return nil }
        self.init(
            units: node["units"]?.elements.compactMap(\.string) ?? [],
            stations: node["stations"]?.elements.compactMap { Station(rawValue: $0.string ?? "") } ?? [], all: read,
            findings: read, fileCount: files, objectCount: objects)
    }
}
