internal import Diagnostics
internal import FileTree
internal import Tree

/// What generators of an ApplicationSet give, as far as files tell: lists, folders of this repository, and products of
/// the two. Clusters, pull requests and the like are not in files.
enum Generator {
    /// One set of parameters, which becomes one Application.
    struct Row: Sendable {
        var values: [String: String]
        /// What it comes from.
        var node: Node
    }

    struct Rows: Sendable {
        var rows: [Row] = []
        /// Whether all generators could be followed.
        var isComplete = true
    }

    /// No more rows than these are looked at.
    static let limit = 1000

    static func rows(of set: Item, in world: GitOpsWorld) -> Rows {
        var result = Rows()
        for generator in set.spec.items("generators") {
            if let rows = rows(generator, set.spec.isSet("goTemplate"), world, depth: 0) {
                result.rows += rows.prefix(limit - result.rows.count)
            } else {
                result.isComplete = false
            }
        }
        return result
    }

    /// The rows of one generator; nil when files do not tell.
    static func rows(_ generator: Node, _ isGo: Bool, _ world: GitOpsWorld, depth: Int) -> [Row]? {
        // A selector or a template of its own changes what comes of the rows.
        guard depth < 3, generator.mapping?.count == 1, let entry = generator.entries.first,
            !entry.value.has("template")
        else { return nil }
        switch entry.key {
        case "list":
            guard !entry.value.has("elementsYaml") else { return nil }
            return entry.value.items("elements").prefix(limit).map { Row(values: flattened($0), node: $0) }
        case "git": return folders(entry.value, isGo, world)
        case "matrix": return product(entry.value, isGo, world, depth)
        default: return nil
        }
    }

    private static func product(_ matrix: Node, _ isGo: Bool, _ world: GitOpsWorld, _ depth: Int) -> [Row]? {
        let parts = matrix.items("generators")
        guard parts.count == 2, !parts[1].texts().contains(where: { $0.string?.contains("{{") == true }),
            let first = rows(parts[0], isGo, world, depth: depth + 1),
            let second = rows(parts[1], isGo, world, depth: depth + 1)
        else { return nil }
        var result: [Row] = []
        for a in first {
            for b in second.prefix(limit - result.count) {
                result.append(Row(values: a.values.merging(b.values) { own, _ in own }, node: a.node))
            }
        }
        return result
    }

    /// Folders of the repository; nil when it is another one.
    private static func folders(_ git: Node, _ isGo: Bool, _ world: GitOpsWorld) -> [Row]? {
        let patterns = git.items("directories")
        guard !git.has("files"), !patterns.isEmpty, !git.has("pathParamPrefix"), !git.has("values"),
            let root = world.roots.root(of: RepositoryAddress(git.text("repoURL")))
        else { return nil }
        var found: [(path: String, node: Node)] = []
        var excluded: Set<String> = []
        for pattern in patterns {
            guard let paths = FolderPattern(pattern.text("path"))?.matches(below: root.folder, in: world.files) else {
                return nil
            }
            if pattern.isSet("exclude") {
                excluded.formUnion(paths)
            } else {
                found += paths.map { ($0, pattern["path"] ?? pattern) }
            }
        }
        var seen = excluded
        return found.filter { seen.insert($0.path).inserted }.prefix(limit).map { path, node in
            Row(values: values(of: TreePath(path), isGo), node: node)
        }
    }

    private static func values(of path: TreePath, _ isGo: Bool) -> [String: String] {
        let normal = String(
            path.lastComponent.lowercased().map { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" ? $0 : "-" })
        var values = [
            isGo ? "path.path" : "path": path.text, "path.basename": path.lastComponent,
            "path.basenameNormalized": normal,
        ]
        for (index, part) in path.components.enumerated() {
            values[isGo ? "path.segments.\(index)" : "path[\(index)]"] = String(part)
        }
        return values
    }

    private static func flattened(_ element: Node) -> [String: String] {
        var values: [String: String] = [:]
        func add(_ node: Node, _ name: String, _ depth: Int) {
            if let text = node.scalarText { values[name] = text }
            guard depth < 8 else { return }
            for entry in node.entries.prefix(limit) {
                add(entry.value, name.isEmpty ? entry.key : "\(name).\(entry.key)", depth + 1)
            }
        }
        add(element, "", 0)
        return values
    }
}

/// A pattern of folders: each part of a path by itself, with `*` and `?`.
struct FolderPattern {
    private let parts: [String]
    /// No more folders than these are looked at.
    private static let limit = 5000

    /// Nil for a pattern of another form.
    init?(_ text: String) {
        guard !text.isEmpty, !text.contains(where: { "[]\\{}".contains($0) }) else { return nil }
        parts = TreePath(text).components.map(String.init)
    }

    /// The folders below `root` that match, relative to it.
    func matches(below root: TreePath, in files: any FileTree) -> [String] {
        var wave = [TreePath.root]
        for part in parts {
            guard part.contains(where: { $0 == "*" || $0 == "?" }) else {
                wave = wave.map { $0.appending(part) }
                continue
            }
            wave = wave.flatMap { folder -> [TreePath] in
                let entries = (try? files.entries(in: root.appending(folder.text))) ?? []
                return entries.filter {
                    $0.kind == .directory && !$0.name.hasPrefix(".")
                        && Self.match(Array(part.utf8), Array($0.name.utf8))
                }.map { folder.appending($0.name) }
            }
            wave = Array(wave.prefix(Self.limit))
        }
        return wave.filter { files.entry(at: root.appending($0.text)) == .directory }.map(\.text)
    }

    private static func match(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
        var (p, n, star, resume) = (0, 0, -1, 0)
        while n < name.count {
            if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
                (star, resume) = (p, n)
                p += 1
            } else if p < pattern.count, pattern[p] == UInt8(ascii: "?") || pattern[p] == name[n] {
                p += 1
                n += 1
            } else if star >= 0 {
                resume += 1
                (p, n) = (star + 1, resume)
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
