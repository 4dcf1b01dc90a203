/// The manual in the language of `man`, made of what ArgumentParser knows about the commands.
struct ManualPage {
    private var lines: [String] = []

    static func text(of root: CommandInfo, version: String) -> String {
        var page = ManualPage()
        page.write(root, version: version)
        return page.lines.joined(separator: "\n") + "\n"
    }

    private mutating func write(_ root: CommandInfo, version: String) {
        lines.append(".TH MAINSTAY 1 \"\" \"mainstay \(version)\" \"User Commands\"")
        section("NAME")
        lines.append("mainstay \\- " + Self.escaped(root.abstract ?? ""))
        section("SYNOPSIS")
        lines.append(".B mainstay")
        lines.append(".I command")
        lines.append("[options] [arguments]")
        section("DESCRIPTION")
        paragraph(
            "Mainstay reads the manifests of Istio, Kubernetes, kustomize and Argo CD as they are, checks them before "
                + "they reach a cluster, and keeps a cluster as a Git repository says. Results go to standard output, "
                + "everything else to standard error.")
        section("COMMANDS")
        for command in root.all.dropFirst() where command.subcommands == nil { self.command(command) }
        section("EXIT STATUS")
        for entry in ExitCodes.all { item("\\fB\(entry.code)\\fR", entry.meaning) }
        section("ENVIRONMENT")
        for (name, meaning) in Self.environment { item("\\fB\(name)\\fR", meaning) }
        section("FILES")
        for (name, meaning) in Self.files { item("\\fI\(Self.escaped(name))\\fR", meaning) }
        section("SEE ALSO")
        lines.append(".BR git (1),")
        lines.append(".BR kubectl (1)")
    }

    private static let environment = [
        ("KUBECONFIG", "The clusters that kubectl would use."),
        ("NO_COLOR", "When it is set and not empty, nothing is coloured."),
        ("CLICOLOR_FORCE", "When it is set and not 0, output is coloured although no terminal reads it."),
        ("XDG_CACHE_HOME", "Where what is known from earlier runs is kept; without it, ~/.cache."),
        ("XDG_STATE_HOME", "Where the embedded cluster keeps its data; without it, ~/.local/state."),
        ("YAMLLINT_CONFIG_FILE", "The configuration of the linter where neither an option nor a file gives one."),
    ]

    private static let files = [
        ("mainstay.yaml", "The settings of a repository; mainstay schema settings prints what it may hold."),
        (".yamllint, .yamllint.yaml, .yamllint.yml", "The configuration of the linter, as yamllint reads it."),
    ]

    // MARK: Commands

    private mutating func command(_ command: CommandInfo) {
        lines.append(".SS \"" + Self.quoted(command.call) + "\"")
        if let abstract = command.abstract { paragraph(abstract) }
        let shown = (command.arguments ?? []).filter {
            $0.shouldDisplay && !($0.names ?? []).contains { ["help", "version"].contains($0.name) }
        }
        let operands = shown.filter { $0.kind == "positional" }
        let options = shown.filter { $0.kind != "positional" }
        lines.append(".PP")
        lines.append("\\fB\(Self.escaped(command.call))\\fR" + (options.isEmpty ? "" : " [options]"))
        for operand in operands { lines.append(Self.synopsis(of: operand)) }
        if let discussion = command.discussion { text(discussion) }
        for argument in operands + options { item(Self.title(of: argument), Self.description(of: argument)) }
    }

    private static func synopsis(of operand: CommandInfo.Argument) -> String {
        let name = "\\fI\(escaped(operand.valueName ?? ""))\\fR" + (operand.isRepeating ? " .\\|.\\|." : "")
        return operand.isOptional ? "[\(name)]" : name
    }

    private static func title(of argument: CommandInfo.Argument) -> String {
        guard let names = argument.names, !names.isEmpty else {
            return "\\fI\(escaped(argument.valueName ?? ""))\\fR"
        }
        let value = argument.kind == "option" ? " \\fI\(escaped(argument.valueName ?? ""))\\fR" : ""
        let shortFirst = names.filter { $0.kind == "short" } + names.filter { $0.kind != "short" }
        return shortFirst.map { "\\fB\(escaped($0.text))\\fR" }.joined(separator: ", ") + value
    }

    private static func description(of argument: CommandInfo.Argument) -> String {
        var parts = [argument.abstract ?? ""]
        if let values = argument.allValues, values.contains(where: { argument.abstract?.contains($0) != true }) {
            parts.append("One of: \(values.joined(separator: ", ")).")
        }
        if let value = argument.defaultValue { parts.append("Default: \(value)" + (value.hasSuffix(".") ? "" : ".")) }
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    // MARK: Language

    private mutating func section(_ title: String) { lines.append(".SH \(title)") }

    private mutating func paragraph(_ text: String) {
        lines.append(".PP")
        lines.append(Self.escaped(text))
    }

    /// Lines stay lines: many of them are examples.
    private mutating func text(_ text: String) {
        lines.append(".PP")
        let rows = text.split(separator: "\n")
        for (index, row) in rows.enumerated() {
            if index > 0 { lines.append(".br") }
            lines.append(Self.escaped(String(row)))
        }
    }

    private mutating func item(_ title: String, _ text: String) {
        lines += [".TP", title, Self.escaped(text.isEmpty ? "\u{2013}" : text)]
    }

    private static func quoted(_ text: String) -> String { escaped(text).replacing("\"", with: "\\(dq") }

    /// What the language would take for its own is written so that it is not.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "'": result += "\\(aq"
            case "`": result += "\\(ga"
            case "^": result += "\\(ha"
            case "~": result += "\\(ti"
            case "\n": result += " "
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result +=
                    scalar.isASCII
                    ? String(scalar)
                    : "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
            }
        }
        return result.hasPrefix(".") ? "\\&" + result : result
    }
}
