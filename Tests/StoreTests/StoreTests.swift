import Foundation
import KubeTypes
import TestSupport
import Testing

@testable import Store

@Suite("Store", .timeLimit(.minutes(1)))
struct StoreTests {
    static let services = GroupResource(group: "", resource: "services")
    static let gateways = GroupResource(group: "networking.istio.io", resource: "gateways")

    static func id(_ name: String, in resource: GroupResource = services, namespace: String = "shop") -> RecordID {
        RecordID(resource, ObjectKey(namespace: namespace, name: name))
    }

    private func code(_ body: () async throws(StoreError) -> Void) async -> StoreError.Code? {
        do {
            try await body()
            return nil
        } catch {
            return error.code
        }
    }

    // MARK: Writing

    @Test("each write gets the next revision, and reads show the last one")
    func revisions() async throws {
        let store = try Store(path: nil)
        let id = Self.id("web")
        let created = try await store.commit(.create(id, [1]))
        let replaced = try await store.commit(.replace(id, [2], at: created.revision))
        #expect(created.revision == 1)
        #expect(replaced.revision == 2)
        #expect(store.record(id) == Record(key: id.key, revision: 2, bytes: [2]))
        let deleted = try await store.commit(.delete(id, last: [2], at: 2))
        #expect(deleted.revision == 3)
        #expect(store.record(id) == nil)
        #expect(store.revision == 3)
        #expect(store.resources.isEmpty)
    }

