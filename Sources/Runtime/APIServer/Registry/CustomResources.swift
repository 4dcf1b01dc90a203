internal import Diagnostics
internal import KubeTypes
internal import Schema
internal import Store
internal import Synchronization
internal import Tree

/// Keeps the served resources equal to the CustomResourceDefinitions in the store.
struct CustomResources: Sendable {
    static let resource = GroupResource(group: "apiextensions.k8s.io", resource: "customresourcedefinitions")
    /// Marks a definition that the server installed itself, so that its schema comes from the catalogue, ready to use.
    private static let builtInMark = "mainstay.dev/built-in"

    let registry: Registry
    let builtIn: [ResourceDefinition]

    /// Puts the definitions of `builtIn` into the store where they are missing, and serves what is there.
    func install() async throws(Status) {
        for definition in builtIn {
            let id = RecordID(Self.resource, ObjectKey(name: definition.name))
            guard registry.store.record(id) == nil else { continue }
            var object = definition.crd
            object.setAnnotation(Self.builtInMark, "true")
            let served = try registry.resources.served(
                GroupVersionResource(group: Self.resource.group, version: "v1", resource: Self.resource.resource))
            var options = try RequestOptions(query: "")
            options.fieldManager = "mainstay"
            _ = try await registry.create(object, as: served, namespace: nil, options: options, agent: "mainstay")
        }
        reload()
    }

    /// Called after each write; only writes to definitions matter.
    func noteWrite(_ served: ServedType) {
        if served.resource == Self.resource { reload() }
    }

    /// The objects of a definition go with it; otherwise they would lie unseen until somebody defines the kind again.
    func noteDeletion(_ deletion: Deletion, _ served: ServedType) async throws(Status) {
        guard served.resource == Self.resource, deletion.isGone,
            registry.store.record(RecordID(Self.resource, deletion.object.key)) == nil
        else { return }
        if let definition = try? ResourceDefinition(crd: deletion.object) {
            for record in registry.store.records(of: definition.groupResource).records {
                let id = RecordID(definition.groupResource, record.key)
                do throws(StoreError) {
                    try await registry.store.commit(.delete(id, last: record.bytes, at: record.revision))
                } catch  where error.code == .conflict || error.code == .notFound {
                    continue
                } catch {
                    throw Status(error, id)
                }
            }
        }
        reload()
    }

    /// What keeps a definition from being served, in Kubernetes' words.
    static func causes(_ object: KubeObject) -> [Status.Cause] {
        let versions = object.spec["versions"]?.elements ?? []
        let causes = versions.enumerated().flatMap { index, version -> [Status.Cause] in
            guard let schema = version[path: "schema", "openAPIV3Schema"] else { return [] }
            let path = versions.count == 1 ? "spec.validation" : "spec.versions[\(index)].schema"
            let root = "\(path).openAPIV3Schema"
            return structuralProblems(ofSchema: schema, root: root).map {
                let field = $0.field.isEmpty ? root : "\(root).\($0.field)"
                return Status.Cause(reason: $0.reason, message: $0.message, field: field)
            }
        }
        guard causes.isEmpty else { return causes }
        do throws(Refused) {
            _ = try ResourceDefinition(crd: object)
            return []
        } catch {
            return error.findings.map { Status.Cause(reason: "FieldValueInvalid", message: $0.message, field: "spec") }
        }
    }

    /// Serves the core kinds and what the store defines. A definition that cannot be read is not served.
    func reload() {
        let core = registry.resources.definitions.filter(\.isBuiltIn)
        let custom = registry.store.records(of: Self.resource).records.compactMap { record -> ResourceDefinition? in
            guard let object = try? StoredObject.object(record) else { return nil }
            if object.annotation(Self.builtInMark) != nil, object.generation == 1,
                let known = builtIn.first(where: { $0.name == object.name })
            {
                return known
            }
            return try? ResourceDefinition(crd: object)
        }
        registry.serve(core + custom)
    }
}
