package import FileTree
import Parallel
import Tree

/// What a kustomization names, as far as its text tells. Nothing is built, and what it names need not be there.
package struct KustomizationLinks: Sendable {
    /// The kustomization file.
    package let file: TreePath
    package private(set) var isComponent = false
    /// What is built into it: resources, bases, components, and the plugins of its fields, be they files or folders.
    package private(set) var included: Set<TreePath> = []
    /// What is built into it as it stands.
    package private(set) var resources: Set<TreePath> = []
    /// What it names for another use: patches, the files of generators and of plugins.
    package private(set) var others: Set<TreePath> = []
    /// All that it names.
    package var mentioned: Set<TreePath> { included.union(others) }

    init(_ text: ParsedText, file: TreePath, directory: TreePath) {
        self.file = file
        guard let document = try? text.documents.get().documents.first else { return }
        isComponent = document["kind"]?.string == "Component"
        for entry in document.entries {
            if ["resources", "bases"].contains(entry.key) {
                mention(entry.value, in: \.resources, from: directory)
            } else {
                mention(entry.value, in: \.others, from: directory)
            }
            if Self.building.contains(entry.key) { mention(entry.value, in: \.included, from: directory) }
        }
    }

    private static let building: Set = [
        "resources", "bases", "components", "generators", "transformers", "validators",
    ]

    private mutating func mention(
        _ node: Node, in paths: WritableKeyPath<Self, Set<TreePath>>, from directory: TreePath
    ) {
        switch node.value {
        case .string(let text):
            // The files of generators may have a key before them.
            let parts = text.split(separator: "=", maxSplits: 1)
            for part in Set([text] + parts.suffix(1).map(String.init)) {
                if let path = Self.path(part, from: directory) { self[keyPath: paths].insert(path) }
            }
        case .mapping(let mapping):
            for entry in mapping.entries { mention(entry.value, in: paths, from: directory) }
        case .sequence(let elements): for element in elements { mention(element, in: paths, from: directory) }
        default: break
        }
    }

    private static func path(_ text: String, from directory: TreePath) -> TreePath? {
        guard !text.isEmpty, text.utf8.count <= 4096, !text.hasPrefix("/"), !text.utf8.contains(UInt8(ascii: "\n"))
        else { return nil }
        return directory.appending(text)
    }
}

extension ParsedFiles {
    /// What the kustomizations in the directories name. A directory without one is left out;
    /// of one that is no YAML nothing is known.
    package func links(of directories: [TreePath]) -> [TreePath: KustomizationLinks] {
        let (files, known) = (files, texts)
        let found = parallelMap(directories) { directory -> (path: TreePath, text: ParsedText)? in
            for name in Kustomization.fileNames {
                let path = directory.appending(name)
                guard files.entry(at: path) == .file,
                    let text = try? known[path] ?? ParsedText(path, in: files, duplicates: .lastWins)
                else { continue }
                return (path, text)
            }
            return nil
        }
        var links: [TreePath: KustomizationLinks] = [:]
        for (directory, found) in zip(directories, found) {
            guard let (path, text) = found else { continue }
            keep(text, at: path)
            links[directory] = KustomizationLinks(text, file: path, directory: directory)
        }
        return links
    }
}
