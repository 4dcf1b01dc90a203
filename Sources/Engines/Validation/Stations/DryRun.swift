package import Diagnostics
package import KubeTypes
package import Schema

/// A cluster that is asked what it would say to objects, and keeps nothing of them.
package protocol DryRun: Sendable {
    /// What the cluster refuses, in the order in which the objects would be applied.
    ///
    /// - Parameters:
    ///   - objects: Objects that are applied together.
    ///   - definitions: The kinds that are known beside those of the cluster.
    func findings(_ objects: [KubeObject], definitions: [ResourceDefinition]) async -> [Finding]
}
