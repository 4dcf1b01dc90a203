import Foundation
import GRDB
import KubeTypes
import TestSupport
import Testing

@testable import Store

@Suite("The file of the store")
struct FileTests {
    /// Opens a file that a store before has left, which ends with its last use.
    static func reopen(_ path: String, keptChanges: Int64 = 10_000) async throws -> Store {
        try await eventually("the store before lets go") { () async throws -> Store? in
            do throws(StoreError) {
                return try Store(path: path, keptChanges: keptChanges)
            } catch {
                if error.code == .inUse { return nil }
                throw error
            }
        }
    }

    private func failure(reopening path: String) async throws -> StoreError.Code? {
        do {
            _ = try await Self.reopen(path)
            return nil
        } catch let error as StoreError {
            return error.code
        }
    }

    private func failure(opening path: String) -> StoreError? {
        do throws(StoreError) {
            _ = try Store(path: path)
            return nil
        } catch {
            return error
        }
    }

    @Test("opening it again gives the same objects, revisions and history")
    func reopen() async throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/cluster.db"
        let (kept, gone) = (StoreTests.id("kept"), StoreTests.id("gone"))
        do {
            let store = try Store(path: file)
            try await store.commit(.create(kept, [1]))
            try await store.commit(.create(gone, [2]))
            try await store.commit(.replace(kept, [3], at: 1))
            try await store.commit(.delete(gone, last: [2], at: 2))
        }
        let store = try await Self.reopen(file)
        #expect(store.revision == 4)
        #expect(store.records(of: StoreTests.services).records == [Record(key: kept.key, revision: 3, bytes: [3])])
        let changes = try store.changes(of: StoreTests.services, after: 0).changes
        #expect(changes.map(\.kind) == [.added, .added, .modified, .deleted])
        #expect(changes.map(\.previous?.bytes) == [nil, nil, [1], [2]])
        #expect(try await store.commit(.create(gone, [4])).revision == 5)
    }

    @Test("a text is no database")
    func noDatabase() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(String(repeating: "kind: ConfigMap\n", count: 100), to: "cluster.db")
        let error = try #require(failure(opening: file))
        #expect(error.code == .damaged)
        #expect(error.message.contains(file))
    }

    @Test("a file cut off in the middle is damaged")
    func cutOff() async throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/cluster.db"
        do {
            let store = try Store(path: file)
            for number in 0..<200 {
                try await store.commit(.create(StoreTests.id("web-\(number)"), Array(repeating: 65, count: 1000)))
            }
        }
        do { _ = try await Self.reopen(file) }
        let whole = try Data(contentsOf: URL(fileURLWithPath: file))
        try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: file))
        #expect(try await failure(reopening: file) == .damaged)
    }

    @Test("a file of a newer version is left alone")
    func newerFormat() throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/cluster.db"
        do { _ = try Store(path: file) }
        do {
            let queue = try DatabaseQueue(path: file)
            try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 the future')") }
            try queue.close()
        }
        #expect(failure(opening: file)?.code == .newerFormat)
    }

    @Test("one store at a time has the file")
    func inUse() async throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/cluster.db"
        let first = try Store(path: file)
        let error = try #require(failure(opening: file))
        #expect(error.code == .inUse)
        #expect(error.message.contains(file))
        try await first.commit(.create(StoreTests.id("web"), [1]))
    }

    @Test("a folder that is missing is a failure of the disk")
    func missingFolder() throws {
        let folder = try TemporaryFolder()
        #expect(failure(opening: folder.path + "/none/cluster.db")?.code == .disk)
    }
}