    @Test("a write against another revision than the last is refused and writes nothing")
    func conflicts() async throws {
        let store = try Store(path: nil)
        let id = Self.id("web")
        try await store.commit(.create(id, [1]))
        #expect(await code { () throws(StoreError) in try await store.commit(.create(id, [9])) } == .exists)
        #expect(await code { () throws(StoreError) in try await store.commit(.replace(id, [9], at: 7)) } == .conflict)
        #expect(
            await code { () throws(StoreError) in try await store.commit(.delete(id, last: [], at: 7)) } == .conflict)
        let none = Self.id("none")
        #expect(await code { () throws(StoreError) in try await store.commit(.replace(none, [9], at: 1)) } == .notFound)
        #expect(
            await code { () throws(StoreError) in try await store.commit(.delete(none, last: [], at: 1)) } == .notFound)
        #expect(store.revision == 1)
        #expect(store.record(id)?.bytes == [1])
    }

    @Test("of many that replace one revision at once exactly one wins")
    func oneWinner() async throws {
        let store = try Store(path: nil)
        let id = Self.id("web")
        try await store.commit(.create(id, [0]))
        let winners = await withTaskGroup(of: UInt8?.self) { group in
            for number in UInt8(1)...50 {
                group.addTask { (try? await store.commit(.replace(id, [number], at: 1))) == nil ? nil : number }
            }
            return await group.reduce(into: [UInt8]()) { if let winner = $1 { $0.append(winner) } }
        }
        #expect(winners.count == 1)
        #expect(store.record(id)?.bytes == winners)
        #expect(store.revision == 2)
    }

    @Test("many commits at once get each a revision of their own, without gaps")
    func manyCommits() async throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.path + "/cluster.db")
        let revisions = try await withThrowingTaskGroup(of: Int64.self) { group in
            for number in 0..<500 {
                group.addTask { try await store.commit(.create(Self.id("web-\(number)"), [1])).revision }
            }
            return try await group.reduce(into: [Int64]()) { $0.append($1) }
        }
        #expect(revisions.sorted() == Array(1...500))
        #expect(store.records(of: Self.services).records.count == 500)
    }

    @Test("a list has the order of the keys, holds one namespace when asked, and says its revision")
    func lists() async throws {
        let store = try Store(path: nil)
        for (namespace, name) in [("b", "x"), ("a", "y"), ("b", "a"), ("", "z"), ("bb", "a")] {
            try await store.commit(.create(Self.id(name, namespace: namespace), []))
        }
        try await store.commit(.create(Self.id("other", in: Self.gateways), []))
        let (all, revision) = store.records(of: Self.services)
        #expect(all.map { "\($0.key)" } == ["z", "a/y", "b/a", "b/x", "bb/a"])
        #expect(revision == 6)
        #expect(store.records(of: Self.services, namespace: "b").records.map(\.key.name) == ["a", "x"])
        #expect(store.records(of: Self.services, namespace: "c").records.isEmpty)
    }

    @Test("an earlier state can still be listed, until it is compacted")
    func earlierStates() async throws {
        let store = try Store(path: nil, keptChanges: 2)
        let (a, b) = (Self.id("a"), Self.id("b"))
        try await store.commit(.create(a, [1]))
        try await store.commit(.replace(a, [2], at: 1))
        try await store.commit(.create(b, [3]))
        try await store.commit(.delete(a, last: [2], at: 2))
        let states = try (0...4).map { try store.records(of: Self.services, at: $0).map(\.bytes) }
        #expect(states == [[], [[1]], [[2]], [[2], [3]], [[3]]])
        #expect(try store.records(of: Self.services, at: 2).map(\.revision) == [2])
        #expect(throws: StoreError.self) { try store.records(of: Self.services, at: 5) }
        try await store.commit(.replace(b, [4], at: 3))
        #expect(throws: StoreError.self) { try store.records(of: Self.services, at: 1) }
    }

    // MARK: Watching

    @Test("a watch gives every later change of its collection once, in order")
    func watchOrder() async throws {
        let store = try Store(path: nil)
        let id = Self.id("web")
        try await store.commit(.create(id, [1]))
        var watch = try store.watch(Self.services, after: 1)
        let writer = Task {
            var revision: Int64 = 1
            for number in UInt8(2)...100 {
                revision = try await store.commit(.replace(id, [number], at: revision)).revision
                try await store.commit(.create(Self.id("other-\(number)", in: Self.gateways), []))
            }
            try await store.commit(.delete(id, last: [100], at: revision))
        }
        var seen: [Change] = []
        while seen.last?.kind != .deleted { seen += try #require(try await watch.next()) }
        try await writer.value
        #expect(seen.dropLast().map(\.record.bytes) == (2...100).map { [$0] })
        #expect(seen.map(\.previous?.bytes) == (1...100).map { [$0] })
        #expect(seen.allSatisfy { $0.record.key == id.key })
        #expect(seen.map(\.record.revision) == seen.map(\.record.revision).sorted())
    }

    @Test("a second watch goes on exactly where the first stopped")
    func resume() async throws {
        let store = try Store(path: nil)
        for number in 0..<10 { try await store.commit(.create(Self.id("web-\(number)"), [])) }
        var all: [Int64] = []
        for start in [Int64(0), 4, 9] {
            var watch = try store.watch(Self.services, after: start)
            let changes = try #require(try await watch.next())
            #expect(changes.map(\.record.revision) == Array(start + 1...10))
            all.append(watch.revision)
        }
        #expect(all == [10, 10, 10])
    }

    @Test("watchers of different places all see all")
    func manyWatchers() async throws {
        let store = try Store(path: nil)
        let sums = try await withThrowingTaskGroup(of: Int64.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    var watch = try store.watch(Self.services, after: 0)
                    var sum: Int64 = 0
                    var count = 0
                    while count < 100, let changes = try await watch.next() {
                        sum += changes.reduce(0) { $0 + $1.record.revision }
                        count += changes.count
                    }
                    return sum
                }
            }
            for number in 0..<100 { try await store.commit(.create(Self.id("web-\(number)"), [])) }
            return try await group.reduce(into: [Int64]()) { $0.append($1) }
        }
        #expect(sums == Array(repeating: 5050, count: 20))
    }

    @Test("a watch of the future is refused")
    func future() throws {
        let store = try Store(path: nil)
        do {
            _ = try store.watch(Self.services, after: 1)
            Issue.record("expected an error")
        } catch {
            #expect(error.code == .future)
        }
    }

    @Test("a wait with a deadline ends with no changes")
    func deadline() async throws {
        let store = try Store(path: nil)
        var watch = try store.watch(Self.services, after: 0)
        #expect(try await watch.next(before: .now + .milliseconds(1)) == [])
        try await store.commit(.create(Self.id("web"), [1]))
        #expect(try await watch.next(before: .now + .seconds(20))?.count == 1)
    }

    @Test("ending the watches ends those that wait, and those that come")
    func endWatches() async throws {
        let store = try Store(path: nil)
        let waiting = Task {
            var watch = try store.watch(Self.services, after: 0)
            return try await watch.next()
        }
        await Task.yield()
        store.endWatches()
        #expect(try await waiting.value == nil)
        var late = try store.watch(Self.services, after: 0)
        #expect(try await late.next() == nil)
    }

    @Test("a cancelled task's watch ends")
    func cancel() async throws {
        let store = try Store(path: nil)
        let waiting = Task {
            var watch = try store.watch(Self.services, after: 0)
            return try await watch.next()
        }
        waiting.cancel()
        #expect(try await waiting.value == nil)
    }

    // MARK: Compaction

    @Test("what is compacted cannot be watched any more, and all objects stay")
    func compaction() async throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/cluster.db"
        let id = Self.id("web")
        do {
            let store = try Store(path: file, keptChanges: 10)
            try await store.commit(.create(Self.id("old"), [7]))
            try await store.commit(.create(Self.id("gone"), [8]))
            try await store.commit(.delete(Self.id("gone"), last: [8], at: 2))
            try await store.commit(.create(id, [0]))
            for number in Int64(4)..<40 { try await store.commit(.replace(id, [UInt8(number)], at: number)) }
            expectCompacted(store)
        }
        let again = try await FileTests.reopen(file, keptChanges: 10)
        expectCompacted(again)
        #expect(again.record(Self.id("old"))?.bytes == [7])
        #expect(again.record(Self.id("gone")) == nil)
        #expect(again.record(id) == Record(key: id.key, revision: 40, bytes: [39]))
    }

    private func expectCompacted(_ store: Store) {
        #expect(store.revision == 40)
        do {
            _ = try store.watch(Self.services, after: 3)
            Issue.record("expected an error")
        } catch {
            #expect(error.code == .compacted)
        }
        #expect(
            (try? store.changes(of: Self.services, after: 35))?.changes.map(\.record.revision) == [36, 37, 38, 39, 40])
    }

    @Test("who follows a quiet collection is never behind, and knows how far all has come")
    func quietCollection() async throws {
        let store = try Store(path: nil, keptChanges: 5)
        let id = Self.id("web")
        try await store.commit(.create(id, [0]))
        var watch = try store.watch(Self.gateways, after: 0)
        for number in Int64(1)..<40 { try await store.commit(.replace(id, [1], at: number)) }
        #expect(try await watch.next(before: .now) == [])
        #expect(watch.revision == 40)
        for number in Int64(40)..<80 { try await store.commit(.replace(id, [1], at: number)) }
        try await store.commit(.create(Self.id("web", in: Self.gateways), [2]))
        #expect(try await watch.next()?.map(\.record.bytes) == [[2]])
    }

    @Test("a watcher that falls behind the compaction is told so")
    func slowWatcher() async throws {
        let store = try Store(path: nil, keptChanges: 5)
        let id = Self.id("web")
        try await store.commit(.create(id, [0]))
        var watch = try store.watch(Self.services, after: 0)
        for number in Int64(1)..<20 { try await store.commit(.replace(id, [1], at: number)) }
        do {
            _ = try await watch.next()
            Issue.record("expected an error")
        } catch {
            #expect((error as? StoreError)?.code == .compacted)
        }
    }
}
