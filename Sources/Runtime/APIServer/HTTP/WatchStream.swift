internal import Hummingbird
internal import KubeTypes
internal import NIOCore
internal import Schema
internal import Store
internal import Tree

/// A watch: the changes of a collection as lines of JSON, for as long as the client listens.
struct WatchStream: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    /// How long a watch lasts when the client does not say.
    private static let defaultDuration = Duration.seconds(45 * 60)
    /// How often a client is told the revision when nothing changes.
    private static let bookmarkInterval = Duration.seconds(60)

    private let registry: Registry
    private let served: ServedType
    private let shape: Representation.Shape
    private let options: RequestOptions
    private let selector: ObjectSelector
    private let namespace: String?
    private let name: String?
    private let initial: [Record]
    private let start: Int64
    /// nil when the changes wanted are no longer kept.
    private let changes: Result<Watch, StoreError>

    init(_ call: Call) throws(Status) {
        registry = call.registry
        served = call.served
        shape = call.representation.shape
        options = call.options
        selector = try ObjectSelector(call.options, call.served)
        namespace = call.target.namespace
        name = call.target.name
        (initial, start) = try Self.beginning(call)
        changes = try Self.changes(call, after: start, beginsHere: !initial.isEmpty)
    }

    /// What is sent first, and after which revision changes follow. Without a revision, and at revision 0, a watch begins with
    /// what is there, unless the client wants nothing of that.
    private static func beginning(_ call: Call) throws(Status) -> ([Record], Int64) {
        let wanted = try Revision(call.options.resourceVersion, refusal: Revision.watchRefusal)
        let sends = call.options.sendsInitialEvents ?? (wanted == nil)
        if !sends, let wanted { return ([], wanted.number) }
        let state = call.registry.store.records(of: call.served.resource, namespace: call.target.namespace)
        return (sends ? Array(state.records) : [], state.revision)
    }

    private static func changes(
        _ call: Call, after start: Int64, beginsHere: Bool
    ) throws(Status) -> Result<Watch, StoreError> {
        let resource = call.served.resource
        let first = call.registry.resources.firstRevision(of: resource)
        guard beginsHere || start >= first else {
            return .failure(StoreError(.compacted, "too old resource version: \(start) (\(first))"))
        }
        do throws(StoreError) {
            return .success(try call.registry.store.watch(resource, after: start))
        } catch {
            // What is too old is told by an event, so that clients treat it like a watch that fell behind.
            guard error.code != .compacted else { return .failure(error) }
            throw Status(error, RecordID(resource, ObjectKey(name: "")))
        }
    }

    func response() -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-cache, private"],
            body: ResponseBody(asyncSequence: self))
    }

    // MARK: Pieces

    func makeAsyncIterator() -> Iterator { Iterator(self) }

    struct Iterator: AsyncIteratorProtocol {
        private enum State { case starting, following, ended }

        private let stream: WatchStream
        private var changes: Result<Watch, StoreError>
        private var lines: EventLines
        private var state = State.starting
        private let end: ContinuousClock.Instant
        private var nextBookmark: ContinuousClock.Instant

        fileprivate init(_ stream: WatchStream) {
            self.stream = stream
            changes = stream.changes
            lines = EventLines(served: stream.served, shape: stream.shape, include: stream.options.includeObject)
            let now = ContinuousClock.now
            end = now + (stream.options.timeoutSeconds.map { .seconds($0) } ?? WatchStream.defaultDuration)
            nextBookmark = Self.bookmarkTime(after: now, end: end)
        }

        /// Once in an interval, and shortly before the end, so that the client can go on from there.
        private static func bookmarkTime(
            after now: ContinuousClock.Instant, end: ContinuousClock.Instant
        ) -> ContinuousClock.Instant {
            let next = now + WatchStream.bookmarkInterval
            let last = end - .seconds(2)
            return now < last ? Swift.min(next, last) : next
        }

        mutating func next() async throws -> ByteBuffer? {
            if state == .starting {
                state = .following
                try stream.appendInitial(to: &lines)
                // The first piece goes out even when it is empty, so that the client knows that the watch stands.
                return ByteBuffer(bytes: lines.take())
            }
            while state == .following, ContinuousClock.now < end {
                try await follow()
                if !lines.isEmpty { return ByteBuffer(bytes: lines.take()) }
            }
            return nil
        }

        private mutating func follow() async throws {
            do {
                var watch = try changes.get()
                let batch = try await watch.next(before: Swift.min(end, nextBookmark))
                changes = .success(watch)
                guard let batch else { return state = .ended }
                for change in batch where stream.isWanted(change.record.key) { try stream.append(change, to: &lines) }
            } catch let error as StoreError {
                // The client fell behind what is kept; it must list again.
                lines.append(Status(error, RecordID(stream.served.resource, ObjectKey(name: ""))))
                return state = .ended
            }
            let now = ContinuousClock.now
            guard now >= nextBookmark, case .success(let watch) = changes else { return }
            nextBookmark = Self.bookmarkTime(after: now, end: end)
            if stream.options.allowsBookmarks { lines.appendBookmark(watch.revision, endsInitialEvents: false) }
        }
    }

    private func appendInitial(to lines: inout EventLines) throws(Status) {
        for record in initial where isWanted(record.key) {
            let object = try served.object(record)
            if selector.matches(object) { lines.append("ADDED", object, now: registry.now) }
        }
        if options.sendsInitialEvents == true, options.allowsBookmarks {
            lines.appendBookmark(start, endsInitialEvents: true)
        }
    }

    private func isWanted(_ key: ObjectKey) -> Bool {
        (namespace == nil || key.namespace == namespace) && (name == nil || key.name == name)
    }

    /// An object that begins to match is added, one that ceases to is deleted, whatever really happened to it.
    private func append(_ change: Change, to lines: inout EventLines) throws(Status) {
        let object = try served.object(change.record)
        let matches = selector.matches(object)
        var matched = change.kind != .added
        // What leaves the view is shown as it was last seen in it.
        var last = object
        if matched, !selector.isEmpty, let previous = change.previous {
            let before = Record(key: previous.key, revision: change.record.revision, bytes: previous.bytes)
            last = try served.object(before)
            matched = selector.matches(last)
        }
        switch change.kind {
        case .deleted: if matched { lines.append("DELETED", object, now: registry.now) }
        case .added, .modified:
            switch (matched, matches) {
            case (false, true): lines.append("ADDED", object, now: registry.now)
            case (true, true): lines.append("MODIFIED", object, now: registry.now)
            case (true, false): lines.append("DELETED", last, now: registry.now)
            case (false, false): break
            }
        }
    }
}

