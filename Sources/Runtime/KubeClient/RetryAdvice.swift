/// When a request that a server has put off is sent once more.
///
/// As client-go does: an answer 429, or one of the server's own failures, that names a time in `Retry-After` has not been
/// carried out; it is asked again after that time, at most ten times.
enum RetryAdvice {
    static let maximum = 10
    /// A server that asks for more is not waited for.
    static let longest = 120

    /// - Parameters:
    ///   - retryAfter: The header, in seconds. Dates are not used by Kubernetes.
    ///   - attempt: How often the request was sent again already.
    /// - Returns: nil when the answer stands.
    static func pause(status: Int, retryAfter: String?, attempt: Int) -> Duration? {
        guard status == 429 || status >= 500, attempt < maximum,
            let seconds = retryAfter.flatMap({ Int($0) }), (0...longest).contains(seconds)
        else { return nil }
        return .seconds(seconds)
    }
}
