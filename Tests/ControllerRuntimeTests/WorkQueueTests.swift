import Testing

@testable import ControllerRuntime

@Suite("Work queue")
struct WorkQueueTests {
    private let start = ContinuousClock.now
    private var queue = WorkQueue<String>(backOff: .init(first: .seconds(1), longest: .seconds(10)))

    private func at(_ seconds: Double) -> ContinuousClock.Instant { start + .seconds(seconds) }

    @Test("equal keys merge, and the earlier time wins")
    mutating func merging() {
        queue.add("a", at: at(5))
        queue.add("a", at: at(3))
        queue.add("a", at: at(9))
        #expect(queue.waitingCount == 1)
        #expect(queue.next(now: at(0)) == .wait(until: at(3)))
        #expect(queue.next(now: at(3)) == .run("a"))
        #expect(queue.next(now: at(99)) == .idle)
    }

    @Test("the key that is due first comes first")
    mutating func order() {
        queue.add("b", at: at(2))
        queue.add("a", at: at(1))
        #expect(queue.next(now: at(9)) == .run("a"))
        #expect(queue.next(now: at(9)) == .run("b"))
    }

    @Test("a key never runs twice at once, and what arrives meanwhile runs after")
    mutating func serial() {
        queue.add("a", at: at(0))
        #expect(queue.next(now: at(0)) == .run("a"))
        queue.add("a", at: at(7))
        queue.add("a", at: at(1))
        #expect(queue.next(now: at(5)) == .idle)
        #expect(!queue.isEmpty)
        queue.finish("a", .done(recheck: nil), now: at(5))
        #expect(queue.next(now: at(5)) == .run("a"))
        queue.finish("a", .done(recheck: nil), now: at(6))
        #expect(queue.isEmpty)
    }

    @Test("failures double the pause up to the longest, and success forgets them")
    mutating func backOff() {
        var now = at(0)
        for pause in [1.0, 2, 4, 8, 10, 10] {
            queue.add("a", at: now)
            #expect(queue.next(now: now) == .run("a"))
            queue.finish("a", .failed(why: "no"), now: now)
            #expect(queue.next(now: now) == .wait(until: now + .seconds(pause)))
            now += .seconds(pause)
        }
        #expect(queue.next(now: now) == .run("a"))
        queue.finish("a", .done(recheck: nil), now: now)
        #expect(queue.next(now: now) == .idle)
        queue.add("a", at: now)
        _ = queue.next(now: now)
        queue.finish("a", .failed(why: "no"), now: now)
        #expect(queue.next(now: now) == .wait(until: now + .seconds(1)))
    }

    @Test("a change during a failing run does not wait for the pause")
    mutating func changeDuringFailure() {
        queue.add("a", at: at(0))
        _ = queue.next(now: at(0))
        queue.add("a", at: at(1))
        queue.finish("a", .failed(why: "no"), now: at(2))
        #expect(queue.next(now: at(2)) == .run("a"))
    }

    @Test("a stalled key is not tried until somebody asks")
    mutating func stalled() {
        queue.add("a", at: at(0))
        _ = queue.next(now: at(0))
        queue.finish("a", .stalled(why: "no"), now: at(1))
        #expect(queue.next(now: at(999)) == .idle)
        queue.add("a", at: at(999))
        #expect(queue.next(now: at(999)) == .run("a"))
    }

    @Test("waiting and rechecking come after their times")
    mutating func pauses() {
        for outcome in [Outcome.waiting(.seconds(3), why: "no"), .done(recheck: .seconds(3))] {
            queue.add("a", at: at(0))
            _ = queue.next(now: at(0))
            queue.finish("a", outcome, now: at(1))
            #expect(queue.next(now: at(1)) == .wait(until: at(4)))
            #expect(queue.next(now: at(4)) == .run("a"))
            queue.finish("a", .done(recheck: nil), now: at(4))
        }
        #expect(queue.isEmpty)
    }

    @Test("any sequence of events keeps the promises", arguments: 0..<20)
    func random(seed: Int) {
        var state = UInt64(seed) &+ 1
        func number(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        var queue = WorkQueue<Int>()
        var running: Set<Int> = []
        var wanted: Set<Int> = []
        for step in 0..<2000 {
            let now = start + .milliseconds(step * 10)
            if number(2) == 0 {
                let key = number(5)
                queue.add(key, at: now)
                wanted.insert(key)
            }
            if case .run(let key) = queue.next(now: now) {
                #expect(running.insert(key).inserted)
                wanted.remove(key)
            }
            if number(3) == 0, let key = running.min() {
                running.remove(key)
                queue.finish(key, number(2) == 0 ? .done(recheck: nil) : .failed(why: ""), now: now)
            }
        }
        for key in running { queue.finish(key, .done(recheck: nil), now: start + .seconds(1000)) }
        while case .run(let key) = queue.next(now: start + .seconds(1000)) { wanted.remove(key) }
        #expect(wanted.isEmpty)
    }
}
