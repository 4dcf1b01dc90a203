/// The server name that Istio makes for a cluster between networks: `outbound_.80_.v1_.reviews.shop.svc.cluster.local`.
package struct GeneratedSNI: Hashable, Sendable {
    package var direction: String
    package var port: String
    package var subset: String
    package var host: String

    /// Nil for a text of another form.
    package init?(_ text: String) {
        let parts = text.split(separator: "_", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let fields = parts.dropFirst().map { part in part.first == "." ? String(part.dropFirst()) : String(part) }
        guard fields[0].utf8.contains(where: isDigit),
            fields[2].utf8.contains(where: { isAlphanumeric($0) && !isDigit($0) })
        else {
            return nil
        }
        direction = String(parts[0])
        (port, subset, host) = (fields[0], fields[1], fields[2])
    }

    /// Whether `text` begins as one.
    package static func isMeant(by text: String) -> Bool { text.hasPrefix("outbound_") }
}
