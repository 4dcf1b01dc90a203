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
    /// The repository of a base that is not in this one, and its revision.
    var repository = ""
    var revision = ""
    var configuredIn = ""
    var configuredBy: Plugin?

    /// The lines of the annotation.
    var lines: [String] {
        var lines: [String] = []
        if !path.isEmpty { lines.append("path: \(path)") }
        if !repository.isEmpty { lines.append("repo: \(repository)") }
        if !revision.isEmpty { lines.append("ref: \(revision)") }
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

    /// The origin of what `reference`, written in a kustomization of this origin, names.
    func appending(_ reference: String) -> Origin {
        var origin = self
        origin.path = TreePath(path).appending(reference).text
        return origin
    }

    /// The same for a directory, which may lie in another repository.
    func entering(_ remote: RemoteBase?, _ reference: String) -> Origin {
        guard let remote else { return appending(reference) }
        return Origin(path: remote.path, repository: remote.source.repository, revision: remote.source.revision)
    }

    /// The origin of what a plug-in makes that is configured in the file of this origin.
    var asConfiguration: Origin {
        var origin = self
        origin.configuredIn = path
        origin.path = ""
        return origin
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
