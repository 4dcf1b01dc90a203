package import FileTree
package import KubeTypes

/// Objects that live in one cluster together, as far as files tell: a kustomization, or manifests that no kustomization
/// names.
package struct ManifestUnit: Sendable {
    /// Whether the objects are built; otherwise they stand in the files as they are.
    package var isKustomization: Bool
    /// The folder, or the one file.
    package var path: TreePath
    package var objects: [KubeObject]
    /// The files that the objects depend on.
    package var files: Set<TreePath>

    package init(isKustomization: Bool, path: TreePath, objects: [KubeObject], files: Set<TreePath>) {
        self.isKustomization = isKustomization
        self.path = path
        self.objects = objects
        self.files = files
    }

    package var name: String { path.description }
}
