internal import GoText

/// A URI or a relative reference, parted as Go's `net/url` parts it.
struct URIText {
    private var scheme = ""
    private var hostname = ""
    private var port = ""
    private var path = ""
    private var rawPath = ""
    private var query = ""
    private var fragment = ""

    init?(_ text: String) {
        guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
        var rest = text[...]
        if let mark = rest.firstIndex(of: "#") {
            guard let fragment = unescaped(rest[mark...].dropFirst()) else { return nil }
            self.fragment = fragment
            rest = rest[..<mark]
        }
        guard takeScheme(&rest) else { return nil }
        if let mark = rest.firstIndex(of: "?") {
            query = String(rest[mark...].dropFirst())
            rest = rest[..<mark]
        }
        if !rest.hasPrefix("/") {
            // `mailto:x` has no path for Go, but an opaque part.
            if !scheme.isEmpty { return }
            if rest.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)[0].contains(":") {
                return nil
            }
        }
        if rest.hasPrefix("//"), !scheme.isEmpty || !rest.hasPrefix("///") {
            rest = rest.dropFirst(2)
            let authority = rest.prefix { $0 != "/" }
            rest = rest[authority.endIndex...]
            guard takeAuthority(authority) else { return nil }
        }
        guard let path = unescaped(rest) else { return nil }
        self.path = path
        rawPath = String(rest)
    }

    private mutating func takeScheme(_ rest: inout Substring) -> Bool {
        guard let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")) else { return true }
        let name = rest[..<colon]
        if name.isEmpty { return false }
        func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
        for (index, byte) in name.utf8.enumerated() where !isLetter(byte) {
            guard isDigit(byte) || "+-.".utf8.contains(byte) else { return true }
            // A digit or sign at the start is a mistake only where nothing says that it is no scheme.
            if index == 0 { return false }
        }
        scheme = name.lowercased()
        rest = rest[rest.utf8.index(after: colon)...]
        return true
    }

    private mutating func takeAuthority(_ authority: Substring) -> Bool {
        var host = authority
        if let at = authority.lastIndex(of: "@") {
            let user = authority[..<at]
            let letters = Set("-._:~!$&'()*+,;=%@".utf8)
            guard user.utf8.allSatisfy({ isDigit($0) || (0x61...0x7A).contains($0 | 0x20) || letters.contains($0) }),
                unescaped(user) != nil
            else { return false }
            host = authority[at...].dropFirst()
        }
        if host.hasPrefix("[") {
            guard let end = host.lastIndex(of: "]"), isPort(host[end...].dropFirst()) else { return false }
            let address = host[..<end].dropFirst()
            guard let plain = unescaped(address) else { return false }
            hostname = plain
            port = String(host[end...].dropFirst(2))
            return IPAddress(hostname) != nil
        }
        let colon = host.lastIndex(of: ":")
        if let colon {
            guard isPort(host[colon...]) else { return false }
            port = String(host[colon...].dropFirst())
            host = host[..<colon]
        }
        let forbidden = Set(" \"<>\\^`{|}".utf8)
        guard !host.utf8.contains(where: forbidden.contains), let plain = hostText(host) else { return false }
        hostname = plain
        return true
    }

    /// Of ASCII nothing may be escaped in a host.
    private func hostText(_ host: Substring) -> String? {
        guard let plain = unescaped(host) else { return nil }
        return !host.contains("%") || !plain.utf8.contains { $0 < 0x80 && !host.utf8.contains($0) } ? plain : nil
    }

    private func isPort(_ text: Substring) -> Bool {
        text.isEmpty || text.hasPrefix(":") && text.utf8.dropFirst().allSatisfy(isDigit)
    }

    /// Only what is there.
    var fields: RegoObject {
        let needsRaw = path.isEmpty ? "" : (unescaped(rawPath[...]) == path ? rawPath : path)
        let fields = [
            ("scheme", scheme), ("hostname", hostname), ("port", port), ("path", path), ("raw_path", needsRaw),
            ("raw_query", query), ("fragment", fragment),
        ]
        return RegoObject(fields.filter { !$0.1.isEmpty }.map { (.string($0.0), .string($0.1)) })
    }
}
