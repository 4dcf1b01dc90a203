package import Diagnostics
package import FileTree
package import KubeTypes
internal import Tree

/// How to build a kustomization.
package struct BuildOptions: Sendable {
    /// From where a kustomization may read files. Bases and components may stand anywhere in the tree.
    package enum LoadRestrictor: Sendable { case rootOnly, none }

    /// The order of the result. A kustomization's `sortOptions` wins; `unset` means the legacy order by kind.
    package enum Reorder: Sendable { case unset, none, legacy }

    package var loadRestrictor: LoadRestrictor
    package var reorder: Reorder
    /// How deep bases and components may nest.
    package var depthLimit: Int
    /// Kustomizations that one build may run, bases that are named again counted again.
    package var kustomizationLimit: Int
    /// Objects that one build may hold.
    package var objectLimit: Int

    package init(
        loadRestrictor: LoadRestrictor = .rootOnly, reorder: Reorder = .unset, depthLimit: Int = 100,
        kustomizationLimit: Int = 10_000, objectLimit: Int = 200_000
    ) {
        self.loadRestrictor = loadRestrictor
        self.reorder = reorder
        self.depthLimit = depthLimit
        self.kustomizationLimit = kustomizationLimit
        self.objectLimit = objectLimit
    }
}

/// What a build gives.
package struct BuildResult: Sendable {
    /// The objects in the order of the output. Every node keeps the place that it was written at.
    package var objects: [KubeObject]
    /// Warnings only: an error is thrown.
    package var findings: [Finding]
    /// The files that the result depends on.
    package var filesRead: Set<TreePath>
    /// The objects as `kustomize build` prints them. Written anew each time that it is asked for.
    package var yaml: String { YAMLWriter.text(objects.map(\.root)) }
}
