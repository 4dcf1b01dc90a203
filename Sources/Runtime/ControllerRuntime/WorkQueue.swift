/// Which key is worked on when. A plain state machine: time comes in as an argument, and nothing here waits.
///
/// Equal keys merge, the earlier time wins, a key never runs twice at once: what arrives while it runs is kept for after.
package struct WorkQueue<Key: Hashable & Sendable>: Sendable {
    package typealias Instant = ContinuousClock.Instant

    /// What a worker does next.
    package enum Action: Equatable, Sendable {
        case run(Key)
        /// Nothing is due before then.
        case wait(until: Instant)
        /// Nothing waits at all.
        case idle
    }

    /// Pauses after failures: the first, doubling up to the longest.
    package struct BackOff: Sendable {
        package var first = Duration.milliseconds(5)
        package var longest = Duration.seconds(60)

        package init(first: Duration = .milliseconds(5), longest: Duration = .seconds(60)) {
            self.first = first
            self.longest = longest
        }

        func pause(afterFailures count: Int) -> Duration {
            var pause = first
            for _ in 1..<max(1, count) where pause < longest { pause *= 2 }
            return min(pause, longest)
        }
    }

    private let backOff: BackOff
    private var due: [Key: Instant] = [:]
    /// The keys being worked on, and the time of what arrived for them meanwhile.
    private var running: [Key: Instant?] = [:]
    private var failures: [Key: Int] = [:]

    package init(backOff: BackOff = BackOff()) { self.backOff = backOff }

    package var isEmpty: Bool { due.isEmpty && running.isEmpty }
    package var waitingCount: Int { due.count }

    /// When the next key is due; nil when none waits.
    package var firstDue: Instant? { due.values.min() }

    /// Asks for `key` to be worked on at `time` or before.
    package mutating func add(_ key: Key, at time: Instant) {
        if let kept = running[key] {
            running[key] = .some(min(kept ?? time, time))
        } else {
            due[key] = min(due[key] ?? time, time)
        }
    }

    /// The key whose turn it is; it counts as running until `finish`.
    package mutating func next(now: Instant) -> Action {
        guard let first = due.min(by: { $0.value < $1.value }) else { return .idle }
        guard first.value <= now else { return .wait(until: first.value) }
        due[first.key] = nil
        running[first.key] = .some(nil)
        return .run(first.key)
    }

    /// Takes note of how the work on `key` ended.
    package mutating func finish(_ key: Key, _ outcome: Outcome, now: Instant) {
        let arrived = running.removeValue(forKey: key) ?? nil
        switch outcome {
        case .done(let recheck):
            failures[key] = nil
            if let recheck { add(key, at: now + recheck) }
        case .waiting(let pause, _):
            failures[key] = nil
            add(key, at: now + pause)
        case .stalled:
            failures[key] = nil
        case .failed:
            failures[key, default: 0] += 1
            add(key, at: now + backOff.pause(afterFailures: failures[key] ?? 1))
        }
        if let arrived { add(key, at: arrived) }
    }
}
