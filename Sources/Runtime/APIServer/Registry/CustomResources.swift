internal import Diagnostics
internal import KubeTypes
internal import Schema
internal import Store
internal import Synchronization
internal import Tree

/// Keeps the served resources equal to the CustomResourceDefinitions in the store.
struct CustomResources: Sendable {
    static let resource = GroupResource(group: "apiextensions.k8s.io", resource: "customresourcedefinitions")
    static let kind = GroupKind(group: "apiextensions.k8s.io", kind: "CustomResourceDefinition")
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
        try await settle()
        reload()
    }

    /// Called after each write: a definition is told what became of its names, and of one that goes the objects go first.
    func noteWrite(_ served: ServedType) async throws(Status) {
        if served.resource == Self.resource {
            try await settle()
            reload()
        } else if !served.definition.isBuiltIn {
            try await finish(served.definition.name)
        }
    }

    private var stored: [KubeObject] {
        registry.store.records(of: Self.resource).records.compactMap { try? StoredObject.object($0) }
    }

    // MARK: Names

    /// Brings the status of all definitions up to date. A definition that loses a name may free it for another.
    private func settle() async throws(Status) {
        for definition in stored {
            let others = stored.filter { $0.name != definition.name && $0.spec["group"] == definition.spec["group"] }
            guard !definition.isBeingDeleted else {
                try await finish(definition.name)
                continue
            }
            let settled = DefinitionStatus.settled(definition, among: others, at: registry.now)
            guard settled.status != definition.status else { continue }
            try await update(definition.name, subresource: "status") { live in
                var object = live
                object.root["status"] = settled.root["status"]
                return object
            }
        }
    }

    private func update(
        _ name: String, subresource: String?, _ change: (KubeObject) -> KubeObject
    ) async throws(Status) {
        let served = try registry.resources.served(
            GroupVersionResource(group: Self.resource.group, version: "v1", resource: Self.resource.resource))
        var options = try RequestOptions(query: "")
        options.fieldManager = "kube-apiserver"
        do throws(Status) {
            _ = try await registry.modify(
                served, ObjectKey(name: name), subresource: subresource, options: options, agent: "kube-apiserver"
            ) { live, _ throws(Status) in
                guard let live else { throw Status(notFound: Self.resource, name: name) }
                return Modification(object: change(live))
            }
        } catch  where error.reason == .notFound {
            // Gone in between: there is nothing to tell any more.
        }
    }

    // MARK: End

    /// Deletes the objects of a definition that is to go, and lets it go when none of them is left.
    private func finish(_ name: String) async throws(Status) {
        guard let record = registry.store.record(RecordID(Self.resource, ObjectKey(name: name))),
            let object = try? StoredObject.object(record), object.isBeingDeleted,
            object.finalizers.contains(DefinitionStatus.cleanup),
            let definition = try? ResourceDefinition(crd: object)
        else { return }
        if let version = definition.storageVersion {
            let served = ServedType(definition: definition, version: version)
            let options = try RequestOptions(query: "")
            for record in registry.store.records(of: definition.groupResource).records {
                do throws(Status) {
                    _ = try await registry.delete(served, record.key, preconditions: Preconditions(), options: options)
                } catch  where error.reason == .notFound {
                    continue  // Somebody else deleted it first.
                }
            }
        }
        guard registry.store.records(of: definition.groupResource).records.isEmpty else { return }
        try await update(name, subresource: nil) { live in
            var object = live
            let rest = live.finalizers.filter { $0 != DefinitionStatus.cleanup }
            object.root.set(Node(rest.map { Node($0) }), at: ["metadata", "finalizers"])
            return object
        }
        try await settle()
        reload()
    }

    /// What keeps a definition from being served, in Kubernetes' words.
    static func causes(_ object: KubeObject, from live: KubeObject?) -> [Status.Cause] {
        let broken = DefinitionRules.causes(object, from: live)
        guard broken.isEmpty else { return broken }
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

    /// Serves the core kinds and what the store defines. A definition that cannot be read or whose names are taken is not
    /// served. What was stored under an older schema, or is asked for at another version, is read by the schemas of now.
    func reload() {
        let core = registry.resources.definitions.filter(\.isBuiltIn)
        var reread: Set<GroupResource> = []
        let custom = stored.compactMap { object -> ResourceDefinition? in
            guard DefinitionStatus.isEstablished(object) else { return nil }
            if object.annotation(Self.builtInMark) != nil, object.generation == 1,
                let known = builtIn.first(where: { $0.name == object.name })
            {
                return known
            }
            guard let definition = try? ResourceDefinition(crd: object) else { return nil }
            if object.generation > 1 || definition.versions.count > 1 { reread.insert(definition.groupResource) }
            return definition
        }
        registry.serve(core + custom, reread: reread)
    }
}
