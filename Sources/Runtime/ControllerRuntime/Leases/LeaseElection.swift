/// Who may hold a Lease, and for how long. A plain state machine: time and answers come in as arguments, and nothing
/// here waits.
///
/// The rules are those of client-go's leader election. A holder renews well before the Lease ends, and stops counting itself
/// as holder when it could not renew for `renewDeadline`, which is shorter than the Lease: so there is a time between two
/// holders in which nobody is one. Others count from when they saw a record first, by their own clocks.
package struct LeaseElection: Sendable {
    package typealias Instant = ContinuousClock.Instant

    package struct Timing: Sendable {
        /// For how long a Lease counts after it was renewed. Whole seconds.
        package var duration = Duration.seconds(15)
        /// For how long a holder that cannot renew counts itself as holder.
        package var renewDeadline = Duration.seconds(10)
        /// Between two looks at the Lease.
        package var retryPeriod = Duration.seconds(2)

        package init() {}
    }

    /// What the owner does next.
    package enum Step: Equatable, Sendable {
        /// Write the record; then `wrote` or `failed`.
        case write(LeaseRecord)
        /// Look again after the time: another holds it.
        case wait(Duration)
    }

    private struct Observed {
        var record: LeaseRecord
        var since: Instant
    }

    package let identity: String
    package let timing: Timing
    private var observed: Observed?
    private var heldUntil: Instant?

    package init(identity: String, timing: Timing = Timing()) {
        self.identity = identity
        self.timing = timing
    }

    /// Whether this one may act as the holder.
    package func isHolder(at now: Instant) -> Bool { heldUntil.map { now < $0 } ?? false }

    /// When this one stops being the holder if it does not renew; nil when it is none.
    package var end: Instant? { heldUntil }

    /// Who holds it, as far as is known.
    package var holder: String { observed?.record.holder ?? "" }

    /// Takes what the Lease says, nil when there is none, and says what to do.
    package mutating func look(at record: LeaseRecord?, now: Instant, clock: MicroTime) -> Step {
        guard let record else {
            observed = nil
            return .write(fresh(after: nil, clock))
        }
        if observed?.record != record { observed = Observed(record: record, since: now) }
        if record.holder == identity {
            var renewed = record
            renewed.renewed = clock
            renewed.seconds = Int(timing.duration.components.seconds)
            return .write(renewed)
        }
        heldUntil = nil
        let isFree = record.holder.isEmpty || (observed.map { now - $0.since >= .seconds(record.seconds) } ?? false)
        return isFree ? .write(fresh(after: record, clock)) : .wait(timing.retryPeriod)
    }

    private func fresh(after old: LeaseRecord?, _ clock: MicroTime) -> LeaseRecord {
        LeaseRecord(
            holder: identity, seconds: Int(timing.duration.components.seconds), acquired: clock, renewed: clock,
            transitions: old.map { $0.transitions + 1 } ?? 0)
    }

    /// The record is written.
    ///
    /// - Parameter began: When the write was sent: others may have seen it from then on.
    package mutating func wrote(_ record: LeaseRecord, began: Instant) {
        observed = Observed(record: record, since: began)
        heldUntil = record.holder == identity ? began + timing.renewDeadline : nil
    }

    /// The record that lets others have the Lease at once; nil for who does not hold it.
    package mutating func release(clock: MicroTime) -> LeaseRecord? {
        guard let observed, observed.record.holder == identity else { return nil }
        heldUntil = nil
        return LeaseRecord(
            holder: "", seconds: 1, acquired: clock, renewed: clock, transitions: observed.record.transitions)
    }
}
