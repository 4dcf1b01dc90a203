/// What a reconciliation came to.
package enum Outcome: Sendable, Equatable {
    /// All is as wanted; look again after `recheck` at the latest, or only when something changes.
    case done(recheck: Duration?)
    /// Not an error: something must happen first. Look again after the time.
    case waiting(Duration, why: String)
    /// Only a change by a person helps; nothing is tried until then.
    case stalled(why: String)
    /// It went wrong; tried again with growing pauses.
    case failed(why: String)
}
