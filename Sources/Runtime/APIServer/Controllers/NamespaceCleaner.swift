internal import KubeTypes
internal import Schema
internal import Store
internal import Tree

/// Ends namespaces that were deleted: removes what is in them, says what holds them, then releases them (Kubernetes
/// documentation, "Namespaces").
struct NamespaceCleaner {
    private static let namespaces = GroupResource(group: "", resource: "namespaces")

    let registry: Registry

    /// Works until the task is cancelled.
    func run() async throws {
        var changes = WatchOfAll(registry.store, after: registry.store.revision)
        var ending = names(of: registry.store.records(of: Self.namespaces).records)
        for name in ending { try await clean(name) }
        while true {
            do {
                guard let batch = try await changes.next() else { return }
                let news = batch.filter { $0.id.resource == Self.namespaces && $0.change.kind != .deleted }
                ending.formUnion(names(of: news.map(\.change.record)))
                let touched = Set(
                    batch.map { $0.id.resource == Self.namespaces ? $0.id.key.name : $0.id.key.namespace })
                for name in ending.intersection(touched) where try await clean(name) { ending.remove(name) }
            } catch let error as StoreError where error.code == .compacted {
                changes = WatchOfAll(registry.store, after: registry.store.revision)
                ending = names(of: registry.store.records(of: Self.namespaces).records)
                for name in ending { try await clean(name) }
            }
        }
    }

    /// Those of them that are to end.
    private func names(of records: some Sequence<Record>) -> Set<String> {
        Set(
            records.compactMap { record in
                guard let namespace = try? StoredObject.object(record), namespace.isBeingDeleted else { return nil }
                return namespace.name
            })
    }

    /// Whether the namespace is gone.
    @discardableResult
    private func clean(_ name: String) async throws -> Bool {
        guard let record = registry.store.record(RecordID(Self.namespaces, ObjectKey(name: name))),
            try StoredObject.object(record).isBeingDeleted
        else { return true }
        let rest = try await removeContent(of: name)
        do {
            try await tell(rest, of: name)
            return rest.isEmpty ? try await release(name) : false
        } catch let error as Status where error.reason == .notFound {
            return true
        }
    }

    /// What finalizers hold goes when their holders let it; the namespace waits for that.
    private func removeContent(of namespace: String) async throws -> NamespaceRest {
        var rest = NamespaceRest()
        let options = try RequestOptions(query: "")
        for definition in registry.resources.definitions where definition.isNamespaced {
            guard let version = definition.storageVersion ?? definition.servedVersions.first else { continue }
            let served = ServedType(definition: definition, version: version)
            for record in registry.store.records(of: definition.groupResource, namespace: namespace).records {
                let deletion = try? await registry.delete(served, record.key, options: options)
                if let deletion, !deletion.isGone { rest.add(deletion.object, of: definition.groupResource) }
            }
        }
        return rest
    }

    private func tell(_ rest: NamespaceRest, of namespace: String) async throws {
        let time = registry.now
        try await modify(namespace, subresource: "status") { object in
            object.root.set(
                rest.conditions(after: object.status["conditions"], at: time), at: ["status", "conditions"])
        }
    }

    /// Takes away the server's own finalizer. Whether none is left.
    private func release(_ namespace: String) async throws -> Bool {
        var isReleased = false
        try await modify(namespace, subresource: "finalize") { object in
            let finalizers = (object.spec["finalizers"]?.elements ?? []).filter {
                $0 != Node(NamespaceStrategy.finalizer)
            }
            object.root.set(Node(finalizers), at: ["spec", "finalizers"])
            isReleased = finalizers.isEmpty
        }
        return isReleased
    }

    private func modify(
        _ namespace: String, subresource: String, _ change: @escaping (inout KubeObject) -> Void
    ) async throws(Status) {
        let served = try registry.resources.served(
            GroupVersionResource(group: "", version: "v1", resource: "namespaces"))
        let options = try RequestOptions(query: "")
        _ = try await registry.modify(
            served, ObjectKey(name: namespace), subresource: subresource, options: options, agent: "mainstay"
        ) { live, _ throws(Status) in
            guard var object = live else { throw Status(notFound: served.resource, name: namespace) }
            change(&object)
            return Modification(object: object)
        }
    }
}
