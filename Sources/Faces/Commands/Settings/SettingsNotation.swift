internal import Reports
internal import Schema

/// The fields of `mainstay.yaml`, in the notation of `CompactNotation`.
private let settingsText =
    #"""
    shape Path string minLength=1 maxLength=4096
    shape Code string pattern="^[A-Za-z][A-Za-z0-9_-]*$"

    shape Settings object
      apiVersion! string enum=mainstay.dev/v1
      kind! string enum=Settings
      validate object
        paths [Path]
        exclude [Path]
        skip [string enum=lint|build|schema|semantics|analyzers|policy|dry-run]
        schemas [Path]
        policies [Path]
        data [Path]
        lint object
          config Path
        select [Code]
        ignore [Code]
        severity {string enum=error|warning|info|off}
        failOn string enum=error|warning|never
        baseline Path
        reports object
    """# + "\n" + ReportFormat.allCases.map { "      \($0.rawValue) Path\n" }.joined()

/// What the fields are for, for editors and for people.
private let descriptions: [(path: [String], text: String)] = [
    ([], "The settings of a repository: mainstay.yaml at its root."),
    (["validate"], "What \"mainstay validate\" does where its options say nothing else."),
    (
        ["validate", "paths"],
        "Folders and files to check, relative to this file; the folder of this file without them."
    ),
    (["validate", "exclude"], "What is passed over, in patterns as in .gitignore."),
    (["validate", "skip"], "Stations that do not look."),
    (["validate", "schemas"], "Folders and files of CustomResourceDefinitions, or cluster[:CONTEXT]."),
    (["validate", "policies"], "Folders and files of policies in Rego."),
    (["validate", "data"], "Folders and files of documents that policies see as data."),
    (["validate", "lint", "config"], "A configuration of yamllint: a file, default or relaxed."),
    (["validate", "select"], "Codes, or their first letters; with it only what it names is told."),
    (["validate", "ignore"], "Codes, or their first letters, that are not told. The longer of two that fit decides."),
    (["validate", "severity"], "The severity of codes, or of all that begin with some letters; off for none."),
    (["validate", "failOn"], "From which severity on the exit code is 1."),
    (["validate", "baseline"], "A file of findings that are known and not told."),
    (["validate", "reports"], "Reports that are written, too: the format, and the file."),
]

extension Schema {
    /// The schema of `mainstay.yaml`. The text is part of the program, and a test reads it.
    static let settings: Schema = {
        (try? shape("Settings", of: settingsText, origin: "settings")) ?? Schema(SchemaDraft())
    }()

    static let settingsDescriptions = descriptions
}
