package import Diagnostics
internal import Foundation
package import KubeTypes
internal import Parallel
internal import Planning
package import Schema
internal import Store
internal import Tree
internal import Validation

/// A cluster in memory that is asked what it would say to objects: what a throw-away cluster is made for in pipelines.
///
/// Namespaces and definitions are made in it, as others need them; everything else is a dry run. Namespaces that the
/// objects only name are taken to be there, and objects without one live in `default`.
package struct EmbeddedDryRun: DryRun {
    package init() {}

    package func findings(_ objects: [KubeObject], definitions: [ResourceDefinition]) async -> [Finding] {
        do {
            let store = try Store(path: nil)
            // Of two definitions of a kind the later one counts.
            let registry = Registry(
                store: store, definitions: definitions.reversed(),
                clock: { Timestamp(seconds: Int(Date().timeIntervalSince1970)) },
                makeUID: { UUID().uuidString.lowercased() })
            return try await Trial(registry).findings(in: objects)
        } catch {
            return [Finding(.dryRunFailed, "the dry run could not begin: \(error)", at: .unknown)]
        }
    }
}

private struct Trial {
    private let registry: Registry
    private let kinds: [GroupKind: ResourceDefinition]
    private let options: RequestOptions

    init(_ registry: Registry) throws {
        self.registry = registry
        options = try RequestOptions(query: "")
        kinds = Dictionary(registry.resources.definitions.map { ($0.groupKind, $0) }) { first, _ in first }
    }

    /// What the cluster refuses, in the order of a sync.
    func findings(in objects: [KubeObject]) async throws -> [Finding] {
        let ordered = plan(desired: objects, extra: [], prunes: false, options: SyncOptions([])).tasks.map(\.object)
        var findings: [Finding] = []
        for object in ordered where isGround(object) {
            do throws(Status) { try await make(object) } catch { findings.append(finding(error, object)) }
        }
        for name in Set(objects.map { $0.namespace.isEmpty ? "default" : $0.namespace }) {
            let type = GroupVersionKind(group: "", version: "v1", kind: "Namespace")
            // One is there already, or was refused for a reason of its own; a name that can be none is told of the objects.
            try? await make(KubeObject(type, name: name))
        }
        let rest = ordered.filter { !isGround($0) }
        return findings
            + parallelMap(rest) { object -> [Finding] in
                do throws(Status) {
                    try rehearse(object)
                    return []
                } catch {
                    return [finding(error, object)]
                }
            }.flatMap(\.self)
    }

    /// What others stand on.
    private func isGround(_ object: KubeObject) -> Bool {
        ["Namespace", "CustomResourceDefinition"].contains(object.kind)
    }

    private func make(_ object: KubeObject) async throws(Status) {
        guard let served = served(object) else { return }
        let namespace = served.definition.isNamespaced ? object.namespace : nil
        _ = try await registry.create(object, as: served, namespace: namespace, options: options, agent: "mainstay")
    }

    private func rehearse(_ object: KubeObject) throws(Status) {
        guard let served = served(object) else { return }
        var object = object
        if served.definition.isNamespaced, object.namespace.isEmpty { object.namespace = "default" }
        _ = try registry.rehearse(
            object, as: served, namespace: served.definition.isNamespaced ? object.namespace : nil, options: options)
    }

    /// Nil for a kind or a version that is not known: the schemas have told that.
    private func served(_ object: KubeObject) -> ServedType? {
        guard let definition = kinds[object.type.groupKind], let version = definition.version(object.type.version),
            version.isServed
        else { return nil }
        return ServedType(definition: definition, version: version)
    }

    private func finding(_ status: Status, _ object: KubeObject) -> Finding {
        let field = status.causes.lazy.compactMap { object.root.place(ofField: $0.field) }.first
        let finding = Finding(.dryRunRefused, "a cluster refuses it: \(status.message)", at: field ?? object.place)
        return [finding].about(object.subject)[0]
    }
}
