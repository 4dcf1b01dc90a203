internal import ArgumentParser
internal import Tree

/// What each exit code means, in all commands.
enum ExitCodes {
    static let all: [(code: Int32, name: String, meaning: String)] = [
        (ExitStatus.done.rawValue, "done", "The answer is yes, or what was asked for is done."),
        (ExitStatus.no.rawValue, "no", "The answer is no: there are findings, files differ, something is unhealthy."),
        (
            ExitStatus.failed.rawValue, "failed",
            "There is no answer: input that cannot be read, a cluster that cannot be reached, an error of the program."
        ),
        (ExitStatus.refused.rawValue, "refused", "A guard said no: what was asked for was not done."),
        (ExitStatus.timedOut.rawValue, "timed-out", "It took longer than it may; it may still happen."),
        (64, "usage", "The command line is wrong."),
        (ExitStatus.interrupted.rawValue, "interrupted", "Ended by Ctrl-C; what runs until then ends with 0."),
    ]
}

struct ExitCodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exit-codes", abstract: "Show what exit codes mean.")

    @Option(name: .shortAndLong, help: "How to print: text, json or yaml.") var output = DataFormat.text

    func run() {
        let node = Node(
            ExitCodes.all.map { entry in
                ["code": Node(Int(entry.code)), "name": Node(entry.name), "meaning": Node(entry.meaning)]
            })
        switch output {
        case .text:
            let rows = ExitCodes.all.map { entry in
                [String(entry.code), entry.name, entry.meaning]
            }
            let widths = (0..<2).map { column in rows.map { $0[column].count }.max() ?? 0 }
            for row in rows {
                let code = String(repeating: " ", count: widths[0] - row[0].count) + row[0]
                let name = row[1] + String(repeating: " ", count: widths[1] - row[1].count)
                Terminal.output("\(code)  \(name)  \(row[2])\n")
            }
        case .json: Terminal.output(JSONWriter.text(node, indent: 2) + "\n")
        case .yaml: Terminal.output(YAMLWriter.text(node))
        }
    }
}
