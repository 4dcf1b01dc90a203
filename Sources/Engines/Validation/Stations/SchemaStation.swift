package import Diagnostics
package import KubeTypes
package import Schema
internal import Parallel
internal import Tree

/// Checks objects against what is known of their kinds: schemas of the catalogue, and of the definitions among the objects
/// themselves. Of a kind that nothing is known of it only says so; the rest is left to the cluster.
package struct SchemaStation: Sendable {
    private let definitions: [GroupKind: ResourceDefinition]

    package init(_ definitions: [ResourceDefinition]) {
        self.definitions = Dictionary(definitions.map { ($0.groupKind, $0) }) { $1 }
    }

    /// The kinds that Mainstay knows without a cluster.
    package static let builtIn = SchemaStation(builtInDefinitions)

    package static let builtInDefinitions = Catalogue.known

    /// The kinds that the built-in API server serves. A sync is refused for what is wrong with these; of the others its
    /// cluster knows more, since their projects add fields with every release.
    package static let served = SchemaStation(Catalogue.served)

    /// The kinds that CustomResourceDefinitions among the objects describe. What is wrong with one is told where the
    /// definition itself is checked.
    package static func definitions(among objects: [KubeObject]) -> [ResourceDefinition] {
        objects.filter { $0.kind == "CustomResourceDefinition" }.compactMap { try? ResourceDefinition(crd: $0) }
    }

    package func definition(_ kind: GroupKind) -> ResourceDefinition? { definitions[kind] }

    /// What is wrong with each of the objects, in their order. What they are together `doubled` and `unknownKinds` tell.
    package func findings(_ objects: [KubeObject]) -> [Finding] {
        parallelMap(objects) { findings($0).about($0.subject) }.flatMap(\.self)
    }

    private func findings(_ object: KubeObject) -> [Finding] {
        var findings: [Finding] = []
        if object.name.isEmpty, object.root[path: "metadata", "generateName"] == nil {
            findings.append(Finding(.objectUnnamed, "the \(object.kind) has no metadata.name", at: object.place))
        }
        if object.kind == "CustomResourceDefinition" { findings += definitionFindings(object) }
        guard let definition = definitions[object.type.groupKind] else { return findings }
        guard let version = definition.version(object.type.version), version.isServed || version.isDropped else {
            return findings + [notServed(object, definition)]
        }
        if version.isDropped { findings.append(dropped(object, version, definition)) }
        let options = SchemaCheckOptions(takesNullAsMissing: definition.isBuiltIn)
        return findings + violations(of: object.root, against: version.schema, options: options).map(\.finding)
    }

    private func notServed(_ object: KubeObject, _ definition: ResourceDefinition) -> Finding {
        let served = definition.servedVersions.map { definition.apiVersion($0) }
        return Finding(
            .unsupportedValue, "\(object.kind) is not served as \"\(object.apiVersion)\"", at: object.versionPlace,
            fixes: served.count == 1 ? [object.versionFix(served[0])] : [],
            hint: served.isEmpty ? nil : "use \(served.joined(separator: ", "))")
    }

    /// Older clusters take the object, so it is a warning.
    private func dropped(
        _ object: KubeObject, _ version: ResourceDefinition.Version, _ definition: ResourceDefinition
    ) -> Finding {
        let now = definition.storageVersion ?? definition.servedVersions.first
        return Finding(
            .droppedVersion, "current releases serve no \(object.kind) of \"\(object.apiVersion)\" any more",
            severity: .warning, at: object.versionPlace,
            fixes: version.droppedAdvice == nil ? now.map { [object.versionFix(definition.apiVersion($0))] } ?? [] : [],
            hint: version.droppedAdvice ?? now.map { "write \"\(definition.apiVersion($0))\"" })
    }

    /// One finding a kind, at its first object. A definition among the objects counts, too, when it cannot be used: what is
    /// wrong with it is told there.
    package func unknownKinds(_ objects: [KubeObject]) -> [Finding] {
        var seen: Set<GroupKind> = []
        for object in objects where object.kind == "CustomResourceDefinition" {
            let group = object.root[path: "spec", "group"]?.string,
                kind = object.root[path: "spec", "names", "kind"]?.string
            if let group, let kind { seen.insert(GroupKind(group: group, kind: kind)) }
        }
        let first = objects.filter { object in
            // What is Gatekeeper's, another station knows.
            definitions[object.type.groupKind] == nil && !object.type.group.hasSuffix(".gatekeeper.sh")
                && seen.insert(object.type.groupKind).inserted
        }
        return first.flatMap { object in
            [
                Finding(
                    .unknownKind,
                    "nothing is known of the kind \(object.kind) of \"\(object.apiVersion)\": its fields are not checked",
                    severity: .info, at: object.root["kind"]?.place ?? object.place,
                    hint: "give its CustomResourceDefinition with --schemas DIR")
            ].about(object.subject)
        }
    }

    /// Objects of one name.
    package func doubled(_ objects: [KubeObject]) -> [Finding] {
        var seen: [ObjectID: KubeObject] = [:]
        var findings: [Finding] = []
        for object in objects where !object.name.isEmpty {
            if let first = seen[object.id] {
                findings += [
                    Finding(
                        .objectTwice, "\(object.kind) \"\(object.key)\" is there twice", at: object.place,
                        related: [RelatedPlace("first here", at: first.place)], hint: "remove one of the two")
                ].about(object.subject)
            } else {
                seen[object.id] = object
            }
        }
        return findings
    }
}

extension KubeObject {
    fileprivate var versionPlace: Place { root["apiVersion"]?.place ?? place }

    /// Fields may have changed from version to version, so a person looks at it.
    fileprivate func versionFix(_ version: String) -> Fix {
        Fix("write \"\(version)\"", at: versionPlace, replacement: version, isSafe: false)
    }
}

extension ResourceDefinition {
    /// `networking.istio.io/v1`
    fileprivate func apiVersion(_ version: Version) -> String {
        GroupVersionKind(group: group, version: version.name, kind: "").apiVersion
    }
}
