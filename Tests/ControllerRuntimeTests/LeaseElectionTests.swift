import KubeTypes
import Testing

@testable import ControllerRuntime

@Suite("Election by a Lease")
struct LeaseElectionTests {
    private let start = ContinuousClock.now
    private let clock = MicroTime(text: "2026-01-01T00:00:00.000000Z")

    private func at(_ seconds: Double) -> ContinuousClock.Instant { start + .seconds(seconds) }

    /// The record that is to be written; nil when the step is to wait.
    private func written(_ step: LeaseElection.Step) -> LeaseRecord? {
        if case .write(let record) = step { record } else { nil }
    }

    private func expectWait(_ step: LeaseElection.Step) { #expect(step == .wait(.seconds(2))) }

    @Test("who finds no Lease makes one, and holds it until the deadline after the write began")
    func first() throws {
        var one = LeaseElection(identity: "one")
        let step = one.look(at: nil, now: at(0), clock: clock)
        let record = try #require(written(step))
        #expect(record == LeaseRecord(holder: "one", seconds: 15, acquired: clock, renewed: clock, transitions: 0))
        #expect(!one.isHolder(at: at(0)))
        one.wrote(record, began: at(0))
        #expect(one.isHolder(at: at(9.9)) && !one.isHolder(at: at(10)))
    }

    @Test("another waits until the record has stood unchanged for its whole duration, by its own clock")
    func second() throws {
        var two = LeaseElection(identity: "two")
        var record = LeaseRecord(holder: "one", seconds: 15, acquired: clock, renewed: clock, transitions: 3)
        expectWait(two.look(at: record, now: at(0), clock: clock))
        expectWait(two.look(at: record, now: at(14), clock: clock))
        record.renewed = MicroTime(text: "2026-01-01T00:00:10.000000Z")
        expectWait(two.look(at: record, now: at(14.5), clock: clock))
        expectWait(two.look(at: record, now: at(29), clock: clock))
        let step = two.look(at: record, now: at(29.5), clock: clock)
        let taken = try #require(written(step))
        #expect(taken.holder == "two" && taken.transitions == 4)
    }

    @Test("there is never a time at which two are holders, whatever the answers do")
    func exclusive() throws {
        var one = LeaseElection(identity: "one"), two = LeaseElection(identity: "two")
        var stored: LeaseRecord?
        // The first writes at 0; the server is away for it from then on. The second looks every 100 ms.
        let step = one.look(at: nil, now: at(0), clock: clock)
        let record = try #require(written(step))
        stored = record
        one.wrote(record, began: at(0))
        var both = 0
        for tick in 0..<400 {
            let now = at(Double(tick) / 10)
            if case .write(let next) = two.look(at: stored, now: now, clock: clock) {
                two.wrote(next, began: now)
                stored = next
            }
            if one.isHolder(at: now), two.isHolder(at: now) { both += 1 }
        }
        #expect(both == 0)
        #expect(two.isHolder(at: at(40)))
        // And when the first sees that, it waits.
        expectWait(one.look(at: stored, now: at(40), clock: clock))
        #expect(!one.isHolder(at: at(40)))
    }

    @Test("a holder that ends lets others have it at once")
    func release() throws {
        var one = LeaseElection(identity: "one"), two = LeaseElection(identity: "two")
        let nothing = one.release(clock: clock)
        #expect(nothing == nil)
        let step = one.look(at: nil, now: at(0), clock: clock)
        let record = try #require(written(step))
        one.wrote(record, began: at(0))
        let given = one.release(clock: clock)
        let released = try #require(given)
        #expect(!one.isHolder(at: at(0)))
        let next = two.look(at: released, now: at(0.1), clock: clock)
        #expect(written(next)?.holder == "two")
    }

    @Test("times are written to the microsecond")
    func times() {
        #expect(MicroTime(microseconds: 1_700_000_000_000_042).text == "2023-11-14T22:13:20.000042Z")
    }
}
