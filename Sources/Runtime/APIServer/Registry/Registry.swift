internal import KubeTypes
internal import Schema
internal import Store
internal import Synchronization
internal import Tree

/// The verbs of the API over the store. Each reads the state, decides with the pure functions beside it, and commits under
/// the revision it read; when another write came between, it decides again.
final class Registry: Sendable {
    let store: Store
    private let table: Mutex<ResourceTable>
    private let clock: @Sendable () -> Timestamp
    private let makeUID: @Sendable () -> String
    private let addresses = ServiceAddresses()

    init(
        store: Store, definitions: [ResourceDefinition], clock: @escaping @Sendable () -> Timestamp,
        makeUID: @escaping @Sendable () -> String
    ) {
        self.store = store
        self.clock = clock
        self.makeUID = makeUID
        table = Mutex(ResourceTable(definitions))
    }

    var resources: ResourceTable { table.withLock { $0 } }
    var now: Timestamp { clock() }
    func newUID() -> String { makeUID() }

    /// - Parameter reread: What is not always stored as its schemas say now.
    func serve(_ definitions: [ResourceDefinition], reread: Set<GroupResource> = []) {
        let revision = store.revision
        table.withLock { $0 = ResourceTable(definitions, reread: reread, replacing: $0, at: revision) }
    }

    // MARK: Reading

    func record(_ served: ServedType, _ key: ObjectKey) throws(Status) -> Record {
        guard let record = store.record(RecordID(served.resource, key)) else {
            throw Status(notFound: served.resource, name: key.name)
        }
        return record
    }

    func object(_ served: ServedType, _ key: ObjectKey) throws(Status) -> KubeObject {
        try served.object(try record(served, key))
    }

    /// The records that the options select, without parsing them when there is nothing to select by.
    func records(
        _ served: ServedType, namespace: String?, options: RequestOptions
    ) throws(Status) -> (records: [Record], revision: Int64, next: String?, remaining: Int?) {
        let selector = try ObjectSelector(options, served)
        let after = try ContinueToken(options.continueToken)
        let wanted = try Revision(options.resourceVersion, refusal: Revision.listRefusal)
        if after != nil, wanted != nil {
            throw Status(badRequest: "specifying resource version is not allowed when using continue")
        }
        // At revision 0 a list comes whole from what is at hand, as in Kubernetes.
        let limit = options.resourceVersion == "0" && after == nil ? 0 : max(options.limit ?? 0, 0)
        let isExact = options.resourceVersionMatch == "Exact" || options.resourceVersionMatch.isEmpty && limit > 0
        var (slice, revision) = store.records(of: served.resource, namespace: namespace)
        if let exact = after?.revision ?? (isExact ? wanted?.number : nil), exact != revision {
            slice = try records(of: served.resource, namespace: namespace, at: exact, isPage: after != nil)[...]
            revision = exact
        } else if let wanted, wanted.number > revision {
            throw Status(
                StoreError(future: wanted.number, latest: revision), RecordID(served.resource, ObjectKey(name: "")))
        }
        if let after { slice = slice[(slice.firstIndex { after.key < $0.key } ?? slice.endIndex)...] }
        var page: [Record] = []
        for (index, record) in zip(slice.indices, slice) {
            guard try selector.matches(record) else { continue }
            if limit > 0, page.count == limit, let last = page.last {
                let next = ContinueToken(revision: revision, key: last.key).text
                return (page, revision, next, selector.isEmpty ? slice.endIndex - index : nil)
            }
            page.append(record)
        }
        return (page, revision, nil, nil)
    }

    private func records(
        of resource: GroupResource, namespace: String?, at revision: Int64, isPage: Bool
    ) throws(Status) -> [Record] {
        do throws(StoreError) {
            return try store.records(of: resource, namespace: namespace, at: revision)
        } catch {
            guard error.code == .compacted else { throw Status(error, RecordID(resource, ObjectKey(name: ""))) }
            if isPage { throw .expiredContinue }
            throw Status(
                code: 410, reason: .expired, message: "The resourceVersion for the provided list is too old.")
        }
    }

    // MARK: Writing

    /// The object as created.
    func create(
        _ object: KubeObject, as served: ServedType, namespace: String?, options: RequestOptions, agent: String
    ) async throws(Status) -> WriteResult {
        var warnings: [String] = []
        let write = Write(served: served, options: options, agent: agent, time: now)
        var prepared = try prepared(object, namespace: namespace, write, &warnings)
        if let record = store.record(RecordID(served.resource, prepared.key)) {
            var status = Status(alreadyExists: served.resource, name: prepared.name)
            if try StoredObject.object(record).isBeingDeleted {
                status.message = "object is being deleted: \(status.message)"
            }
            throw status
        }
        try finish(&prepared, served, options)
        guard !options.isDryRun else { return WriteResult(object: prepared, code: 201, warnings: warnings) }
        let record = try await commit(
            .create(RecordID(served.resource, prepared.key), stored(prepared, served)), served)
        return WriteResult(object: served.shown(prepared.at(record.revision)), code: 201, warnings: warnings)
    }

