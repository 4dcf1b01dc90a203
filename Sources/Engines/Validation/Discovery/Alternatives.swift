package import FileTree
package import KubeTypes

/// The manifests of a file that no kustomization names.
package struct ManifestFile: Sendable {
    package var path: TreePath
    package var objects: [KubeObject]

    package init(path: TreePath, objects: [KubeObject]) {
        self.path = path
        self.objects = objects
    }
}

/// Parts files into those that can live in one cluster together.
///
/// Folders beside each other that define the same object are alternatives: environments, clusters, variants. Each of them
/// stands alone then; all other files are together.
///
/// - Returns: the folder of each part, and its files in their order.
package func alternatives(_ files: [ManifestFile]) -> [(folder: TreePath, files: [ManifestFile])] {
    let forks = forks(files)
    var order: [TreePath] = []
    var parts: [TreePath: [ManifestFile]] = [:]
    for file in files {
        let folder = branch(of: file.path, forks) ?? .root
        if parts[folder] == nil { order.append(folder) }
        parts[folder, default: []].append(file)
    }
    return order.map { folder in
        let files = parts[folder] ?? []
        return (forks.isEmpty ? commonFolder(of: files) : folder, files)
    }
}

/// Folders whose folders are alternatives.
private func forks(_ files: [ManifestFile]) -> Set<TreePath> {
    var forks: Set<TreePath> = []
    var folders: [ObjectID: [TreePath]] = [:]
    for file in files {
        let folder = file.path.parent
        for object in file.objects where !object.name.isEmpty {
            let known = folders[object.id] ?? []
            if known.contains(folder) { continue }
            for other in known {
                // A folder and one inside of it are no alternatives: what is there twice is a mistake.
                guard !folder.isInside(other), !other.isInside(folder) else { continue }
                forks.insert(commonFolder(folder, other))
            }
            folders[object.id] = known + [folder]
        }
    }
    return forks
}

/// The folder that stands alone and holds the file: below the deepest fork.
private func branch(of path: TreePath, _ forks: Set<TreePath>) -> TreePath? {
    guard !forks.isEmpty else { return nil }
    var child = path.parent
    while !child.isRoot, !child.leavesRoot {
        let parent = child.parent
        if forks.contains(parent) { return child }
        child = parent
    }
    return nil
}

private func commonFolder(of files: [ManifestFile]) -> TreePath {
    guard let first = files.first else { return .root }
    if files.count == 1 { return first.path }
    return files.dropFirst().reduce(first.path.parent) { commonFolder($0, $1.path.parent) }
}

private func commonFolder(_ a: TreePath, _ b: TreePath) -> TreePath {
    TreePath(zip(a.components, b.components).prefix { $0 == $1 }.map { String($0.0) }.joined(separator: "/"))
}
