internal import KubeTypes
internal import Schema
internal import Store
internal import Tree

/// Deletes what lost its owners, and ends deletions in the foreground and those that orphan (Kubernetes documentation,
/// "Garbage Collection"). Driven by the changes of the store; each object is decided upon from what is there then.
struct GarbageCollector {
    let registry: Registry
    let customResources: CustomResources

    private var dependants = Dependants()
    /// What to look at next, each once.
    private var queue: [RecordID] = []
    private var queued: Set<RecordID> = []

    init(registry: Registry, customResources: CustomResources) {
        self.registry = registry
        self.customResources = customResources
    }

    /// Works until the task is cancelled.
    mutating func run() async throws {
        var changes = WatchOfAll(registry.store, after: registry.store.revision)
        start()
        await work()
        while true {
            do throws(StoreError) {
                guard let batch = try await next(&changes) else { return }
                for (id, change) in batch { note(change, of: id) }
            } catch {
                // Too far behind: begin anew from what is there.
                guard error.code == .compacted else { throw error }
                changes = WatchOfAll(registry.store, after: registry.store.revision)
                start()
            }
            await work()
        }
    }

    private func next(
        _ changes: inout WatchOfAll
    ) async throws(StoreError) -> [(id: RecordID, change: Change)]? {
        do { return try await changes.next() } catch let error as StoreError { throw error } catch { return nil }
    }

    // MARK: What happened

    private mutating func start() {
        dependants = Dependants()
        for resource in registry.store.resources {
            for record in registry.store.records(of: resource).records {
                note(record, at: RecordID(resource, record.key))
            }
        }
    }

    private mutating func note(_ change: Change, of id: RecordID) {
        guard change.kind == .deleted else { return note(change.record, at: id) }
        for owner in dependants.owners(of: id) {
            // A deletion in the foreground may have waited for this one.
            if let owner = self.id(of: owner, for: id) { enqueue(owner) }
        }
        dependants.set([], of: id)
        guard let object = try? StoredObject.object(change.record) else { return }
        for dependant in dependants[owner: object.uid] { enqueue(dependant) }
    }

    /// Most objects have neither owners nor an end; their bytes tell without being parsed.
    private mutating func note(_ record: Record, at id: RecordID) {
        let isOwned = record.bytes.mentions("\"ownerReferences\":")
        guard isOwned || record.bytes.mentions("\"deletionTimestamp\":"),
            let object = try? StoredObject.object(record)
        else { return dependants.set([], of: id) }
        dependants.set(object.owners, of: id)
        if object.isBeingDeleted { dependants[owner: object.uid].forEach { enqueue($0) } }
        if isOwned || object.isBeingDeleted { enqueue(id) }
        for owner in object.owners where object.isBeingDeleted { self.id(of: owner, for: id).map { enqueue($0) } }
    }

    private mutating func enqueue(_ id: RecordID) {
        if queued.insert(id).inserted { queue.append(id) }
    }

    // MARK: What to do

    private mutating func work() async {
        while !queue.isEmpty {
            let batch = queue
            queue = []
            queued = []
            for id in batch {
                // What cannot be written now is looked at again with its next change.
                try? await settle(id)
            }
        }
    }

    private func settle(_ id: RecordID) async throws(Status) {
        guard let served = served(id.resource), let record = registry.store.record(id) else { return }
        let object = try StoredObject.object(record)
        if object.isBeingDeleted {
            if object.finalizers.contains(Finalization.orphan) { return try await orphan(object, served) }
            if object.finalizers.contains(Finalization.foreground) { return try await endForeground(object, served) }
            return
        }
        try await collect(object, id, served)
    }

    /// Deletes an object none of whose owners lives, and takes the dead ones from one that has others.
    private func collect(_ object: KubeObject, _ id: RecordID, _ served: ServedType) async throws(Status) {
        var living = 0
        var gone: Set<String> = []
        var waiting: Set<String> = []
        for reference in object.owners {
            switch try fate(of: reference, for: id) {
            case .lives, .unknown: living += 1
            case .gone: gone.insert(reference.uid)
            case .waits: waiting.insert(reference.uid)
            }
        }
        let dead = gone.union(waiting)
        guard !dead.isEmpty else { return }
        guard living == 0 else { return try await removeOwners(dead, from: object, served) }
        let hasDependants = !dependants[owner: object.uid].isEmpty
        let propagation: Propagation =
            if object.finalizers.contains(Finalization.orphan) {
                .orphan
            } else if object.finalizers.contains(Finalization.foreground) || (!waiting.isEmpty && hasDependants) {
                .foreground
            } else {
                .background
            }
        _ = try await registry.delete(
            served, object.key, preconditions: Preconditions(uid: object.uid), propagation: propagation,
            options: try RequestOptions(query: ""))
        try await customResources.noteWrite(served)
    }

