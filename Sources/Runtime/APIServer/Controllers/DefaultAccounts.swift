internal import KubeTypes
internal import Store
internal import Tree

/// Gives each namespace its ServiceAccount `default` (Kubernetes documentation, "Managing Service Accounts").
struct DefaultAccounts {
    private static let namespaces = GroupResource(group: "", resource: "namespaces")
    private static let accounts = GroupResource(group: "", resource: "serviceaccounts")

    let registry: Registry

    /// Works until the task is cancelled.
    func run() async throws {
        var changes = WatchOfAll(registry.store, after: registry.store.revision)
        try await makeAll()
        while true {
            do {
                guard let batch = try await changes.next() else { return }
                for (id, change) in batch {
                    switch (id.resource, change.kind) {
                    case (Self.namespaces, .added): try await make(in: id.key.name)
                    case (Self.accounts, .deleted): try await make(in: id.key.namespace)
                    default: break
                    }
                }
            } catch let error as StoreError where error.code == .compacted {
                changes = WatchOfAll(registry.store, after: registry.store.revision)
                try await makeAll()
            }
        }
    }

    private func makeAll() async throws {
        for record in registry.store.records(of: Self.namespaces).records { try await make(in: record.key.name) }
    }

    /// Nothing to do where there is one, and in a namespace that ends.
    private func make(in namespace: String) async throws {
        guard let record = registry.store.record(RecordID(Self.namespaces, ObjectKey(name: namespace))),
            try !StoredObject.object(record).isBeingDeleted,
            registry.store.record(RecordID(Self.accounts, ObjectKey(namespace: namespace, name: "default"))) == nil
        else { return }
        let served = try registry.resources.served(
            GroupVersionResource(group: "", version: "v1", resource: "serviceaccounts"))
        let account = KubeObject(served.type, namespace: namespace, name: "default")
        // Somebody may make it, or end the namespace, in the meantime.
        _ = try? await registry.create(
            account, as: served, namespace: namespace, options: try RequestOptions(query: ""), agent: "mainstay")
    }
}
