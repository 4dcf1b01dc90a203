internal import Diagnostics
package import FileTree
package import KubeTypes
package import Kustomize
internal import Tree

/// The objects that some paths hold, and what there is to say about reading them.
package struct ManifestSet: Sendable {
    package private(set) var objects: [KubeObject] = []
    package private(set) var findings: [StationFinding] = []
    /// The comments that silence findings, in all files that were read.
    private(set) var suppressions: [Suppression] = []
    private var seen: Set<TreePath> = []
    /// The objects of kustomizations that were found below a named folder.
    private var found: [[KubeObject]] = []
    /// The other objects.
    private var common: [KubeObject] = []
    /// All files that builds may have read, those of other repositories too.
    private let files: any FileTree

    /// The objects that live in one cluster together, as far as paths tell: all that was named. Kustomizations that were
    /// found below a named folder are often overlays of each other, so each stands alone.
    package var sets: [[KubeObject]] { (common.isEmpty ? [] : [common]) + found }

    /// Reads files and folders: a folder with a kustomization is built, another is read with all folders below it, where
    /// what is no Kubernetes object is passed over. What cannot be read is a finding, and the rest goes on.
    ///
    /// - Parameter parsed: The same files, where other repositories may be mounted in them.
    package init(_ paths: [TreePath], in files: any FileTree, parsed: ParsedFiles) {
        self.files = parsed.allFiles
        for path in paths { add(path, in: files, parsed, isNamed: true) }
    }

    /// The findings, with the place of the base where a patch or a transformer has set the value.
    func relatingBases(_ findings: [StationFinding]) -> [StationFinding] {
        guard !findings.isEmpty else { return [] }
        var bases = BaseValues(objects, in: files)
        return findings.map { StationFinding($0.station, bases.relating($0.finding)) }
    }

    private mutating func add(_ path: TreePath, in files: any FileTree, _ parsed: ParsedFiles, isNamed: Bool) {
        switch files.entry(at: path) {
        case .directory: addFolder(path, in: files, parsed, isNamed: isNamed)
        case .file: addFile(path, in: files, isNamed: isNamed)
        case nil:
            let near = (try? files.names(in: path.parent)).flatMap { nearestName(to: path.lastComponent, among: $0) }
            refuse([
                Finding(
                    .fileUnreadable, "there is no file or folder \"\(path)\"", at: .unknown,
                    hint: near.map { "did you mean \"\(path.parent.appending($0))\"?" })
            ])
        }
    }

    private mutating func addFolder(_ path: TreePath, in files: any FileTree, _ parsed: ParsedFiles, isNamed: Bool) {
        if Self.hasKustomization(path, in: files) {
            do throws(Refused) {
                let result = try build(path, in: parsed)
                objects += result.objects
                if isNamed { common += result.objects } else { found.append(result.objects) }
                findings += result.findings.map { StationFinding(.build, $0) }
                for path in result.filesRead.sorted(by: { $0.text < $1.text }) { noteSuppressions(path, in: files) }
            } catch {
                refuse(error.findings)
            }
            return
        }
        for name in (try? files.names(in: path)) ?? [] where !name.hasPrefix(".") {
            let child = path.appending(name)
            let isManifest = [".yaml", ".yml", ".json"].contains(where: name.hasSuffix)
            if isManifest || files.entry(at: child) == .directory { add(child, in: files, parsed, isNamed: false) }
        }
    }

    private mutating func addFile(_ path: TreePath, in files: any FileTree, isNamed: Bool) {
        do throws(Refused) {
            let (read, warnings) = try manifests(at: path, in: files, passingOver: !isNamed)
            objects += read
            common += read
            findings += warnings.map { StationFinding(.build, $0) }
            noteSuppressions(path, in: files)
        } catch {
            refuse(error.findings)
        }
    }

    private mutating func noteSuppressions(_ path: TreePath, in files: any FileTree) {
        guard seen.insert(path).inserted, let bytes = try? files.read(path) else { return }
        suppressions += Suppression.all(in: bytes, file: SourceFile(path.description))
    }

    private mutating func refuse(_ refused: [Finding]) { findings += refused.map { StationFinding(.build, $0) } }

    private static func hasKustomization(_ path: TreePath, in files: any FileTree) -> Bool {
        kustomizationNames.contains { files.entry(at: path.appending($0)) == .file }
    }
}
