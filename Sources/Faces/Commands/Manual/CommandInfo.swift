internal import Foundation

/// What ArgumentParser tells about a command and those below it.
struct CommandInfo: Decodable {
    struct Argument: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String

            var text: String { (kind == "long" ? "--" : "-") + name }
        }

        var kind: String
        var shouldDisplay: Bool
        var isOptional: Bool
        var isRepeating: Bool
        var names: [Name]?
        var valueName: String?
        var defaultValue: String?
        var allValues: [String]?
        var abstract: String?
    }

    var commandName: String
    var superCommands: [String]?
    var shouldDisplay: Bool?
    var abstract: String?
    var discussion: String?
    var subcommands: [CommandInfo]?
    var arguments: [Argument]?

    /// The words that call it.
    var call: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }

    /// Itself and all below it that are shown.
    var all: [CommandInfo] {
        [self] + (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }.flatMap(\.all)
    }

    /// - Parameter dump: What `--experimental-dump-help` prints.
    static func read(_ dump: String) throws -> CommandInfo {
        struct Tool: Decodable { var command: CommandInfo }
        return try JSONDecoder().decode(Tool.self, from: Data(dump.utf8)).command
    }
}
