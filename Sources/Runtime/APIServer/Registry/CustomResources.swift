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
