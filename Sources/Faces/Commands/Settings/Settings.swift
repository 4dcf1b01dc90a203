internal import Diagnostics
internal import FileTree
internal import KubeTypes
internal import Reports
internal import Schema
internal import Tree
internal import Validation

/// What a repository has settled for the commands: `mainstay.yaml`. Paths are seen from the working directory.
struct Settings {
    var file: TreePath?
    /// The folder of the file.
    var folder = TreePath.root
    var paths: [TreePath] = []
    var exclude: [String] = []
    var skip: [Station] = []
    var schemas: [String] = []
    var policies: [String] = []
    var data: [String] = []
    var lintConfiguration: String?
    var selection = Selection()
    var failOn: FailureLimit?
    var baseline: TreePath?
    var reports: [ReportFile] = []

    init() {}

    /// Reads the text of a file.
    ///
    /// - Throws: `Refused` with the places of all that is wrong in it.
    init(_ bytes: [UInt8], file: TreePath) throws(Refused) {
        self.file = file
        folder = file.parent
        let read = try YAMLReader.read(bytes, file: SourceFile(file.description))
        guard let document = read.documents.first(where: { !$0.isNull }) else { return }
        let wrong = violations(of: document, against: .settings).map(\.finding)
        guard wrong.isEmpty else { throw Refused(wrong) }
        guard let validate = document["validate"] else { return }
        func texts(_ field: String) -> [String] { validate[field]?.elements.compactMap(\.string) ?? [] }
        paths = texts("paths").map(folder.appending)
        exclude = texts("exclude")
        skip = texts("skip").compactMap { Station(rawValue: $0) }
        schemas = texts("schemas").map { $0 == "cluster" || $0.hasPrefix("cluster:") ? $0 : here($0) }
        policies = texts("policies").map(here)
        data = texts("data").map(here)
        lintConfiguration = validate[path: "lint", "config"]?.string.map { name in
            ["default", "relaxed"].contains(name) ? name : here(name)
        }
        selection = Selection(
            select: texts("select"), ignore: texts("ignore"),
            severity: (validate["severity"]?.entries ?? []).map { ($0.key, Severity(rawValue: $0.value.string ?? "")) })
        failOn = validate["failOn"]?.string.flatMap { FailureLimit(rawValue: $0) }
        baseline = validate["baseline"]?.string.map(folder.appending)
        reports = (validate["reports"]?.entries ?? []).compactMap { entry in
            ReportFormat(rawValue: entry.key).map { ReportFile(format: $0, path: here(entry.value.string ?? "")) }
        }
    }

    private func here(_ path: String) -> String { path.hasPrefix("/") ? path : folder.appending(path).description }
}
