package import Diagnostics
package import FileTree

/// What a report needs to know besides the run.
package struct ReportSurroundings {
    package var palette: Palette
    /// The sign of a run without findings.
    package var tick: String
    package var source: TextReport.Source
    package var toolVersion: String
    /// Where in the repository the paths of findings start. Forges want paths from the repository's root.
    package var folder: TreePath
    /// The page of a code in Markdown, with a heading; nil where there is none.
    package var page: (Code) -> String?
    /// From where on a finding is a failure; nil when none is.
    package var failingOn: Severity?
    /// The bytes that a comment may have. Never fewer than its characters, which is what forges count.
    package var budget: Int

    package init(
        palette: Palette = .none, tick: String = "✔", source: @escaping TextReport.Source = { _ in nil },
        toolVersion: String = "0.0.0", folder: TreePath = .root, page: @escaping (Code) -> String? = { _ in nil },
        failingOn: Severity? = .error, budget: Int = 65_536
    ) {
        self.palette = palette
        self.tick = tick
        self.source = source
        self.toolVersion = toolVersion
        self.folder = folder
        self.page = page
        self.failingOn = failingOn
        self.budget = budget
    }

    /// A file by its path in the repository; a finding without one counts to its unit.
    func path(of reported: ReportedFinding) -> String {
        let file = reported.finding.place.file.path
        return path(file.isEmpty ? reported.units.first ?? "." : file)
    }

    func path(_ path: String) -> String {
        // A path from the root of a disk, or an address, stays what it is.
        path.hasPrefix("/") || path.contains("://") ? path : folder.appending(path).description
    }
}
