import Diagnostics
import FileTree
import Kustomize

/// A build of a few files in one folder, for tables.
struct SmallBuild {
    var files: MemoryFileTree

    init(_ kustomization: String, _ others: [String: String] = [:]) {
        files = ["app/kustomization.yaml": kustomization]
        for (path, text) in others { files.write(Array(text.utf8), to: TreePath("app").appending(path)) }
    }

    func result() throws(Refused) -> BuildResult {
        try build(TreePath("app"), in: files, options: BuildOptions(reorder: .none))
    }

    var yaml: String {
        get throws(Refused) { try result().yaml }
    }

    /// What the build is refused with; nil when it is not.
    var refusal: Finding? {
        do throws(Refused) {
            _ = try result()
            return nil
        } catch { return error.findings.first }
    }
}
