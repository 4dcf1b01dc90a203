/// A host of Istio configuration: a DNS name, or a wildcard such as `*.shop.example` or `*`.
///
/// A wildcard is told by its first character alone, as Istio does.
package struct HostName: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { text }
    package var isWildcard: Bool { text.utf8.first == UInt8(ascii: "*") }

    /// What stands behind the `*` of a wildcard.
    private var tail: Substring { text.dropFirst() }

    /// Whether some name is meant by both.
    package func overlaps(_ other: HostName) -> Bool {
        switch (isWildcard, other.isWildcard) {
        case (true, true):
            text.utf8.count < other.text.utf8.count ? other.tail.hasSuffix(tail) : tail.hasSuffix(other.tail)
        case (true, false): other.text.hasSuffix(tail)
        case (false, true): text.hasSuffix(other.tail)
        case (false, false): text == other.text
        }
    }

    /// Whether each name that this one means is meant by `other` too.
    package func isSubset(of other: HostName) -> Bool {
        switch (isWildcard, other.isWildcard) {
        case (true, true): text.utf8.count >= other.text.utf8.count && tail.hasSuffix(other.tail)
        case (true, false): false
        case (false, true): text.hasSuffix(other.tail)
        case (false, false): text == other.text
        }
    }

    /// Whether this name goes before `other` where the most specific one wins: names before wildcards, longer ones
    /// before shorter ones, then in the order of the alphabet.
    package func isMoreSpecific(than other: HostName) -> Bool {
        if text.isEmpty != other.text.isEmpty { return other.text.isEmpty }
        if isWildcard != other.isWildcard { return !isWildcard }
        let lengths = (text.utf8.count, other.text.utf8.count)
        return lengths.0 == lengths.1 ? text <= other.text : lengths.0 > lengths.1
    }
}

extension [HostName] {
    package init(_ names: [String]) { self = names.map { HostName($0) } }

    /// The narrower name of each pair that overlaps, in the order of this list, each once.
    package func intersection(with others: [HostName]) -> [HostName] {
        var common: [HostName] = []
        for name in self {
            for other in others {
                let narrower: HostName
                if name.isSubset(of: other) {
                    narrower = name
                } else if other.isSubset(of: name) {
                    narrower = other
                } else {
                    continue
                }
                if !common.contains(narrower) { common.append(narrower) }
            }
        }
        return common
    }

    /// The names of `namespace/name` hosts that are meant for a namespace; hosts without one are meant for all.
    package static func names(_ hosts: [String], for namespace: String) -> [HostName] {
        hosts.compactMap { host in
            guard let slash = host.firstIndex(of: "/") else { return HostName(host) }
            let wanted = host[..<slash]
            guard wanted == namespace || wanted == "*" else { return nil }
            return HostName(String(host[host.index(after: slash)...]))
        }
    }

    package var mostSpecificFirst: [HostName] {
        sorted { $0 != $1 && $0.isMoreSpecific(than: $1) }
    }
}
