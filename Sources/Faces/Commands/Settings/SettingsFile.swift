internal import Diagnostics
internal import FileTree
internal import Foundation
internal import GitRepository
internal import Schema
internal import Tree

/// Where settings come from.
enum SettingsFile {
    static let names = ["mainstay.yaml", "mainstay.yml", ".mainstay.yaml", ".mainstay.yml"]

    /// The settings of the file that is named, or of the one in the folder that is checked or in one above, up to the root of
    /// the repository.
    ///
    /// - Parameter folder: The first path that is checked; nil for the working directory.
    /// - Throws: `Refused` for what is wrong in it.
    static func settings(_ named: String?, beside folder: String?) throws -> Settings {
        let files = WorkingDirectory.files
        if let named {
            let path = WorkingDirectory.path(named)
            do { return try Settings(try files.read(path), file: path) } catch let error as FileTreeError {
                throw CommandError("the settings cannot be read: \(error)")
            }
        }
        guard let path = found(from: folder.map { WorkingDirectory.path($0) } ?? .root) else { return Settings() }
        return try Settings(try files.read(path), file: path)
    }

    private static func found(from start: TreePath) -> TreePath? {
        let files = WorkingDirectory.files
        var folder = files.entry(at: start) == .directory ? start : start.parent
        while true {
            for name in names where files.entry(at: folder.appending(name)) == .file { return folder.appending(name) }
            let isTop = files.entry(at: folder.appending(".git")) != nil || WorkingDirectory.place(folder) == "/"
            if isTop { return nil }
            folder = folder.parent
        }
    }

    /// The JSON Schema of the file, for editors.
    static var schema: Node {
        var node = Schema.settings.openAPI
        for (path, text) in Schema.settingsDescriptions {
            node.set(Node(text), at: path.flatMap { ["properties", $0] } + ["description"])
        }
        close(&node)
        var schema: Node = [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Settings of Mainstay",
        ]
        for entry in node.entries { schema[entry.key] = entry.value }
        return schema
    }

    /// Objects with fields have no others.
    private static func close(_ node: inout Node) {
        if let fields = node["properties"] {
            node["additionalProperties"] = false
            var closed = fields
            for entry in fields.entries {
                var field = entry.value
                close(&field)
                closed[entry.key] = field
            }
            node["properties"] = closed
        }
    }
}
