internal import GoText
/// A host and a port as Go reads them: `pilot:15010`, `10.0.0.1:80`, `[::1]:80`.
package struct HostPort: Hashable, Sendable {
    package var host: String
    package var port: String

    /// Nil without a port, and for an IPv6 address without brackets.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        var host = text[..<colon]
        if host.first == "[" {
            guard host.last == "]" else { return nil }
            host = host.dropFirst().dropLast()
            if host.contains("[") || host.contains("]") { return nil }
        } else if host.contains(":") || host.contains("[") || host.contains("]") {
            return nil
        }
        let port = text[text.index(after: colon)...]
        if port.contains("[") || port.contains("]") { return nil }
        (self.host, self.port) = (String(host), String(port))
    }
}

/// What keeps a text from being the address of a service with its port; nil when nothing does.
package func serviceAddressProblem(_ text: String) -> String? {
    guard let parts = HostPort(text) else { return "it is not written as host:port" }
    guard let port = Int(parts.port) else { return "its port \"\(parts.port)\" is not a number" }
    if !isPort(port) { return "its port \(port) is not between 1 and 65535" }
    if domainNameProblem(parts.host) != nil, IPAddress(parts.host) == nil {
        return "\"\(parts.host)\" is neither the name of a host nor an address"
    }
    return nil
}

/// Whether a number can be a port.
package func isPort(_ number: Int) -> Bool { (1...65535).contains(number) }

/// What stands behind `unix://`, or nil for another kind of address.
package func unixPath(in address: String) -> Substring? {
    address.hasPrefix("unix://") ? address.dropFirst("unix://".count) : nil
}

/// What keeps the path of a Unix socket from being one; nil when nothing does.
package func unixPathProblem(_ path: some StringProtocol) -> String? {
    if path.isEmpty { return "the path behind \"unix://\" is empty" }
    // An abstract socket has a name, not a path.
    if path.hasPrefix("@") { return nil }
    if !path.hasPrefix("/") { return "\"\(path)\" is not an absolute path" }
    return path.hasSuffix("/") ? "\"\(path)\" is a folder, not a socket" : nil
}
