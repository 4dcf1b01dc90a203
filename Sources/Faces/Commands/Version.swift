internal import ArgumentParser
internal import Tree

enum Version {
    static let number = "0.1.0"
    /// The kustomize whose output `build` equals.
    static let kustomize = "5.8"
    /// The Kubernetes whose API the embedded cluster speaks.
    static let kubernetes = "1.36"
}

struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "version", abstract: "Show the version.")

    @Option(name: .shortAndLong, help: "How to print: text, json or yaml.") var output = DataFormat.text

    func run() {
        let node: Node = [
            "version": Node(Version.number), "kustomize": Node(Version.kustomize),
            "kubernetes": Node(Version.kubernetes),
        ]
        switch output {
        case .text:
            Terminal.output(
                "mainstay \(Version.number) (kustomize \(Version.kustomize), Kubernetes API \(Version.kubernetes))\n")
        case .json: Terminal.output(JSONWriter.text(node, indent: 2) + "\n")
        case .yaml: Terminal.output(YAMLWriter.text(node))
        }
    }
}

/// The forms of commands that print one document.
enum DataFormat: String, ExpressibleByArgument, CaseIterable { case text, json, yaml }