    /// The object as it would be created, without its field owners. Nothing is written, and it may be there already.
    func rehearse(
        _ object: KubeObject, as served: ServedType, namespace: String?, options: RequestOptions
    ) throws(Status) -> KubeObject {
        var warnings: [String] = []
        let write = Write(served: served, options: options, agent: "", time: now)
        return try prepared(object, namespace: namespace, write, &warnings, tracksFields: false)
    }

    private func prepared(
        _ object: KubeObject, namespace: String?, _ write: Write, _ warnings: inout [String], tracksFields: Bool = true
    ) throws(Status) -> KubeObject {
        var object = object
        try checkType(of: object, write.served)
        try Admission.settle(&object, namespace: namespace, write.served, store: store)
        return try write.creation(of: object, uid: makeUID(), warnings: &warnings, tracksFields: tracksFields)
    }

    /// Changes an object: `change` gives the wanted object for the live one.
    ///
    /// - Parameter creates: Whether a missing object is made; then `change` gets nil.
    func modify(
        _ served: ServedType, _ key: ObjectKey, subresource: String?, options: RequestOptions, agent: String,
        creates: Bool = false, isPatch: Bool = false, change: (KubeObject?, Write) throws(Status) -> Modification
    ) async throws(Status) -> WriteResult {
        for _ in 0..<100 {
            let write = Write(
                served: served, options: options, agent: agent, time: now, subresource: subresource,
                isPatch: isPatch)
            let id = RecordID(served.resource, key)
            guard let record = store.record(id) else {
                guard creates else { throw Status(notFound: served.resource, name: key.name) }
                let modification = try change(nil, write)
                if let result = try await make(modification, at: id, served, write) { return result }
                continue
            }
            let live = try served.object(record)
            var warnings: [String] = []
            let modification = try change(live, write)
            var wanted = try write.update(of: live, to: modification, warnings: &warnings)
            if wanted.root != live.root { try finish(&wanted, served, options) }
            guard !options.isDryRun, wanted.root != live.root else {
                return WriteResult(object: wanted, code: 200, warnings: warnings)
            }
            do throws(StoreError) {
                if wanted.isBeingDeleted, wanted.finalizers.isEmpty, !Finalization.holds(wanted) {
                    try await store.commit(.delete(id, last: stored(live, served), at: record.revision))
                    return WriteResult(object: wanted, code: 200, warnings: warnings)
                }
                let new = try await store.commit(.replace(id, stored(wanted, served), at: record.revision))
                return WriteResult(object: served.shown(wanted.at(new.revision)), code: 200, warnings: warnings)
            } catch {
                // Somebody wrote in between: read and decide again.
                guard error.code == .conflict || error.code == .notFound else { throw Status(error, id) }
            }
        }
        throw Status(conflict: served.resource, name: key.name, "it is changed too often; try again")
    }

    /// nil when somebody made the object in between.
    private func make(
        _ modification: Modification, at id: RecordID, _ served: ServedType, _ write: Write
    ) async throws(Status) -> WriteResult? {
        var warnings: [String] = []
        var object = modification.object
        try checkType(of: object, served)
        try Admission.settle(&object, namespace: id.key.namespace, served, store: store)
        var prepared = try write.creation(
            of: object, uid: makeUID(), warnings: &warnings, tracksFields: !modification.isTracked)
        prepared.namespace = id.key.namespace
        try finish(&prepared, served, write.options)
        guard !write.options.isDryRun else { return WriteResult(object: prepared, code: 201, warnings: warnings) }
        do throws(StoreError) {
            let record = try await store.commit(.create(id, stored(prepared, served)))
            return WriteResult(object: served.shown(prepared.at(record.revision)), code: 201, warnings: warnings)
        } catch {
            if error.code == .exists { return nil }
            throw Status(error, id)
        }
    }

