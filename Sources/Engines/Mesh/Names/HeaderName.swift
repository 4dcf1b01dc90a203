/// The places of Istio configuration that name HTTP headers, each with its own rule.

/// A header of a route's match: a name of HTTP, a pseudo header, or a claim of a token.
package func isMatchHeaderName(_ name: String) -> Bool {
    RoutingClaim(name) != nil || pseudoHeaders.contains(name) || isHTTPHeaderName(name)
}

/// A name as HTTP allows it, and the comma, which Istio lets pass.
package func isHTTPHeaderName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { isAlphanumeric($0) || headerSymbols.contains($0) }
}

/// Letters, digits, `-` and `_`.
package func isPlainHeaderName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
}

/// Letters, digits and `-`: what Kubernetes allows for a probe.
package func isProbeHeaderName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
}

/// Whether a header is the authority, under either of its names.
package func isAuthorityHeader(_ name: String) -> Bool {
    let name = name.lowercased()
    return name == ":authority" || name == "host"
}

/// What keeps a header from being added or set on a request.
package func requestHeaderProblem(_ name: String) -> String? {
    if name.isEmpty { return "a header has no name" }
    if name.hasPrefix(":"), !isAuthorityHeader(name) { return "the pseudo header \"\(name)\" cannot be set" }
    return nil
}

/// What keeps a header from being removed, or changed on a response.
package func changedHeaderProblem(_ name: String) -> String? {
    if name.isEmpty { return "a header has no name" }
    if name.hasPrefix(":") { return "the pseudo header \"\(name)\" cannot be changed" }
    if name.lowercased() == "host" { return "the header \"\(name)\" cannot be changed" }
    return nil
}

private let pseudoHeaders: Set<String> = [":method", ":scheme", ":authority", ":path", ":status"]
// The range from "+" to "." of Istio's own expression holds the comma.
private let headerSymbols = Set("!#$%&'*+,-.^_|~`".utf8)
