/// How a command ended, for those who call it.
enum ExitStatus: Int32, Error, CaseIterable {
    case done = 0
    /// The answer is no: it differs, findings, unhealthy.
    case no = 1
    /// It could not be answered: unreadable input, no cluster, an error of ours.
    case failed = 2
    /// A guard said no.
    case refused = 3
    case timedOut = 4
    case interrupted = 130
}
