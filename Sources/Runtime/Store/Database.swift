internal import Foundation
internal import GRDB
internal import KubeTypes

/// The file behind the store: one append-only table of revisions. The current state is the latest revision of each key;
/// superseded revisions stay for watchers until compaction.
struct Database: Sendable {
    let queue: DatabaseQueue

    /// Opens or makes the file at `path`; nil keeps everything in memory.
    init(path: String?) throws(StoreError) {
        do {
            queue = try Self.open(path)
        } catch {
            throw StoreError(opening: path ?? "memory", error)
        }
    }

    private static func open(_ path: String?) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.prepareDatabase { database in
            // One process owns the file, so its content can be trusted to equal the copy in memory.
            try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            if path != nil { try database.execute(sql: "PRAGMA journal_mode = WAL") }
            // In WAL mode a commit that was answered survives the death of the process; FULL makes it survive the machine's.
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        let queue =
            try path.map { try DatabaseQueue(path: $0, configuration: configuration) }
            ?? DatabaseQueue(configuration: configuration)
        if try queue.read({ try migrator.hasBeenSuperseded($0) }) {
            throw StoreError(
                .newerFormat,
                "\"\(path ?? "")\" was written by a newer version of mainstay; use that version, or another state directory"
            )
        }
        try migrator.migrate(queue)
        return queue
    }

    /// A migration never changes once it has shipped, and speaks SQL only.
    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 revisions") { database in
            try database.execute(
                sql: """
                    CREATE TABLE revisions (
                        revision INTEGER PRIMARY KEY,
                        resource_group TEXT NOT NULL,
                        resource TEXT NOT NULL,
                        namespace TEXT NOT NULL,
                        name TEXT NOT NULL,
                        kind INTEGER NOT NULL,
                        bytes BLOB NOT NULL
                    );
                    CREATE INDEX revisions_by_key ON revisions (resource_group, resource, namespace, name, revision);
                    CREATE TABLE compaction (floor INTEGER NOT NULL);
                    INSERT INTO compaction VALUES (0);
                    """)
        }
        return migrator
    }

    // MARK: Reading

    func load() throws(StoreError) -> History {
        do {
            return try queue.read { database in
                var history = History()
                let floor = try Int64.fetchOne(database, sql: "SELECT floor FROM compaction") ?? 0
                let rows = try Row.fetchCursor(database, sql: "SELECT * FROM revisions ORDER BY revision")
                while let row = try rows.next() {
                    let resource = GroupResource(group: row["resource_group"], resource: row["resource"])
                    let key = ObjectKey(namespace: row["namespace"], name: row["name"])
                    let record = Record(key: key, revision: row["revision"], bytes: Array(row["bytes"] as Data))
                    let previous = history.record(RecordID(resource, key))
                    let kind = Change.Kind(rawValue: row["kind"]) ?? .modified
                    history.apply(Change(kind: kind, record: record, previous: previous), to: resource)
                }
                history.compact(to: floor)
                return history
            }
        } catch {
            throw StoreError(opening: queue.path, error)
        }
    }

    // MARK: Writing

    static func insert(_ change: Change, of resource: GroupResource, into database: GRDB.Database) throws {
        let statement = try database.cachedStatement(sql: "INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?)")
        try statement.execute(arguments: [
            change.record.revision, resource.group, resource.resource, change.record.key.namespace,
            change.record.key.name,
            change.kind.rawValue, Data(change.record.bytes),
        ])
    }

    /// Drops what no reader can ask for any more: revisions up to `floor` that a later one supersedes, and deletions.
    static func compact(to floor: Int64, in database: GRDB.Database) throws {
        try database.execute(
            sql: """
                DELETE FROM revisions AS old WHERE revision <= :floor AND (kind = 2 OR EXISTS (
                    SELECT 1 FROM revisions AS new
                    WHERE new.resource_group = old.resource_group AND new.resource = old.resource
                        AND new.namespace = old.namespace AND new.name = old.name AND new.revision > old.revision));
                """, arguments: ["floor": floor])
        try database.execute(sql: "UPDATE compaction SET floor = ?", arguments: [floor])
    }
}

extension StoreError {
    init(opening path: String, _ error: any Error) {
        if let known = error as? StoreError {
            self = known
            return
        }
        switch (error as? DatabaseError)?.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(.inUse, "\"\(path)\" is in use by another process; stop it, or use another state directory")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self.init(.damaged, "\"\(path)\" is not a mainstay database, or is damaged; restore it or move it away")
        default:
            self.init(.disk, "\"\(path)\" cannot be opened: \(error)")
        }
    }

    init(writing error: any Error) {
        switch (error as? DatabaseError)?.resultCode {
        case .SQLITE_FULL: self.init(.disk, "the disk is full; nothing was written")
        default: self.init(.disk, "the database refused a write: \(error)")
        }
    }
}
