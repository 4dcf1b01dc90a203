/// The words of `retryOn`, which Envoy reads as a list with commas and without spaces.
package enum RetryConditions {
    /// The entries that are no condition.
    package static func unknown(in list: String) -> [String] {
        list.split(separator: ",", omittingEmptySubsequences: false).map(String.init).filter { !isKnown($0) }
    }

    private static func isKnown(_ word: String) -> Bool {
        if let status = Int(word) { return HTTPStatus.isKnown(status) }
        return names.contains(word)
    }

    package static let names: Set<String> = [
        "5xx", "gateway-error", "reset", "reset-before-request", "connect-failure", "retriable-4xx", "refused-stream",
        "retriable-status-codes", "retriable-headers", "envoy-ratelimited", "http3-post-connect-failure", "cancelled",
        "deadline-exceeded", "internal", "resource-exhausted", "unavailable",
    ]
}

package enum HTTPStatus {
    /// The codes that HTTP names: the registry of IANA, "Hypertext Transfer Protocol (HTTP) Status Code Registry".
    package static func isKnown(_ code: Int) -> Bool { known.contains(code) }

    private static let known: Set<Int> = Set(
        [100, 101, 102, 103] + Array(200...208) + [226] + Array(300...305) + [307, 308] + Array(400...418)
            + Array(421...426) + [428, 429, 431, 451] + Array(500...508) + [510, 511])

    /// The codes with which Envoy can answer by itself, of its type `StatusCode`.
    package static func isKnownToEnvoy(_ code: Int) -> Bool { envoys.contains(code) }

    private static let envoys: Set<Int> = Set(
        [100] + Array(200...208) + [226, 300, 301, 302, 303, 304, 305, 307, 308] + Array(400...417)
            + [421, 422, 423, 424, 426, 428, 429, 431] + Array(500...508) + [510, 511])
}
