internal import Diagnostics
package import FileTree
package import KubeTypes
internal import Tree

/// Objects that live in one cluster together, as far as files tell: a kustomization, or manifests that no kustomization
/// names.
package struct ManifestUnit: Sendable {
    /// Whether the objects are built; otherwise they stand in the files as they are.
    package var isKustomization: Bool
    /// The folder, or the one file.
    package var path: TreePath
    package var objects: [KubeObject]
    /// Those of them that are looked at one by one; the others are there for what they say to these.
    package var looked: [KubeObject]
    /// The files that the objects depend on.
    package var files: Set<TreePath>

    package init(isKustomization: Bool, path: TreePath, objects: [KubeObject], files: Set<TreePath>) {
        self.isKustomization = isKustomization
        self.path = path
        self.objects = objects
        looked = objects
        self.files = files
    }

    package var name: String { path.description }

    /// Whether two of the objects have one name.
    var holdsDoubles: Bool { Set(objects.map(\.id)).count != objects.count }

    /// The unit of which no more is looked at than what the files hold, alone or with others.
    func limited(to files: Set<SourceFile>) -> ManifestUnit {
        var unit = self
        unit.looked = objects.filter { $0.root.comes(from: files) }
        return unit
    }
}

extension Node {
    /// Whether any part of it stands in one of the files.
    fileprivate func comes(from files: Set<SourceFile>) -> Bool {
        if files.contains(place.file) { return true }
        switch value {
        case .mapping(let mapping): return mapping.entries.contains { $0.value.comes(from: files) }
        case .sequence(let elements): return elements.contains { $0.comes(from: files) }
        default: return false
        }
    }
}