/// The lines of a watch that wait to be written.
struct EventLines {
    private let served: ServedType
    private let shape: Representation.Shape
    private let include: Table.Include
    private let columns: [TableColumn]
    private var bytes: [UInt8] = []
    private var hasShownHead = false

    init(served: ServedType, shape: Representation.Shape, include: Table.Include) {
        self.served = served
        self.shape = shape
        self.include = include
        columns = shape == .table ? tableColumns(served) : []
    }

    var isEmpty: Bool { bytes.isEmpty }

    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    mutating func append(_ type: String, _ object: KubeObject, now: Timestamp) {
        switch shape {
        case .object: append(type, object.root)
        case .partialMetadata, .partialMetadataList: append(type, partialMetadata(object))
        case .table:
            let table = Table(columns: columns, include: include, now: now)
            append(type, table.node([object], resourceVersion: object.resourceVersion, showsHead: !hasShownHead))
            hasShownHead = true
        }
    }

    mutating func append(_ status: Status) { append("ERROR", status.node) }

    mutating func appendBookmark(_ revision: Int64, endsInitialEvents: Bool) {
        var metadata: Node = ["resourceVersion": Node(String(revision))]
        if endsInitialEvents { metadata["annotations"] = ["k8s.io/initial-events-end": "true"] }
        append(
            "BOOKMARK",
            ["kind": Node(served.definition.kind), "apiVersion": Node(served.apiVersion), "metadata": metadata])
    }

    private mutating func append(_ type: String, _ object: Node) {
        bytes += "{\"type\":\"\(type)\",\"object\":".utf8
        bytes += JSONWriter.bytes(object)
        bytes += "}\n".utf8
    }
}
