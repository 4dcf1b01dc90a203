internal import ArgumentParser
internal import Reports
internal import Tree

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema of a document that Mainstay reads or writes.",
        discussion: """
            settings is mainstay.yaml; findings is what -o json prints, finding a line of -o jsonl. An editor checks \
            settings while they are typed when their first line says where the schema lies: \
            # yaml-language-server: $schema=FILE
            """)

    enum Document: String, ExpressibleByArgument, CaseIterable { case settings, findings, finding }

    @Argument(help: "settings, findings or finding.") var document: Document

    func run() {
        let schema =
            switch document {
            case .settings: SettingsFile.schema
            case .findings: JSONReport.schema
            case .finding: JSONLinesReport.schema
            }
        Terminal.output(JSONWriter.text(schema, indent: 2) + "\n")
    }
}
