internal import Diagnostics
internal import GitOps
internal import KubeTypes

/// Checks the manifests of GitOps tools as such: what they say of each other, and of the folders that they deploy.
struct GitOpsStation: Sendable {
    private let origins: [String]

    /// - Parameter origins: The addresses by which the repository is known.
    init(origins: [String] = []) { self.origins = origins }

    /// What is wrong with them, unit by unit. What one names may be in another unit.
    func findings(_ manifests: ManifestSet) -> [StationFinding] {
        let world = GitOpsWorld(manifests.units.map(\.objects), files: manifests.files, origins: origins)
        return manifests.units.enumerated().flatMap { index, unit in
            world.findings(on: unit.looked, unit: index).map { StationFinding(.analyzers, $0, unit: unit.name) }
        }
    }
}