    /// Deletes the object, or marks it as being deleted while finalizers hold it.
    func delete(
        _ served: ServedType, _ key: ObjectKey, preconditions: Preconditions = Preconditions(),
        propagation: Propagation? = nil, options: RequestOptions
    ) async throws(Status) -> Deletion {
        let id = RecordID(served.resource, key)
        for _ in 0..<100 {
            let record = try record(served, key)
            let live = try served.object(record)
            try preconditions.check(live, served)
            let (marked, isHeld) = Finalization.begin(live, propagation, at: now)
            if options.isDryRun { return Deletion(object: marked, isGone: !isHeld) }
            do throws(StoreError) {
                if isHeld {
                    guard marked.root != live.root else { return Deletion(object: live, isGone: false) }
                    let new = try await store.commit(.replace(id, stored(marked, served), at: record.revision))
                    return Deletion(object: served.shown(marked.at(new.revision)), isGone: false)
                }
                let last = try await store.commit(.delete(id, last: stored(live, served), at: record.revision))
                return Deletion(object: live.at(last.revision), isGone: true)
            } catch {
                guard error.code == .conflict || error.code == .notFound else { throw Status(error, id) }
            }
        }
        throw Status(conflict: served.resource, name: key.name, "it is changed too often; try again")
    }

    // MARK: Steps

    /// Gives the object what only one of its kind can have, and the order in which Kubernetes writes its metadata.
    private func finish(
        _ object: inout KubeObject, _ served: ServedType, _ options: RequestOptions
    ) throws(Status) {
        Metadata.order(&object, isBuiltIn: served.definition.isBuiltIn)
        guard served.resource == ServiceAddresses.resource else { return }
        try addresses.complete(&object, in: store, keeps: !options.isDryRun)
    }

    private func commit(_ mutation: Mutation, _ served: ServedType) async throws(Status) -> Record {
        do throws(StoreError) { return try await store.commit(mutation) } catch { throw Status(error, mutation.id) }
    }

    /// The bytes to store, at the storage version.
    private func stored(_ object: KubeObject, _ served: ServedType) -> [UInt8] {
        var object = object
        let version = served.definition.storageVersion?.name ?? served.version.name
        object.apiVersion = GroupVersionKind(group: served.definition.group, version: version, kind: "").apiVersion
        return StoredObject.bytes(of: object)
    }

    func checkType(of object: KubeObject, _ served: ServedType) throws(Status) {
        if !served.definition.isBuiltIn, object.apiVersion == served.apiVersion, object.kind != served.definition.kind {
            throw Status(
                invalid: object.type.groupKind, name: object.name,
                causes: [.invalid("kind", Node(object.kind), "must be \(served.definition.kind)")])
        }
        guard object.apiVersion == served.apiVersion, object.kind == served.definition.kind else {
            throw Status(
                badRequest:
                    "\(object.kind.isEmpty ? "the object" : object.kind) in version \"\(object.apiVersion)\" cannot be handled as a \(served.definition.kind) in version \"\(served.apiVersion)\""
            )
        }
    }
}

/// What a change wants the object to be.
struct Modification {
    var object: KubeObject
    /// The change did the tracking of field owners itself (server-side apply).
    var isTracked = false
}

/// What a write answers.
struct WriteResult {
    var object: KubeObject
    var code: Int
    var warnings: [String]
}

/// What a deletion answers.
struct Deletion {
    var object: KubeObject
    var isGone: Bool
}

/// What a client demands of the object before it is deleted.
struct Preconditions {
    var uid: String?
    var resourceVersion: String?

    func check(_ object: KubeObject, _ served: ServedType) throws(Status) {
        if let uid, uid != object.uid {
            throw Status(
                conflict: served.resource, name: object.name,
                "Precondition failed: UID in precondition: \(uid), UID in object meta: \(object.uid)")
        }
        if let resourceVersion, resourceVersion != object.resourceVersion {
            throw Status(
                conflict: served.resource, name: object.name,
                "Precondition failed: ResourceVersion in precondition: \(resourceVersion), ResourceVersion in object meta: \(object.resourceVersion)"
            )
        }
    }
}

extension KubeObject {
    func at(_ revision: Int64) -> KubeObject {
        var object = self
        object.resourceVersion = String(revision)
        return object
    }
}

extension Status {
    init(_ error: StoreError, _ id: RecordID) {
        switch error.code {
        case .exists: self.init(alreadyExists: id.resource, name: id.key.name)
        case .notFound: self.init(notFound: id.resource, name: id.key.name)
        case .conflict:
            self.init(
                conflict: id.resource, name: id.key.name,
                "the object has been modified; please apply your changes to the latest version and try again")
        case .compacted: self.init(code: 410, reason: .expired, message: error.message)
        case .future: self.init(tooNew: error.message)
        default: self.init(code: 500, reason: .internalError, message: error.message)
        }
    }

    static var expiredContinue: Status {
        Status(
            code: 410, reason: .expired,
            message: "The provided continue parameter is too old; list again without it to start from the beginning")
    }
}
