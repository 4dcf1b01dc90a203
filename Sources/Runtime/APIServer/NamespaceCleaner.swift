internal import KubeTypes
internal import Schema
internal import Store
internal import Tree

/// Ends namespaces that were deleted: removes what is in them, then releases them (Kubernetes documentation, "Namespaces").
struct NamespaceCleaner {
    private static let namespaces = GroupResource(group: "", resource: "namespaces")

    let registry: Registry

    /// Works until the task is cancelled.
    func run() async throws {
        var changes = try registry.store.watch(Self.namespaces, after: registry.store.revision)
        var isHeld = try await clean()
        // A finalizer lets go with a change of any collection, so while one holds something a look now and then must do.
        while try await changes.next(before: isHeld ? .now + .seconds(1) : nil) != nil { isHeld = try await clean() }
    }

    /// Whether something still holds a namespace.
    private func clean() async throws -> Bool {
        var isHeld = false
        for record in registry.store.records(of: Self.namespaces).records {
            guard let namespace = try? StoredObject.object(record), namespace.isBeingDeleted else { continue }
            if try await !clean(namespace.name) { isHeld = true }
        }
        return isHeld
    }

    /// Whether the namespace is released.
    private func clean(_ namespace: String) async throws -> Bool {
        var isEmpty = true
        let options = try RequestOptions(query: "")
        for definition in registry.resources.definitions where definition.isNamespaced {
            guard let version = definition.storageVersion ?? definition.servedVersions.first else { continue }
            let served = ServedType(definition: definition, version: version)
            for record in registry.store.records(of: definition.groupResource, namespace: namespace).records {
                // What a finalizer holds goes when its holder lets it; the namespace waits for that.
                let deletion = try? await registry.delete(
                    served, record.key, preconditions: Preconditions(), options: options)
                if deletion?.isGone == false { isEmpty = false }
            }
        }
        guard isEmpty else { return false }
        let served = try registry.resources.served(
            GroupVersionResource(group: "", version: "v1", resource: "namespaces"))
        _ = try await registry.modify(
            served, ObjectKey(name: namespace), subresource: "finalize", options: options, agent: "mainstay"
        ) { live, _ throws(Status) in
            var object = live ?? KubeObject(.emptyMapping)
            object.root.set([], at: ["spec", "finalizers"])
            return Modification(object: object)
        }
        return true
    }
}
