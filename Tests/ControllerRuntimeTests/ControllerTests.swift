import Synchronization
import TestSupport
import Testing

@testable import ControllerRuntime

@Suite("Controller", .serialized, .timeLimit(.minutes(1)))
struct ControllerTests {
    private final class Log: Sendable {
        struct Entry: Sendable {
            var runs: [Int: Int] = [:]
            var running: Set<Int> = []
            var overlaps = 0
            var most = 0
        }
        let entry = Mutex(Entry())

        func begin(_ key: Int) {
            entry.withLock { entry in
                entry.runs[key, default: 0] += 1
                if !entry.running.insert(key).inserted { entry.overlaps += 1 }
                entry.most = max(entry.most, entry.running.count)
            }
        }
        func end(_ key: Int) { _ = entry.withLock { $0.running.remove(key) } }
        func runs(_ key: Int) -> Int { entry.withLock { $0.runs[key] ?? 0 } }
    }

    /// Runs `body` beside the controller.
    private func with<Result>(
        _ controller: Controller<Int>, _ body: () async throws -> Result
    ) async throws -> Result {
        let task = Task { try? await controller.run() }
        defer { task.cancel() }
        let result = try await body()
        task.cancel()
        await task.value
        return result
    }

    @Test("each key is reconciled, several at once, but never one key twice at once")
    func eachKey() async throws {
        let log = Log()
        let (second, begun) = AsyncStream.makeStream(of: Void.self)
        let isFirst = Atomic(true)
        let controller = Controller<Int>(workers: 4) { key in
            log.begin(key)
            // The first waits for company, so that two do run at once however busy the machine is.
            if isFirst.exchange(false, ordering: .relaxed) {
                for await _ in second { break }
            } else {
                begun.yield()
            }
            await Task.yield()
            log.end(key)
            return .done(recheck: nil)
        }
        try await with(controller) {
            for round in 0..<50 { for key in 0..<10 { controller.enqueue((key + round) % 10) } }
            try await eventually("all keys", holds: { (0..<10).allSatisfy { log.runs($0) > 0 } })
        }
        #expect(log.entry.withLock { $0.overlaps } == 0)
        #expect(log.entry.withLock { $0.most } > 1)
    }

    @Test("what is asked for while its key runs is done after")
    func askedMeanwhile() async throws {
        let log = Log()
        let (gates, open) = AsyncStream.makeStream(of: Void.self)
        let controller = Controller<Int>(workers: 2) { key in
            log.begin(key)
            defer { log.end(key) }
            if log.runs(key) == 1 { for await _ in gates { break } }
            return .done(recheck: nil)
        }
        try await with(controller) {
            controller.enqueue(1)
            try await eventually("the first run", holds: { log.runs(1) == 1 })
            controller.enqueue(1)
            controller.enqueue(1)
            open.yield()
            try await eventually("the second run", holds: { log.runs(1) == 2 })
        }
        #expect(log.runs(1) == 2)
    }

    @Test("a failure is tried again, a stall is not")
    func failures() async throws {
        let log = Log()
        let controller = Controller<Int>(workers: 2, backOff: .init(first: .milliseconds(1))) { key in
            log.begin(key)
            defer { log.end(key) }
            if key == 0 { return .stalled(why: "no") }
            return log.runs(key) < 4 ? .failed(why: "no") : .done(recheck: nil)
        }
        try await with(controller) {
            controller.enqueue(0)
            controller.enqueue(1)
            try await eventually("four tries", holds: { log.runs(1) == 4 })
        }
        #expect(log.runs(0) == 1)
    }

    @Test("a key that waits for its time gives way to one that is due")
    func delays() async throws {
        let log = Log()
        let controller = Controller<Int>(workers: 1) { key in
            log.begin(key)
            log.end(key)
            return .done(recheck: nil)
        }
        try await with(controller) {
            controller.enqueue(1, after: .seconds(3600))
            controller.enqueue(2, after: .milliseconds(20))
            try await eventually("the second", holds: { log.runs(2) == 1 })
            controller.enqueue(1)
            try await eventually("the first, asked for again", holds: { log.runs(1) == 1 })
        }
    }

    @Test("a controller that ends finishes what it has begun")
    func ending() async throws {
        let log = Log()
        let (gates, open) = AsyncStream.makeStream(of: Void.self)
        let controller = Controller<Int>(workers: 1) { key in
            log.begin(key)
            // A stream ends with its task, so the wait is in a task of its own.
            await Task { for await _ in gates { break } }.value
            log.end(key)
            return .done(recheck: nil)
        }
        let task = Task { try? await controller.run() }
        controller.enqueue(1)
        try await eventually("the run", holds: { log.runs(1) == 1 })
        task.cancel()
        open.yield()
        await task.value
        #expect(log.entry.withLock { $0.running.isEmpty })
    }
}
