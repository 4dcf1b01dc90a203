package import ArgumentParser

/// The program: GitOps for Istio.
package struct MainstayCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "mainstay", abstract: "GitOps for Istio in one program.",
        version: Version.number,
        subcommands: [
            UpCommand.self, ControllerCommand.self, InstallCommand.self, DoctorCommand.self, InitCommand.self,
            FmtCommand.self,
            BuildCommand.self, LintCommand.self, ValidateCommand.self, AnalyzeCommand.self,
            PolicyCommand.self, ExplainCommand.self, GetCommand.self,
            DiffCommand.self,
            SyncCommand.self, HistoryCommand.self,
            SchemaCommand.self, ExitCodesCommand.self, CompletionCommand.self, ManCommand.self, VersionCommand.self,
        ])

    package init() {}

    /// Runs the command that `arguments` name and gives the exit code (`ExitStatus`).
    package static func run(_ arguments: [String]) async -> Int32 {
        useNamedZones()
        var running: (any ParsableCommand)?
        do {
            var command = try parseAsRoot(arguments)
            running = command
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return 0
        } catch let status as ExitStatus {
            return status.rawValue
        } catch let code as ExitCode {
            return code.rawValue
        } catch  where isParsing(error) {
            let text = fullMessage(for: error)
            let code = exitCode(for: error).rawValue
            if code == 0 { Terminal.output(text + "\n") } else { Terminal.talk(text + "\n") }
            return code
        } catch {
            if let document = running.flatMap({ FailedOutput.text(of: $0, error) }) { Terminal.output(document) }
            Terminal.fail(error)
            return ExitStatus.failed.rawValue
        }
    }

    /// ArgumentParser's own errors print usage; everything else is ours.
    private static func isParsing(_ error: any Error) -> Bool {
        exitCode(for: error) != .failure || error is ValidationError
    }
}
