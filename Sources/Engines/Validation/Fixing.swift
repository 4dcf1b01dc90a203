package import Diagnostics
package import FileTree
internal import Tree

/// A file that fixes change.
package struct FixedFile: Sendable {
    package var path: TreePath
    package var old: [UInt8]
    package var new: [UInt8]

    package init(path: TreePath, old: [UInt8], new: [UInt8]) {
        self.path = path
        self.old = old
        self.new = new
    }
}

/// The files as they are when the fixes of the findings are made; nothing else in them changes.
///
/// - Parameter includingUnsafe: Whether fixes count, too, that a person should look at.
/// - Throws: `Refused` when a file has become unreadable since it was checked.
package func fixedFiles(
    _ findings: [Finding], in files: any FileTree, includingUnsafe: Bool = false
) throws(Refused) -> [FixedFile] {
    let fixes = findings.flatMap(\.fixes).filter { $0.place.isKnown && ($0.isSafe || includingUnsafe) }
    let byFile = Dictionary(grouping: fixes) { $0.place.file.path }
    var fixed: [FixedFile] = []
    for (name, fixes) in byFile.sorted(by: { $0.key < $1.key }) {
        // What stands in another repository is not ours to change.
        guard let old = try? files.read(TreePath(name)) else { continue }
        let new = try replacingScalars(
            in: old, fixes.map { ScalarChange(at: $0.place, $0.replacement, writing: $0.writing) })
        if new != old { fixed.append(FixedFile(path: TreePath(name), old: old, new: new)) }
    }
    return fixed
}
