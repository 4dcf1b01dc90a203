internal import ArgumentParser
internal import KubeTypes
internal import Reports
internal import Tree

struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show the revisions of an application that were deployed, newest first.")

    @Argument(help: "The application.") var application: String

    @OptionGroup var cluster: ClusterOptions

    @Option(name: .shortAndLong, help: "How to print: text, json or yaml.") var output = DataFormat.text

    func run() async throws {
        let client = try cluster.client()
        let (object, _) = try await cluster.application(application, client)
        let history = Array((object.status["history"]?.elements ?? []).reversed())
        switch output {
        case .json: Terminal.output(JSONWriter.text(Node(history), indent: 2) + "\n")
        case .yaml: Terminal.output(YAMLWriter.text(Node(history)))
        case .text:
            guard !history.isEmpty else { return Terminal.talk("\(object.key) has not been deployed yet\n") }
            var table = TextTable(["ID", "DEPLOYED AT", "REVISION", "BY"])
            for entry in history { table.add(row(entry)) }
            Terminal.output(table.text)
        }
    }

    private func row(_ entry: Node) -> [String] {
        let by = entry["initiatedBy"]
        return [
            "\(entry["id"]?.integer ?? 0)", entry["deployedAt"]?.string ?? "",
            String((entry["revision"]?.string ?? "").prefix(10)),
            by?["automated"]?.bool == true ? "auto" : by?["username"]?.string ?? "",
        ]
    }
}
