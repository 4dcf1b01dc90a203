package import Diagnostics
package import KubeTypes
package import Schema
internal import Parallel
internal import Tree

/// Checks objects against what is known of their kinds: schemas of the catalogue, and of the definitions among the objects
/// themselves. Kinds that nothing is known of are left to the cluster.
package struct SchemaStation: Sendable {
    private let definitions: [GroupKind: ResourceDefinition]

    package init(_ definitions: [ResourceDefinition]) {
        self.definitions = Dictionary(definitions.map { ($0.groupKind, $0) }) { $1 }
    }

    /// The kinds that Mainstay knows without a cluster.
    package static let builtIn = SchemaStation(builtInDefinitions)

    package static let builtInDefinitions =
        Catalogue.core.definitions + Catalogue.istio.definitions + Catalogue.argo.definitions

    /// The kinds that CustomResourceDefinitions among the objects describe. What is wrong with one is told where the
    /// definition itself is checked.
    package static func definitions(among objects: [KubeObject]) -> [ResourceDefinition] {
        objects.filter { $0.kind == "CustomResourceDefinition" }.compactMap { try? ResourceDefinition(crd: $0) }
    }

    package func definition(_ kind: GroupKind) -> ResourceDefinition? { definitions[kind] }

    /// What is wrong with the objects, in their order.
    package func findings(_ objects: [KubeObject]) -> [Finding] {
        parallelMap(objects) { findings($0).about($0.subject) }.flatMap(\.self) + doubled(objects)
    }

    private func findings(_ object: KubeObject) -> [Finding] {
        var findings: [Finding] = []
        if object.name.isEmpty, object.root[path: "metadata", "generateName"] == nil {
            findings.append(Finding(.objectUnnamed, "the \(object.kind) has no metadata.name", at: object.place))
        }
        guard let definition = definitions[object.type.groupKind] else { return findings }
        guard let version = definition.version(object.type.version), version.isServed else {
            let served = definition.servedVersions.map {
                GroupVersionKind(group: definition.group, version: $0.name, kind: "").apiVersion
            }
            findings.append(
                Finding(
                    .unsupportedValue, "\(object.kind) is not served as \"\(object.apiVersion)\"",
                    at: object.root["apiVersion"]?.place ?? object.place, hint: "use \(served.joined(separator: ", "))")
            )
            return findings
        }
        return findings + violations(of: object.root, against: version.schema).map(\.finding)
    }

    private func doubled(_ objects: [KubeObject]) -> [Finding] {
        var seen: [ObjectID: KubeObject] = [:]
        var findings: [Finding] = []
        for object in objects where !object.name.isEmpty {
            if let first = seen[object.id] {
                findings.append(
                    Finding(
                        .objectTwice, "\(object.kind) \"\(object.key)\" is there twice", at: object.place,
                        related: [RelatedPlace("first here", at: first.place)], hint: "remove one of the two"))
            } else {
                seen[object.id] = object
            }
        }
        return findings
    }
}
