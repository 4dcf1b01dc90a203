/// The parts of a URL that Istio looks at: what stands before `://`, the host and the port.
package struct WebAddress: Hashable, Sendable {
    package var scheme: String
    package var host: String
    package var port: String
    package var path: String

    /// Nil for a text that Go's reader of URLs refuses: control characters, a port that is no number, a wrong escape,
    /// a colon in the first segment.
    package init?(_ text: String) {
        var rest = Substring(text)
        guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }), Self.escapesAreWhole(text) else { return nil }
        if let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
        guard rest.first != ":" else { return nil }
        var scheme = ""
        if let colon = rest.firstIndex(of: ":"), Self.isScheme(rest[..<colon]) {
            scheme = rest[..<colon].lowercased()
            rest = rest[rest.index(after: colon)...]
        }
        if let question = rest.firstIndex(of: "?") { rest = rest[..<question] }
        var authority: Substring = ""
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            authority = rest.prefix { $0 != "/" }
            rest = rest.dropFirst(authority.count)
        } else if scheme.isEmpty, rest.prefix(while: { $0 != "/" }).contains(":") {
            return nil
        }
        if let at = authority.lastIndex(of: "@") { authority = authority[authority.index(after: at)...] }
        guard let (host, port) = Self.split(authority) else { return nil }
        (self.scheme, self.host, self.port, path) = (scheme, host, port, String(rest))
    }

    private static func split(_ authority: Substring) -> (String, String)? {
        guard !authority.contains(" ") else { return nil }
        var host = authority
        var port: Substring = ""
        if authority.first == "[" {
            guard let end = authority.lastIndex(of: "]") else { return nil }
            host = authority[...end]
            port = authority[authority.index(after: end)...]
        } else if let colon = authority.lastIndex(of: ":") {
            host = authority[..<colon]
            port = authority[colon...]
        }
        if port.isEmpty { return (String(host), "") }
        guard port.first == ":", port.dropFirst().utf8.allSatisfy(isDigit) else { return nil }
        return (String(host), String(port.dropFirst()))
    }

    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, isAlphanumeric(first), !isDigit(first) else { return false }
        return text.utf8.allSatisfy {
            isAlphanumeric($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
    }

    private static func escapesAreWhole(_ text: String) -> Bool {
        text.split(separator: "%", omittingEmptySubsequences: false).dropFirst().allSatisfy { part in
            part.utf8.count >= 2 && part.utf8.prefix(2).allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
        }
    }

    /// The port, or the one that its scheme stands for; nil for a number that no port has.
    package var effectivePort: Int? {
        if port.isEmpty { return scheme == "https" ? 443 : 80 }
        return Int(port)
    }
}

/// Where keys for tokens are fetched: a URL of HTTP. Nil for anything else.
package func keyServer(_ text: String) -> WebAddress? {
    guard let url = WebAddress(text), url.scheme == "http" || url.scheme == "https" else { return nil }
    return url
}
