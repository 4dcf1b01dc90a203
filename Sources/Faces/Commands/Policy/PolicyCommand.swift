internal import ArgumentParser

/// Policies in Rego: what OPA, conftest and Gatekeeper do with them.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Evaluate policies in Rego.",
        subcommands: [
            PolicyCheckCommand.self, PolicyEvalCommand.self, PolicyTestCommand.self, PolicyFmtCommand.self,
            PolicyLintCommand.self,
        ])
}