    private enum Fate { case lives, waits, gone, unknown }

    private func fate(of reference: OwnerReference, for dependant: RecordID) throws(Status) -> Fate {
        // A kind that is not served, or a namespaced owner of a cluster-wide object, cannot be looked up.
        guard let owner = id(of: reference, for: dependant) else { return .unknown }
        guard let record = registry.store.record(owner) else { return .gone }
        let object = try StoredObject.object(record)
        guard object.uid == reference.uid else { return .gone }
        let waits = object.isBeingDeleted && object.finalizers.contains(Finalization.foreground)
        return waits ? .waits : .lives
    }

    private func endForeground(_ owner: KubeObject, _ served: ServedType) async throws(Status) {
        for id in dependants[owner: owner.uid]
        where dependants.owners(of: id).contains(where: { $0.uid == owner.uid && $0.blocksDeletion }) {
            if registry.store.record(id) != nil { return }
        }
        try await removeFinalizer(Finalization.foreground, from: owner, served)
    }

    private func orphan(_ owner: KubeObject, _ served: ServedType) async throws(Status) {
        for id in dependants[owner: owner.uid] {
            guard let dependant = self.served(id.resource), let record = registry.store.record(id) else { continue }
            try await removeOwners([owner.uid], from: try StoredObject.object(record), dependant)
        }
        try await removeFinalizer(Finalization.orphan, from: owner, served)
    }

    // MARK: Steps

    private func removeOwners(
        _ uids: Set<String>, from object: KubeObject, _ served: ServedType
    ) async throws(Status) {
        try await change(object, served) { $0.removeOwners(uids) }
    }

    private func removeFinalizer(
        _ finalizer: String, from object: KubeObject, _ served: ServedType
    ) async throws(Status) {
        try await change(object, served) { $0.finalizers = $0.finalizers.filter { $0 != finalizer } }
    }

    private func change(
        _ object: KubeObject, _ served: ServedType, _ change: @escaping (inout KubeObject) -> Void
    ) async throws(Status) {
        let options = try RequestOptions(query: "")
        _ = try await registry.modify(
            served, object.key, subresource: nil, options: options, agent: "generic-garbage-collector"
        ) { live, _ throws(Status) in
            guard var changed = live, changed.uid == object.uid else {
                throw Status(notFound: served.resource, name: object.name)
            }
            change(&changed)
            return Modification(object: changed)
        }
    }

    private func served(_ resource: GroupResource) -> ServedType? {
        guard let definition = registry.resources.definition(resource),
            let version = definition.storageVersion ?? definition.servedVersions.first
        else { return nil }
        return ServedType(definition: definition, version: version)
    }

    private func id(of reference: OwnerReference, for dependant: RecordID) -> RecordID? {
        guard let definition = registry.resources.definition(of: reference.type.groupKind) else { return nil }
        let namespace = definition.isNamespaced ? dependant.key.namespace : ""
        guard !definition.isNamespaced || !namespace.isEmpty else { return nil }
        return RecordID(definition.groupResource, ObjectKey(namespace: namespace, name: reference.name))
    }
}

extension [UInt8] {
    /// Whether the text stands somewhere in these bytes.
    fileprivate func mentions(_ text: StaticString) -> Bool {
        withUnsafeBufferPointer { bytes in
            text.withUTF8Buffer { mark in
                guard let first = mark.first, bytes.count >= mark.count else { return false }
                var index = 0
                while index <= bytes.count - mark.count {
                    if bytes[index] == first,
                        UnsafeBufferPointer(rebasing: bytes[index..<index + mark.count]).elementsEqual(mark)
                    {
                        return true
                    }
                    index += 1
                }
                return false
            }
        }
    }
}
