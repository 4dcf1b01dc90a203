internal import Diagnostics
internal import FileTree
internal import KubeTypes
internal import Tree

/// Where the repositories lie that tools deploy from, as far as they are this one.
struct RepositoryRoots: Sendable {
    struct Root: Sendable {
        /// The folder that paths of the repository start from.
        var folder: TreePath
        /// Whether the address is surely this repository's: it is said to be, or most of what is deployed from
        /// there is here.
        var isSure: Bool
    }

    private var roots: [RepositoryAddress: Root] = [:]

    init() {}

    /// An address is this repository's when it is one of `origins`, or when at least half of the folders that are
    /// deployed from there are here.
    init(_ deployments: [Deployment], items: [Item], _ files: any FileTree, _ origins: [String]) {
        let own = Set(origins.map { RepositoryAddress($0) })
        let byAddress = Dictionary(grouping: deployments, by: \.address)
        for item in items where !own.isEmpty {
            for address in own where roots[address] == nil {
                roots[address] = Self.candidates(item, files).last.map { Root(folder: $0, isSure: true) }
            }
        }
        for (address, deployments) in byAddress where !own.contains(address) && !address.isEmpty {
            let paths = deployments.lazy.map(\.path).filter { !TreePath($0).isRoot }.prefix(200)
            var tried: Set<TreePath> = []
            for item in deployments.prefix(200).map(\.item) where roots[address] == nil {
                for folder in Self.candidates(item, files) where tried.insert(folder).inserted {
                    let found = paths.count { files.entry(at: folder.appending($0)) != nil }
                    guard found > 0, found * 2 >= paths.count else { continue }
                    roots[address] = Root(folder: folder, isSure: found * 2 > paths.count)
                    break
                }
            }
        }
    }

    /// Nil when it is another repository, or nobody knows.
    func root(of address: RepositoryAddress) -> Root? { roots[address] }

    /// The folders above an object, from its own up to that of the repository or of the whole tree.
    private static func candidates(_ item: Item, _ files: any FileTree) -> [TreePath] {
        var folder = TreePath(item.root.place.file.path).parent
        var folders = [folder]
        while !folder.isRoot, folder.lastComponent != "..", folders.count < 64 {
            if files.entry(at: folder.appending(".git")) != nil { break }
            folder = folder.parent
            folders.append(folder)
        }
        return folders
    }
}

/// The address of a repository, as far as two spellings of it are alike: without scheme, user and `.git`.
struct RepositoryAddress: Hashable, Sendable {
    private let text: String

    init(_ text: String) {
        var rest = text.lowercased()[...]
        while rest.last?.isWhitespace == true { rest.removeLast() }
        if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
        let host = rest.prefix { $0 != "/" }
        if let at = host.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        while rest.last == "/" { rest.removeLast() }
        if rest.hasSuffix(".git") { rest = rest.dropLast(4) }
        // `git@host:team/repo` is `ssh://git@host/team/repo`.
        self.text = String(rest.replacing(":", with: "/"))
    }

    var isEmpty: Bool { text.isEmpty }
}
