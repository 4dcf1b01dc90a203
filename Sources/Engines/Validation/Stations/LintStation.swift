package import Diagnostics
package import FileTree
package import Lint
internal import Parallel

/// Checks how YAML files are written.
package struct LintStation: Sendable {
    private let configuration: LintConfiguration

    package init(_ configuration: LintConfiguration) { self.configuration = configuration }

    /// What is wrong with those of the files that the configuration takes for YAML, in the order of the files. What cannot
    /// be read is told where it is needed.
    package func findings(_ paths: [TreePath], in files: any FileTree, memory: RunMemory? = nil) -> [Finding] {
        let chosen = paths.filter { path in
            configuration.yamlFiles.match(path.description) && configuration.ignore?.match(path.description) != true
        }
        return parallelMap(chosen) { path in
            memory?.lint(path) { look(at: path, in: files) } ?? look(at: path, in: files)
        }.flatMap(\.self)
    }

    private func look(at path: TreePath, in files: any FileTree) -> [Finding] {
        guard let bytes = try? files.read(path) else { return [] }
        let file = SourceFile(path.description)
        return lint(bytes, file: path.description, configuration).map { $0.finding(in: file) }
    }
}
