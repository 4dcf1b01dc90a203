import FileTree

/// Where an object or a change comes from, as `buildMetadata` writes it down.
struct Origin: Equatable {
    struct Plugin: Equatable {
        var apiVersion: String
        var kind: String
        var name = ""
        var namespace = ""
    }

    var path = ""
    var configuredIn = ""
    var configuredBy: Plugin?

    /// The lines of the annotation.
    var lines: [String] {
        var lines: [String] = []
        if !path.isEmpty { lines.append("path: \(path)") }
        if !configuredIn.isEmpty { lines.append("configuredIn: \(configuredIn)") }
        if let plugin = configuredBy {
            lines.append("configuredBy:")
            lines.append("  apiVersion: \(plugin.apiVersion)")
            lines.append("  kind: \(plugin.kind)")
            if !plugin.name.isEmpty { lines.append("  name: \(plugin.name)") }
            if !plugin.namespace.isEmpty { lines.append("  namespace: \(plugin.namespace)") }
        }
        return lines
    }

    var annotation: String { lines.map { $0 + "\n" }.joined() }

    static func annotation(of list: [Origin]) -> String {
        var text = ""
        for origin in list {
            for (index, line) in origin.lines.enumerated() { text += (index == 0 ? "- " : "  ") + line + "\n" }
        }
        return text
    }
}
